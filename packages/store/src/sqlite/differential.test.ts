import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Article } from '@pressmark/core';
import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import type { Store } from '../contract.ts';
import { openSqliteStore } from '../open.ts';
import { articles } from '../testing/arbitraries.ts';
import { compareWithOracle, followsLaws } from '../testing/differential.ts';
import { hasReuters, readReuters } from '../testing/reuters.ts';

const folder = mkdtempSync(join(tmpdir(), 'pressmark-differential-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** A fresh one each run; the name of a test that fails says which. */
const seed = Number(process.env.PRESSMARK_SEED ?? Date.now() % 2 ** 31);
/** Milliseconds a test may take on a machine that is busy. */
const patience = 600_000;
const queries = 500;

if (!hasReuters) console.warn('Reuters-21578 is not there: its half of the differential test is skipped.');

async function open(name: string, given: Article[]): Promise<Store> {
  const store = await openSqliteStore({ path: join(folder, `${name}.db`) });
  await store.put(given);
  return store;
}

describe('2,000 generated articles', { timeout: patience }, () => {
  test(`answers are those of the oracle, seed ${seed}`, async () => {
    const given = fc.sample(articles(2_000), { seed, numRuns: 1 })[0] as Article[];
    const store = await open('generated', given);
    await compareWithOracle(store, given, { queries, seed });
    await followsLaws(store, given, { queries: 50, seed });
    await store.close();
  });
});

describe.skipIf(!hasReuters)('2,000 articles of Reuters-21578', { timeout: patience }, () => {
  test(`answers are those of the oracle, seed ${seed}`, async () => {
    const given = await readReuters();
    expect([given.length, new Set(given.map(({ id }) => id)).size]).toEqual([2_000, 2_000]);
    const store = await open('reuters', given);
    await compareWithOracle(store, given, { queries, seed });
    await followsLaws(store, given, { queries: 50, seed });
    await store.close();
  });
});
