import { join } from 'node:path';
import type { Article } from '@pressmark/core';
import fc from 'fast-check';
import { describe, test } from 'vitest';
import { openSqliteStore } from '../open.ts';
import { articles } from '../testing/arbitraries.ts';
import { compareWithOracle, followsLaws, limit } from '../testing/differential.ts';
import { useFolder } from '../testing/folder.ts';
import { makeKnown, withCopies } from '../testing/known.ts';
import { putInPieces } from '../testing/pieces.ts';
import { seed } from '../testing/seed.ts';

const folder = useFolder();

// Minutes, on a machine that is busy.
describe('2,000 generated articles', { timeout: 600_000 }, () => {
  test(`answers are those of the oracle, and follow the laws, seed ${seed}`, async () => {
    const given = withCopies(fc.sample(articles(2_000), { seed, numRuns: 1 })[0] as Article[]);
    const path = join(folder, 'generated.db');
    const store = await openSqliteStore({ path, limit });
    await putInPieces(store, path, given);
    const known = await makeKnown(store, given);
    await compareWithOracle(store, given, { queries: 500, seed, known });
    await followsLaws(store, given, { queries: 20, seed });
    await store.close();
  });
});
