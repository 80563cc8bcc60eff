import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, test } from 'vitest';
import { openSqliteStore } from '../open.ts';
import { compareWithBruteForce } from '../testing/compare.ts';

const folder = mkdtempSync(join(tmpdir(), 'pressmark-fuzz-'));
afterAll(() => rmSync(folder, { recursive: true }));

const seed = Number(process.env.PRESSMARK_SEED ?? Date.now() % 2 ** 31);

for (let round = 0; round < 20; round++) {
  test(`SQLite answers as brute force does, seed ${seed + round}`, { timeout: 3_600_000 }, async () => {
    const store = await openSqliteStore({ path: join(folder, `${round}.db`) });
    await compareWithBruteForce(store, { seed: seed + round, articles: 200, queries: 5_000 });
    await store.close();
  });
}
