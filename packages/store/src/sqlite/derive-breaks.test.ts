import { join } from 'node:path';
import type { Article } from '@pressmark/core';
import { match, parseQuery, type Query } from '@pressmark/core/query';
import Database from 'better-sqlite3';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Store } from '../contract.ts';
import { openSqliteStore } from '../open.ts';
import { articleNumbered } from '../testing/arbitraries.ts';
import { useFolder } from '../testing/folder.ts';

const folder = useFolder();

const [invented] = fc.sample(articleNumbered(1), { seed: 1, numRuns: 1 }) as [Article];
/** Words with ever more paragraphs between them in which no word stands. */
const given = Array.from({ length: 9 }, (_, rules): Article => {
  const texts = ['* * *', 'iron one', ...Array(rules).fill('* * *'), 'two steel', '---'];
  return { ...invented, id: `invented:${rules}`, body: texts.map((text) => ({ kind: 'text', text })) };
});

function parse(text: string): Query {
  const parsed = parseQuery(text);
  if (!parsed.ok) throw new Error(parsed.problems[0]?.message);
  return parsed.query;
}

const queries = [
  'iron near3 steel',
  'steel near2 iron',
  'iron w/3 steel',
  'one near1 two',
  'one adj2 two',
].map(parse);
const expected = queries.map((query) =>
  given.flatMap((article) => (match(query, article) ? article.id : [])).sort(),
);

async function findAll(store: Store): Promise<string[][]> {
  const found: string[][] = [];
  for (const query of queries) {
    const ids: string[] = [];
    for await (const id of store.ids({ query })) ids.push(id);
    found.push(ids.sort());
  }
  return found;
}

test('paragraphs without a word part nothing, in archives of an earlier version too', async () => {
  const path = join(folder, 'archive.db');
  const store = await openSqliteStore({ path });
  await store.put(given);
  expect(await findAll(store)).toEqual(expected);
  await store.close();

  // As an earlier version indexed them.
  const sqlite = new Database(path);
  for (const { id, body } of given) {
    const key = sqlite.prepare<[string], number>('SELECT key FROM articles WHERE id = ?').pluck().get(id);
    sqlite.prepare('DELETE FROM articles_index WHERE rowid = ?').run(BigInt(key as number));
    sqlite
      .prepare('INSERT INTO articles_index (rowid, body) VALUES (?, ?)')
      .run(BigInt(key as number), body.map(({ text }) => text).join(' \uE000 '));
  }
  sqlite.exec('DELETE FROM derivations');
  sqlite.close();
  const later = await openSqliteStore({ path });
  expect(await findAll(later)).toEqual(expected);
  await later.close();
});
