import Database from 'better-sqlite3';
import { plainFacets } from '../corpus/plain.ts';
import type { Asked } from '../mix.ts';
import type { Answers, Engine } from './engine.ts';
import { boundsOf, type Language, translate } from './translate.ts';

/** Ordered distances and paragraphs cannot be said: NEAR takes both orders, and a paragraph is no unit. */
const language: Language = {
  phrase(terms, where) {
    const [first] = terms;
    const words = `"${terms.map(({ text }) => text).join(' ')}"${first?.prefix ? ' *' : ''}`;
    return where === 'headline' ? `headline : ${words}` : words;
  },
  and: (parts) => `(${parts.join(' AND ')})`,
  or: (parts) => `(${parts.join(' OR ')})`,
  near: (a, b, words) => `NEAR(${a} ${b}, ${words - 1})`,
};

const dayNumber = (iso: string): number => (Date.parse(iso) - Date.parse('0000-01-01')) / 86_400_000 + 1;

/** Conditions on the rows of `dates`, without values of their own. */
function filterOf({ selection }: Asked): string {
  const { from, to, source } = boundsOf(selection);
  const days = from && to ? ` AND day BETWEEN ${dayNumber(from)} AND ${dayNumber(to)}` : '';
  const inSource = source
    ? ` AND EXISTS (SELECT 1 FROM plain.facets WHERE facets.key = dates.key AND dimension = 'source' AND value = '${source}')`
    : '';
  return `${days}${inSource}`;
}

/** The obvious design: FTS5 and SQL with `GROUP BY`, over the very index of words that ours has. */
export async function openPlainEngine(path: string, database: string): Promise<Engine> {
  const sqlite = new Database(database, { readonly: true });
  sqlite.exec(`ATTACH '${path.replaceAll("'", "''")}' AS plain`);
  const { version } = sqlite.prepare('SELECT sqlite_version() AS version').get() as { version: string };

  function ask(asked: Asked): Answers | null {
    const match = translate(asked.q, language);
    if (match === null) return null;
    const filter = filterOf(asked);
    const index = filter
      ? 'articles_index JOIN plain.dates ON dates.key = articles_index.rowid'
      : 'articles_index';
    const found = `FROM ${index} WHERE articles_index MATCH ?${filter}`;
    const keys = `SELECT articles_index.rowid ${found}`;
    const total = (): number => sqlite.prepare(`SELECT count(*) ${found}`).pluck().get(match) as number;
    return {
      async page() {
        sqlite
          .prepare(
            `SELECT dates.key FROM articles_index JOIN plain.dates ON dates.key = articles_index.rowid
             WHERE articles_index MATCH ?${filter} ORDER BY day DESC LIMIT 20`,
          )
          .all(match);
        return total();
      },
      async best() {
        sqlite.prepare(`${keys} ORDER BY bm25(articles_index) LIMIT 20`).all(match);
        return total();
      },
      async counts() {
        const facet = sqlite.prepare(
          `SELECT value, count(*) AS n FROM plain.facets WHERE key IN (${keys}) AND dimension = ? GROUP BY value ORDER BY n DESC LIMIT 10`,
        );
        for (const dimension of plainFacets) facet.all(match, dimension);
        const months = sqlite
          .prepare(
            `SELECT month, count(*) AS n FROM plain.dates WHERE key IN (${keys}) GROUP BY month ORDER BY month`,
          )
          .all(match) as { n: number }[];
        return months.reduce((sum, { n }) => sum + n, 0);
      },
    };
  }
  return { label: `SQLite ${version}`, ask, close: async () => void sqlite.close() };
}
