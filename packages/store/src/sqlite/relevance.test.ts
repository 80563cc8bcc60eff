import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Article } from '@pressmark/core';
import { match, parseQuery, type Query, tokenize } from '@pressmark/core/query';
import Database from 'better-sqlite3';
import fc from 'fast-check';
import { afterAll, expect, test } from 'vitest';
import { openSqliteStore } from '../open.ts';
import { articles } from '../testing/arbitraries.ts';

const folder = mkdtempSync(join(tmpdir(), 'pressmark-relevance-'));
afterAll(() => rmSync(folder, { recursive: true }));

function parse(text: string): Query {
  const parsed = parseQuery(text);
  if (!parsed.ok) throw new Error(text);
  return parsed.query;
}

/** What a place in a column counts, and from which group on. */
const worth: Record<string, [weight: number, group: number]> = {
  headline: [10, 0],
  section: [1, 1],
  column: [1, 1],
  lead: [2, 1],
  kicker: [4, 2],
  byline: [2, 2],
  credit: [1, 2],
  dateline: [2, 2],
  body: [1, 2],
};

/** A query, and the words that rank what it finds: distances do not. */
interface Asked {
  query: Query;
  ranked: string;
}

/** The definition of the read me, by what the database itself says of its index. */
function openBruteForce(sqlite: Database.Database) {
  sqlite.exec('CREATE VIRTUAL TABLE temp.instances USING fts5vocab(main, articles_index, instance)');
  const rows = sqlite.prepare('SELECT key, id, words FROM articles').all() as {
    key: number;
    id: string;
    words: number;
  }[];
  const mean = rows.reduce((sum, { words }) => sum + words, 0) / rows.length;
  const places = sqlite.prepare('SELECT doc, col FROM temp.instances WHERE term = ?').raw();
  return (given: Article[], { query, ranked }: Asked): string[] => {
    const words = ranked.split(/ (?:and|or) /);
    const plain = parse(ranked);
    const found = words.map((word) => places.all(word) as [number, string][]);
    const scored = rows.flatMap(({ key, id, words: length }) => {
      const article = given.find((one) => one.id === id) as Article;
      if (!match(query, article)) return [];
      const meets = (field: 'hd' | 'hlp') =>
        match({ type: 'field', field, of: plain, span: { start: 0, end: 0 } }, article);
      const group = meets('hd') ? 0 : meets('hlp') ? 1 : 2;
      const sum = found.reduce((score, list) => {
        const few = new Set(list.map(([doc]) => doc)).size;
        const rarity = Math.log(1 + (rows.length - few + 0.5) / (few + 0.5));
        const often = list
          .filter(([doc, column]) => doc === key && (worth[column]?.[1] ?? 3) <= group)
          .reduce((times, [, column]) => times + (worth[column]?.[0] ?? 0), 0);
        return score + (rarity * often * 2.2) / (often + 1.2 * (0.25 + (0.75 * length) / mean));
      }, 0);
      return [{ key, id, group, sum: Math.round(sum * 1e4) }];
    });
    return scored
      .sort((a, b) => a.group - b.group || b.sum - a.sum || b.key - a.key)
      .map(({ group, sum, id }) => `${group} ${sum} ${id}`);
  };
}

test('articles come by group, then by score, then newest first, as the definition says', async () => {
  const given = fc.sample(articles(150), { seed: 5, numRuns: 1 })[0] as Article[];
  const path = join(folder, 'archive.db');
  const store = await openSqliteStore({ path });
  await store.put(given);
  const sqlite = new Database(path, { readonly: true });
  const expected = openBruteForce(sqlite);
  const words = given.flatMap(({ headline, body }) =>
    tokenize([headline, body[0]?.text].join(' ')).map(({ text }) => text),
  );
  const word = fc.constantFrom(...words.filter((text) => /^[a-z]+$/.test(text) && parseQuery(text).ok));
  // Chosen as often as they stand: common words near each other are rarely met.
  const by = fc.constantFrom('and', 'or', 'near1', 'near2', 'same');
  const asked = fc.oneof(
    word.map((one): Asked => ({ query: parse(one), ranked: one })),
    fc.tuple(word, word, by).map(([a, b, by]): Asked => {
      const ranked = by === 'or' ? `${a} or ${b}` : `${a} and ${b}`;
      return { query: parse(`${a} ${by} ${b}`), ranked };
    }),
  );
  const property = fc.asyncProperty(asked, async ({ query, ranked }) => {
    const wanted = expected(given, { query, ranked });
    const ids: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await store.search({ query, sort: 'relevance', limit: 7, cursor });
      ids.push(...page.hits.map(({ id }) => id));
      cursor = page.next ?? undefined;
    } while (cursor !== undefined);
    expect(ids).toHaveLength(wanted.length);
    // Scores that are equal to the fourth digit may come in either order.
    const signs = new Map(wanted.map((one) => [one.split(' ')[2], one.split(' ').slice(0, 2).join(' ')]));
    const order = wanted.map((one) => one.split(' ').slice(0, 2).join(' '));
    expect(ids.map((id) => signs.get(id))).toEqual(order);
  });
  await fc.assert(property, { numRuns: 200 });
  sqlite.close();
  await store.close();
});
