import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { openSqliteStore } from '../open.ts';
import { compareWithOracle, followsLaws, limit } from '../testing/differential.ts';
import { useFolder } from '../testing/folder.ts';
import { makeKnown } from '../testing/known.ts';
import { putInPieces } from '../testing/pieces.ts';
import { hasReuters, readReuters } from '../testing/reuters.ts';
import { seed } from '../testing/seed.ts';

const folder = useFolder();
if (!hasReuters) console.warn('Reuters-21578 is not there: its half of the differential test is skipped.');

// Minutes, on a machine that is busy.
describe.skipIf(!hasReuters)('2,000 articles of Reuters-21578', { timeout: 600_000 }, () => {
  test(`answers are those of the oracle, and follow the laws, seed ${seed}`, async () => {
    const given = await readReuters();
    expect(new Set(given.map(({ id }) => id)).size).toBe(2_000);
    const path = join(folder, 'reuters.db');
    const store = await openSqliteStore({ path, limit });
    await putInPieces(store, path, given);
    const known = await makeKnown(store, given);
    await compareWithOracle(store, given, { queries: 500, seed, known });
    await followsLaws(store, given, { queries: 20, seed });
    await store.close();
  });
});
