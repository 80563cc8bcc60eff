import type { Database } from 'better-sqlite3';

/** Gives the id of an article, withdrawn or not, by its id or accession number in any case; undefined where there is none. */
export type IdOf = (wanted: string) => string | undefined;

/** Opens the look for ids, over any connection. */
export function openIdOf(sqlite: Database): IdOf {
  const select = sqlite
    .prepare<[string, string], string>(
      `SELECT id FROM articles WHERE id = ? COLLATE NOCASE
       UNION ALL SELECT article FROM withdrawn WHERE article = ? COLLATE NOCASE LIMIT 1`,
    )
    .pluck();
  const find = (id: string) => select.get(id, id);
  return (wanted) => find(wanted) ?? find(`factiva:${wanted}`);
}
