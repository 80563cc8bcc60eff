import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Article } from '@pressmark/core';
import Database from 'better-sqlite3';
import fc from 'fast-check';
import { afterAll, expect, test } from 'vitest';
import { openSqliteStore } from '../open.ts';
import { articleNumbered, articles } from '../testing/arbitraries.ts';
import { openDoclists } from './doclists.ts';
import { indexColumns } from './index-row.ts';
import { loadColumns } from './load-columns.ts';
import { keysAt } from './place-sets.ts';
import { columnShift, type Offsets, openPostings } from './postings.ts';

const folder = mkdtempSync(join(tmpdir(), 'pressmark-postings-'));
afterAll(() => rmSync(folder, { recursive: true }));
const [invented] = fc.sample(articleNumbered(1), { seed: 1, numRuns: 1 }) as [Article];

type Row = [key: number, place: number];

/** Where a word stands, as the database itself says. */
function told(sqlite: Database.Database, word: string): Row[] {
  const rows = sqlite
    .prepare('SELECT doc, col, "offset" FROM temp.instances WHERE term = ? ORDER BY doc, rowid')
    .raw()
    .all(word) as [number, (typeof indexColumns)[number], number][];
  return rows
    .map(([key, column, offset]): Row => [key, (indexColumns.indexOf(column) << columnShift) + offset])
    .sort((a, b) => a[0] - b[0] || a[1] - b[1]);
}

/** Where words stand by the pages, looking at some articles only. */
function read(sqlite: Database.Database, words: string[], keys: number[]): Row[] {
  const all = openPostings(sqlite)(words).map((entry) => entry.open());
  const rows: Row[] = [];
  const places: Offsets = { list: new Int32Array(0), length: 0 };
  for (const key of keys) {
    for (const postings of all) {
      postings.seek(key);
      if (postings.key !== key) continue;
      places.length = 0;
      postings.addPlaces(places);
      for (const place of places.list.subarray(0, places.length)) rows.push([key, place]);
    }
  }
  return rows;
}

/** Expects the articles of words, of beginnings of words, and of those in some columns, to be those of the database. */
function expectSameSets(sqlite: Database.Database, words: string[]): void {
  const columns = loadColumns(sqlite);
  const doclists = openDoclists(sqlite);
  const statement = sqlite
    .prepare(
      `SELECT DISTINCT doc FROM temp.instances WHERE substr(term, 1, ?) = ? AND (length(term) = ? OR ?)
       AND instr(?, '"' || col || '"') ORDER BY doc`,
    )
    .pluck();
  for (const [index, word] of [...words, 'no such word'].entries()) {
    const isOpen = index % 2 === 0;
    const token = isOpen ? word.slice(0, 1 + (index % 3)) : word;
    const some = index % 5 === 0 ? null : indexColumns.filter((_, at) => (at + index) % 4 === 0);
    const bits = some?.reduce((sum, name) => sum | (1 << indexColumns.indexOf(name)), 0);
    const names = JSON.stringify(some ?? indexColumns);
    expect({
      token,
      isOpen,
      names,
      keys: [...keysAt(columns, doclists.find([{ token, isOpen, columns: bits ?? null }], columns).set)],
    }).toEqual({
      token,
      isOpen,
      names,
      keys: statement.all([...token].length, token, [...token].length, Number(isOpen), names),
    });
  }
}

function expectSame(path: string): void {
  const sqlite = new Database(path);
  sqlite.exec('CREATE VIRTUAL TABLE temp.instances USING fts5vocab(main, articles_index, instance)');
  const words = sqlite.prepare('SELECT term FROM articles_words').pluck().all() as string[];
  const keys = sqlite.prepare('SELECT key FROM articles ORDER BY key').pluck().all() as number[];
  expect(words.length).toBeGreaterThan(0);
  for (const [index, word] of [...words, 'no such word'].entries()) {
    // Every article of some words; of others every third, or one alone, so that pages are passed over.
    const some = keys.filter(
      (_, at) => index % 3 === 0 || (index % 3 === 1 ? at % 3 === 0 : at === keys.length - 2),
    );
    const wanted = new Set(some);
    expect({ word, rows: read(sqlite, [word], some) }).toEqual({
      word,
      rows: told(sqlite, word).filter(([key]) => wanted.has(key)),
    });
  }
  // Many at once, as a truncated word stands for: side by side, with some left out, and in any order.
  for (const some of [words, words.filter((_, at) => at % 3 !== 0), words.toReversed()]) {
    const inOrder = (rows: Row[]) => rows.sort((a, b) => a[0] - b[0] || a[1] - b[1]);
    const asked = ['no such word', ...some];
    expect(inOrder(read(sqlite, asked, keys))).toEqual(inOrder(some.flatMap((word) => told(sqlite, word))));
  }
  expectSameSets(
    sqlite,
    words.filter((_, index) => index % 20 === 0 || index > words.length - 5),
  );
  sqlite.close();
}

const long = (number: number, text: string): Article => ({
  ...invented,
  id: `invented:${number}`,
  body: [{ kind: 'text', text }],
});

test('places read from the pages are those the database tells, before and after pieces are merged', async () => {
  const path = join(folder, 'invented.db');
  const store = await openSqliteStore({ path });
  for (const seed of [1, 2, 3, 4])
    await store.put(fc.sample(articles(80), { seed, numRuns: 1 })[0] as Article[]);
  await store.close();
  expectSame(path);
  const sqlite = new Database(path);
  // A few pages at a time: what is merged already is gone from pieces that are still read.
  const merge = sqlite.prepare("INSERT INTO articles_index (articles_index, rank) VALUES ('merge', 2)");
  for (const _ of Array(5)) {
    merge.run();
    expectSame(path);
  }
  sqlite.exec("INSERT INTO articles_index (articles_index) VALUES ('optimize')");
  sqlite.close();
  expectSame(path);
});

test('words in very many articles and texts of many pages are read to their end, and what was removed is not', async () => {
  const path = join(folder, 'long.db');
  const store = await openSqliteStore({ path });
  const few = (number: number) => `common ${number % 7 === 0 ? 'seldom ' : ''}${'ore '.repeat(number % 40)}`;
  await store.put(Array.from({ length: 6_000 }, (_, number) => long(number, few(number))));
  await store.put([
    long(6_001, 'ore and common '.repeat(30_000)),
    long(3, 'common again'),
    long(4, 'nothing'),
  ]);
  await store.withdraw([{ id: 'invented:5' }]);
  await store.close();
  expectSame(path);
});
