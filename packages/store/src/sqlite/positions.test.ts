import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Article } from '@pressmark/core';
import { parseQuery, QueryLimit } from '@pressmark/core/query';
import { afterAll, expect, test } from 'vitest';
import type { Store } from '../contract.ts';
import { openSqliteStore } from '../open.ts';

const folder = mkdtempSync(join(tmpdir(), 'pressmark-positions-'));
afterAll(() => rmSync(folder, { recursive: true }));

function articleOf(number: number, paragraphs: string[]): Article {
  return {
    id: `factiva:INVENT000020170408ed48${number}`,
    accession: { vendor: 'factiva', number: `INVENT000020170408ed48${number}` },
    kind: 'article',
    headline: `Number ${number}`,
    authors: [],
    body: paragraphs.map((text) => ({ kind: 'text', text })),
    wordCount: { counted: 5 },
    codes: { companies: [], industries: [], subjects: [], regions: [], people: [], provider: [] },
    links: [],
    raw: [],
    provenance: {
      file: 'a.html',
      span: { start: 0, end: 1 },
      index: number,
      reader: 'invented',
      readerVersion: 1,
    },
    diagnostics: [],
  };
}

async function find(store: Store, text: string): Promise<string[]> {
  const parsed = parseQuery(text);
  if (!parsed.ok) throw new Error(parsed.problems[0]?.message);
  const found: string[] = [];
  for await (const id of store.ids({ query: parsed.query })) found.push(id.slice(-1));
  return found.sort();
}

const stories = [
  ['steel and iron', 'ore'],
  ['steel', '', 'iron'],
  ['iron, then steel'],
  ['steel one two three iron'],
];

test.each([
  ['steel adj2 iron', ['0']],
  ['steel w/2 iron', ['0', '1']],
  ['steel near2 iron', ['0', '1', '2']],
  ['steel same iron', ['0', '2', '3']],
  ['steel % iron', ['0']],
  ['iron /F1/', ['2']],
  ['iron /F2/', ['1', '2']],
  ['atleast2 (steel or ore)', ['0']],
])('%s is told from positions', async (text, expected) => {
  const store = await openSqliteStore({ path: join(folder, `${text.replace(/\W/g, '')}.db`) });
  await store.put(stories.map((paragraphs, number) => articleOf(number, paragraphs)));
  expect(await find(store, text)).toEqual(expected);
  await store.close();
});

test('a wildcard that stands for too many words is an error, not a part of the results', async () => {
  const store = await openSqliteStore({ path: join(folder, 'many.db') });
  const words = Array.from({ length: 6_000 }, (_, number) => `stem${number.toString(36)}`);
  await store.put([articleOf(0, [words.join(' ')])]);
  expect(await find(store, 'stem*')).toEqual(['0']);
  expect(await find(store, 'stem* near5 stem0')).toEqual(['0']);
  for (const text of ['stem$9', 'ste?*', 'stem* stem1']) {
    await expect(find(store, text)).rejects.toThrow(QueryLimit);
  }
  await store.close();
});
