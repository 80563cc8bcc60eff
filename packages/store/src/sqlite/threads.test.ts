import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Article } from '@pressmark/core';
import { parseQuery, type Query, QueryLimit } from '@pressmark/core/query';
import fc from 'fast-check';
import { afterAll, expect, test } from 'vitest';
import type { Store } from '../contract.ts';
import { openSqliteStore } from '../open.ts';
import { articleNumbered, articles } from '../testing/arbitraries.ts';

const folder = mkdtempSync(join(tmpdir(), 'pressmark-threads-'));
afterAll(() => rmSync(folder, { recursive: true }));
const thread = new URL('../testing/thread.ts', import.meta.url);
/** Milliseconds a test may take on a machine that is busy. */
const patience = 60_000;

const [invented] = fc.sample(articleNumbered(1), { seed: 1, numRuns: 1 }) as [Article];

function parse(text: string): Query {
  const parsed = parseQuery(text);
  if (!parsed.ok) throw new Error(parsed.problems[0]?.message);
  return parsed.query;
}

async function collect<T>(items: AsyncIterable<T>): Promise<T[]> {
  const list: T[] = [];
  for await (const item of items) list.push(item);
  return list;
}

const all = parse('');
const withoutEnd = new AbortController().signal;

/** Everything a store says by reading. */
async function readAll(store: Store) {
  const page = await store.search({ query: all, sort: 'newest', limit: 30 });
  const next = await store.search({ query: all, sort: 'newest', limit: 30, cursor: page.next ?? undefined });
  const id = page.hits[0]?.id ?? '';
  return {
    page,
    next,
    article: await store.get(id),
    none: await store.get('none'),
    version: await store.version(id, 1),
    counts: await store.count({ query: all }, ['source', 'year']),
    articles: await collect(store.stream({ query: all })),
    ids: await collect(store.until(withoutEnd).ids({ query: all })),
    totals: await store.totals(),
    words: await store.countWords(['the', 'article']),
  };
}

/** An archive of long articles, in which words of another field than the text are found by reading them. */
async function openSlow(name: string, limit: number, length = 400): Promise<Store> {
  const path = join(folder, `${name}.db`);
  const text = `${'iron and steel '.repeat(400)} then much later ore`;
  const store = await openSqliteStore({ path, thread, limit });
  await store.put(
    Array.from({ length }, (_, number) => ({
      ...invented,
      id: `invented:${number}`,
      body: [{ kind: 'text' as const, part: 'lead' as const, text }],
    })),
  );
  return store;
}

const slow = parse('lp=(iron near2 steel near2 ore)');
const quick = { query: parse('iron'), sort: 'newest', limit: 1 } as const;

test('threads answer what one thread answers, and see what is written meanwhile', {
  timeout: patience,
}, async () => {
  const path = join(folder, 'same.db');
  const here = await openSqliteStore({ path });
  const apart = await openSqliteStore({ path, thread });
  for (const seed of [1, 2]) {
    await here.put(fc.sample(articles(150), { seed, numRuns: 1 })[0] as Article[]);
    expect(await readAll(apart)).toEqual(await readAll(here));
  }
  await apart.close();
  await here.close();
});

test('an error of a thread is the same error here', { timeout: patience }, async () => {
  const store = await openSqliteStore({ path: join(folder, 'errors.db'), thread });
  const words = Array.from({ length: 6_000 }, (_, number) => `stem${number.toString(36)}`).join(' ');
  await store.put([{ ...invented, body: [{ kind: 'text', text: words }] }]);
  await expect(collect(store.ids({ query: parse('stem$9') }))).rejects.toThrow(QueryLimit);
  await expect(store.search({ ...quick, cursor: 'eA' })).rejects.toThrow(RangeError);
  await store.close();
});

test('a search that takes too long ends with the limit, and others are answered meanwhile', {
  timeout: patience,
}, async () => {
  // Far beyond the limit, on a fast machine too.
  const length = 2_000;
  const store = await openSlow('limit', 400, length);
  // Both threads are there before the clock runs: one is held up until the other has answered.
  for (let isThere = false; !isThere; ) {
    const held = store.count({ query: slow }, ['year']).then(
      () => 'slow',
      () => 'slow',
    );
    isThere = (await Promise.race([held, store.search(quick)])) !== 'slow';
    await held;
  }
  const ended: string[] = [];
  const stopped = store.count({ query: slow }, ['year']).catch((error: unknown) => {
    ended.push('slow');
    return error;
  });
  await store.search(quick).then(() => ended.push('quick'));
  const error = await stopped;
  expect(error).toBeInstanceOf(QueryLimit);
  expect((error as Error).message).toContain('limit of 0.4 seconds');
  expect(ended).toEqual(['quick', 'slow']);
  expect((await store.search(quick)).total).toBe(length);
  await store.close();
});

test('a page of slow searches holds up no other, and the threads it took are given back', {
  timeout: patience,
}, async () => {
  // Slow beside the start of a thread, on a busy machine too.
  const length = 2_000;
  const store = await openSlow('page', patience, length);
  const abort = new AbortController();
  const ended: string[] = [];
  const counted = (at: number) =>
    store
      .until(abort.signal)
      .count({ query: slow }, ['year'])
      .catch(() => at);
  const page = [1, 2, 3, 4].map((at) => counted(at).then(() => ended.push('slow')));
  await store.search(quick).then(() => ended.push('quick'));
  expect(ended).toEqual(['quick']);
  abort.abort(new Error('gone'));
  await Promise.all(page);
  // An iteration that began before is not lost with a thread that is not needed any more.
  const ids = store.ids({ query: all })[Symbol.asyncIterator]();
  expect((await ids.next()).done).toBe(false);
  expect((await store.search(quick)).total).toBe(length);
  await store.close();
});

test('a search ends with its signal, waiting, running or between two items; the archive goes on', {
  timeout: patience,
}, async () => {
  const store = await openSlow('abort', 60_000);
  const abort = new AbortController();
  const running = [1, 2, 3].map(() => store.until(abort.signal).count({ query: slow }, ['year']));
  const items = store.until(abort.signal).ids({ query: all })[Symbol.asyncIterator]();
  await Promise.resolve();
  abort.abort(new Error('gone'));
  const ends = await Promise.allSettled(running);
  expect(ends).toEqual(ends.map(() => ({ status: 'rejected', reason: new Error('gone') })));
  await expect(items.next()).rejects.toThrow('gone');
  expect((await store.search(quick)).total).toBe(400);
  await store.close();
});

test('iterations that are left early, or that share a thread, do not disturb each other', {
  timeout: patience,
}, async () => {
  const store = await openSlow('streams', 60_000);
  for await (const _ of store.stream({ query: all })) break;
  const both = await Promise.all([1, 2, 3].map(() => collect(store.ids({ query: all }))));
  expect(both.map((ids) => new Set(ids).size)).toEqual([400, 400, 400]);
  await store.close();
});

test('a thread that stays in one statement is replaced', { timeout: patience }, async () => {
  const store = await openSqliteStore({ path: join(folder, 'stuck.db'), thread, limit: 500 });
  // A phrase that nearly stands at each of a million places is one step of the database.
  const text = `steel ${'ore '.repeat(1_000_000)}`;
  const number = (at: number) => ({
    ...invented,
    id: `invented:${at}`,
    body: [{ kind: 'text' as const, text }],
  });
  await store.put([1, 2].map(number));
  await store.totals();
  const stuck = { ...quick, query: parse(`"${'ore '.repeat(100)}steel"`) };
  await expect(store.search(stuck)).rejects.toThrow(QueryLimit);
  expect((await store.totals()).articles).toBe(2);
  await store.close();
});

test('a process that closes its archive while a thread begins ends when it is closed', {
  timeout: patience,
}, () => {
  const script = fileURLToPath(new URL('../testing/close-child.ts', import.meta.url));
  const ran = spawnSync(process.execPath, ['--no-warnings', script, join(folder, 'closing.db')], {
    encoding: 'utf8',
  });
  expect(ran).toMatchObject({ status: 0, stdout: 'closed', stderr: '' });
});
