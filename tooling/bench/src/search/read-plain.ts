import Database from 'better-sqlite3';
import { plainFacets } from './corpus/plain.ts';

/** What a person asks of an archive, put to SQLite in one statement each. */
export interface Plain {
  total(match: string): number;
  newest(match: string): number[];
  best(match: string): number[];
  counts(match: string): number;
  close(): void;
}

export function readPlain(path: string, database: string): Plain {
  const sqlite = new Database(database, { readonly: true });
  sqlite.exec(`ATTACH '${path.replaceAll("'", "''")}' AS plain`);
  const found = 'SELECT rowid FROM articles_index WHERE articles_index MATCH ?';
  const total = sqlite
    .prepare<[string], number>(`SELECT count(*) FROM articles_index WHERE articles_index MATCH ?`)
    .pluck();
  const newest = sqlite
    .prepare<[string], number>(
      `SELECT dates.key FROM articles_index JOIN plain.dates ON dates.key = articles_index.rowid
       WHERE articles_index MATCH ? ORDER BY day DESC LIMIT 20`,
    )
    .pluck();
  const best = sqlite
    .prepare<[string], number>(
      `SELECT rowid FROM articles_index WHERE articles_index MATCH ? ORDER BY bm25(articles_index) LIMIT 20`,
    )
    .pluck();
  const facet = sqlite.prepare<[string, string]>(
    `SELECT value, count(*) AS n FROM plain.facets WHERE key IN (${found}) AND dimension = ? GROUP BY value ORDER BY n DESC LIMIT 10`,
  );
  const timeline = sqlite.prepare<[string]>(
    `SELECT month, count(*) FROM plain.dates WHERE key IN (${found}) GROUP BY month ORDER BY month`,
  );
  return {
    total: (match) => total.get(match) as number,
    newest: (match) => newest.all(match),
    best: (match) => best.all(match),
    counts: (match) =>
      plainFacets.reduce((sum, dimension) => sum + facet.all(match, dimension).length, 0) +
      timeline.all(match).length,
    close: () => sqlite.close(),
  };
}
