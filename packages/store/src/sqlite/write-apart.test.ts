import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import type { Article } from '@pressmark/core';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { openSqliteStore } from '../open.ts';
import { searching } from '../searching.ts';
import { articles } from '../testing/arbitraries.ts';
import { useFolder } from '../testing/folder.ts';
import { loadedNative } from './native.ts';
import { writeApart } from './write-apart.ts';

const folder = useFolder();
const script = new URL('../testing/thread.ts', import.meta.url);

test('a thread that ends when nothing is written loses nothing: writes that come meanwhile go to the next one', async () => {
  const path = join(folder, 'idle.db');
  const given = fc.sample(articles(6), { seed: 1, numRuns: 1 })[0] as Article[];
  const store = await openSqliteStore({ path });
  const { write, close } = writeApart(
    script,
    { role: 'writer', path, native: loadedNative() as string, searching: searching.shared },
    1,
  );
  const answers: unknown[] = [];
  for (const [number, article] of given.entries()) {
    const writes = [write('put', [[article]]), ...(number % 3 === 0 ? [write('put', [[article]])] : [])];
    answers.push(...(await Promise.all(writes)));
    // Before, while and after the thread ends.
    await setTimeout(number % 3);
  }
  const last = write('put', [[given[0] as Article]]);
  await Promise.all([close(), last]);
  expect(answers.flat().sort()).toEqual([
    ...given.map(() => 'new'),
    ...given.filter((_, number) => number % 3 === 0).map(() => 'unchanged'),
  ]);
  expect(await last).toEqual(['unchanged']);
  expect((await store.totals()).articles).toBe(given.length);
  await store.close();
});
