import { copyFileSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Article } from '@pressmark/core';
import type { Query } from '@pressmark/core/query';
import Database from 'better-sqlite3';
import fc from 'fast-check';
import { afterAll, expect, test } from 'vitest';
import { QueryLimit } from '../contract.ts';
import { openSqliteStore } from '../open.ts';
import { articleNumbered, articles } from '../testing/arbitraries.ts';
import { connect } from './connect.ts';
import { followColumns } from './follow-columns.ts';
import { loadColumns } from './load-columns.ts';
import { openPut } from './put.ts';

const folder = mkdtempSync(join(tmpdir(), 'pressmark-archive-'));
afterAll(() => rmSync(folder, { recursive: true }));
let number = 0;
const path = () => join(folder, `${++number}.db`);

const [invented] = fc.sample(articleNumbered(1), { seed: 1, numRuns: 1 }) as [Article];
const span = { start: 0, end: 0 };
const word = (text: string, prefix = false): Query => ({
  type: 'phrase',
  terms: [{ text, prefix }],
  quoted: false,
  span,
});
const numbered = (index: number, given: Partial<Article> = {}): Article => ({
  ...invented,
  id: `invented:${index}`,
  ...given,
});

test('the columns followed through any writes, by either process, equal the columns read anew', () => {
  const many = fc.array(fc.array(fc.nat(40).chain(articleNumbered), { maxLength: 12 }), {
    minLength: 1,
    maxLength: 6,
  });
  fc.assert(
    fc.property(many, (batches) => {
      const [one, other] = [path(), number].map(() => connect(join(folder, `${number}.db`)));
      if (!one || !other) throw new Error('no connections');
      const columns = followColumns(one.reader);
      const puts = [openPut(one.writer), openPut(other.writer)];
      for (const [index, batch] of batches.entries()) {
        puts[index % 2]?.(batch);
        if (index % 3 !== 2) expect(columns()).toEqual(loadColumns(other.reader));
      }
      expect(columns()).toEqual(loadColumns(other.reader));
      for (const { writer, reader } of [one, other]) {
        reader.close();
        writer.close();
      }
    }),
    { numRuns: 15 },
  );
});

test('columns that fell behind the book of changes are read anew', () => {
  const { writer, reader } = connect(path());
  const put = openPut(writer);
  const columns = followColumns(reader);
  put(Array.from({ length: 40 }, (_, index) => numbered(index)));
  columns();
  put([numbered(1, { headline: 'Changed', kind: 'article', publication: undefined } as Partial<Article>)]);
  put([numbered(99)]);
  writer.exec('DELETE FROM changes WHERE number <= 2');
  expect(columns()).toEqual(loadColumns(reader));
  reader.close();
  writer.close();
});

test('database and index are sound after writes, updates and moves, and hold one row an article', async () => {
  const file = path();
  const store = await openSqliteStore({ path: file });
  for (const seed of [1, 2, 3]) {
    await store.put(fc.sample(articles(50), { seed, numRuns: 1 })[0] as Article[]);
  }
  const { id } = await store.imports.create();
  await store.imports.setState(id, 'done');
  await store.close();
  const sqlite = new Database(file);
  expect(sqlite.pragma('integrity_check', { simple: true })).toBe('ok');
  expect(sqlite.pragma('foreign_key_check')).toEqual([]);
  sqlite.exec("INSERT INTO articles_index (articles_index) VALUES ('integrity-check')");
  const count = (from: string) => sqlite.prepare(`SELECT count(*) FROM ${from}`).pluck().get();
  const everywhere = [
    'articles',
    'article_texts',
    'articles_index',
    'articles JOIN article_texts USING (key)',
  ];
  expect(everywhere.map(count)).toEqual([50, 50, 50, 50]);
  sqlite.close();
});

test('where the index breaks its word, counting says so instead of guessing', async () => {
  const file = path();
  const store = await openSqliteStore({ path: file });
  await store.put([numbered(1, { headline: 'River' })]);
  const sqlite = new Database(file);
  sqlite.prepare('DELETE FROM articles').run();
  sqlite.prepare('INSERT INTO changes (number, keys) VALUES (2, ?)').run(Buffer.alloc(0));
  await expect(store.count({ query: word('river') }, ['year'])).rejects.toThrow('disagree');
  sqlite.close();
  await store.close();
});

test('an archive lies in a folder that is made for it, keeps a write-ahead log, and refuses what is no archive', async () => {
  const file = join(folder, 'new', 'folder', 'archive.db');
  const store = await openSqliteStore({ path: file });
  const sqlite = new Database(file);
  expect(sqlite.pragma('journal_mode', { simple: true })).toBe('wal');
  if (process.platform !== 'win32') {
    for (const own of [file, `${file}-wal`]) expect(statSync(own).mode & 0o777).toBe(0o600);
  }
  sqlite.close();
  await store.close();
  await expect(openSqliteStore({ path: ':memory:' })).rejects.toThrow('write-ahead log');
  const text = path();
  writeFileSync(text, 'This is a text and no database at all. '.repeat(100));
  await expect(openSqliteStore({ path: text })).rejects.toThrow('not a database');
});

test('no text of a query reaches the syntax of the engine', async () => {
  const store = await openSqliteStore({ path: path() });
  await store.put([numbered(1, { headline: 'river' })]);
  const texts = [
    'river" OR "x',
    '*',
    'NEAR(a b)',
    '{headline}: a',
    '^river',
    "river'--",
    '\0',
    '',
    '"',
    'river\uE000',
    '-',
    '(',
    'AND',
  ];
  for (const text of texts) {
    for (const prefix of [true, false]) {
      const { total } = await store.search({ query: word(text, prefix), sort: 'newest', limit: 1 });
      expect([text, total]).toEqual([text, 0]);
    }
  }
  await store.close();
});

test('a query that stands for too much is refused, not cut; deep brackets are answered or refused', async () => {
  const store = await openSqliteStore({ path: path() });
  const body = Array.from({ length: 60 }, (_, row) => ({
    kind: 'text' as const,
    text: Array.from({ length: 60 }, (_, column) => `wor${(row * 60 + column).toString(36)} x`).join(' '),
  }));
  await store.put([numbered(1, { body })]);
  const total = async (query: Query) => (await store.search({ query, sort: 'newest', limit: 1 })).total;
  const phrase = (...texts: string[]): Query => ({
    type: 'phrase',
    terms: texts.map((text) => ({ text: text.replace('*', ''), prefix: text.endsWith('*') })),
    quoted: false,
    span,
  });
  expect(await total(phrase('wor*', 'x'))).toBe(1);
  expect(await total(phrase('x', 'wor*'))).toBe(1);
  await expect(total(phrase('wo*', 'x', 'w*', 'x'))).rejects.toThrow(QueryLimit);
  const nested = (depth: number, wrap: (inner: Query, level: number) => Query): Query =>
    Array.from({ length: depth }).reduce<Query>((inner, _, level) => wrap(inner, level), word('x'));
  const mixed = (inner: Query, level: number): Query => ({
    type: level % 2 ? 'and' : 'or',
    of: [word(level % 2 ? 'x' : 'nothing'), inner],
    span,
  });
  const without = (inner: Query): Query => ({ type: 'not', include: word('x'), exclude: inner, span });
  expect(await total(nested(60, mixed))).toBe(1);
  expect(await total(nested(20, without))).toBe(1);
  await expect(total(nested(2_000, mixed))).rejects.toThrow(QueryLimit);
  await expect(total(nested(500, without))).rejects.toThrow(QueryLimit);
  await store.close();
});

test('an import left by a process that is gone is found interrupted; its files too', async () => {
  const file = path();
  const store = await openSqliteStore({ path: file });
  const { id } = await store.imports.create();
  const added = await store.imports.addFile(id, { file: 'a.html', sha256: 'ab', bytes: 1 });
  await store.imports.setState(id, 'running');
  await store.imports.setFileState(added.id, 'running');
  const sqlite = new Database(file);
  // The same number, begun long ago: a container's first process is always number 1.
  sqlite.exec('UPDATE imports SET process_began = 1000');
  const [left, ...others] = await store.imports.interrupted();
  expect([left?.id, left?.state, left?.trouble?.file, others]).toEqual([id, 'interrupted', 'a.html', []]);
  expect((await store.imports.file(added.id))?.state).toBe('interrupted');
  await store.imports.setState(id, 'running');
  sqlite.exec('UPDATE imports SET process = 99999999');
  expect((await store.imports.interrupted()).map((one) => one.id)).toEqual([id]);
  expect(await store.imports.interrupted()).toEqual([]);
  sqlite.close();
  await store.close();
});

test('copying the file of an open archive is no backup: what is in the log is missing', async () => {
  const file = path();
  const store = await openSqliteStore({ path: file });
  await store.put([numbered(1)]);
  copyFileSync(file, `${file}.copy`);
  const copy = new Database(`${file}.copy`);
  expect(() => copy.prepare('SELECT id FROM articles').all()).toThrow('no such table');
  copy.close();
  await store.close();
});
