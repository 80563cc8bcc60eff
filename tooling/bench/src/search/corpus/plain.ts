import type { Entry } from '@pressmark/store/entry';
import Database from 'better-sqlite3';

/** The obvious design beside ours: the facets of each article in a narrow table, counted by SQL over the same index of words. */
export function openPlain(path: string, database: string) {
  const sqlite = new Database(path);
  sqlite.pragma('journal_mode = WAL');
  sqlite.pragma('synchronous = OFF');
  sqlite.exec(`ATTACH '${database.replaceAll("'", "''")}' AS archive`);
  sqlite.exec(`CREATE TABLE facets (dimension TEXT, key INTEGER, value TEXT, PRIMARY KEY (key, dimension, value)) WITHOUT ROWID;
    CREATE TABLE dates (key INTEGER PRIMARY KEY, month TEXT, day INTEGER)`);
  const keyOf = sqlite
    .prepare<[string], number>('SELECT key FROM archive.articles WHERE id = ?  COLLATE NOCASE')
    .pluck();
  const facet = sqlite.prepare('INSERT OR IGNORE INTO facets VALUES (?, ?, ?)');
  const date = sqlite.prepare('INSERT OR IGNORE INTO dates VALUES (?, ?, ?)');
  const months = (day: number) =>
    new Date((day - 1) * 86_400_000 + Date.parse('0000-01-01')).toISOString().slice(0, 7);
  return {
    add(entries: Entry[]): void {
      sqlite.transaction(() => {
        for (const { id, day, facets } of entries) {
          const key = keyOf.get(id);
          if (key === undefined) throw new Error(`${id} is not in the archive.`);
          date.run(key, months(day), day);
          for (const { dimension, value } of facets)
            if (plainFacets.includes(dimension)) facet.run(dimension, key, value);
        }
      })();
    },
    close: () => sqlite.close(),
  };
}

export const plainFacets: readonly string[] = [
  'source',
  'language',
  'section',
  'subject',
  'company',
  'region',
];
