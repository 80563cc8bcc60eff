import type { Article } from '@pressmark/core';
import type { Database } from 'better-sqlite3';
import { type KeySet, noKeys } from './key-sets.ts';
import { parseKeys } from './range.ts';

/** When articles came in, over one connection. A moment is the number of the last change to the archive. */
export interface Arrivals {
  moment(): number;
  /** The articles whose present version came in after a moment. */
  after(moment: number): KeySet;
  /** The version that stood at a moment under the id of the article with this key, where it has been replaced since. */
  stoodAt(key: number, moment: number): Article | null;
  /** How many of the articles bring a text that the archive had at a moment. */
  countKnown(keys: KeySet, moment: number): number;
  /** Every key: the last to come in first, then the newest first. */
  newestFirst(): IterableIterator<number>;
}

function prepare(sqlite: Database) {
  const had = (table: string) => `SELECT text_hash FROM ${table} WHERE arrival <= :moment AND text_hash IN
    (SELECT value FROM json_each(:hashes))`;
  return {
    moment: sqlite.prepare<[], number>('SELECT coalesce(max(number), 0) FROM changes').pluck(),
    after: sqlite
      .prepare<[number], Buffer | null>(
        'SELECT CAST(group_concat(key) AS BLOB) FROM articles WHERE arrival > ?',
      )
      .pluck(),
    stood: sqlite
      .prepare<[{ key: number; moment: number }], string>(
        `SELECT article_versions.json FROM articles JOIN article_versions
           ON article_versions.id = articles.id COLLATE NOCASE
         WHERE articles.key = :key AND article_versions.arrival <= :moment AND departure > :moment`,
      )
      .pluck(),
    hash: sqlite.prepare<[number], number | null>('SELECT text_hash FROM articles WHERE key = ?').pluck(),
    had: sqlite
      .prepare<[{ hashes: string; moment: number }], number>(
        `${had('articles')} UNION ${had('article_versions')}`,
      )
      .pluck(),
    newestFirst: sqlite
      .prepare<[], number>('SELECT key FROM articles ORDER BY arrival DESC, key DESC')
      .pluck(),
  };
}

/** Opens what is known of arrivals. */
export function openArrivals(sqlite: Database): Arrivals {
  const statements = prepare(sqlite);
  return {
    moment: () => statements.moment.get() as number,
    after: (moment) =>
      parseKeys(statements.after.get(moment) ?? null)
        .slice()
        .sort(),
    stoodAt(key, moment) {
      const json = statements.stood.get({ key, moment });
      return json === undefined ? null : JSON.parse(json);
    },
    countKnown(keys, moment) {
      if (keys === noKeys) return 0;
      const hashes = Array.from(keys, (key) => statements.hash.get(key) ?? null);
      const asked = [...new Set(hashes)].filter((hash) => hash !== null);
      const had = new Set<number | null>(statements.had.all({ hashes: JSON.stringify(asked), moment }));
      return hashes.filter((hash) => had.has(hash)).length;
    },
    newestFirst: () => statements.newestFirst.iterate(),
  };
}
