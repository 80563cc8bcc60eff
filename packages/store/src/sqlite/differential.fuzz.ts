import { join } from 'node:path';
import type { Article } from '@pressmark/core';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { openSqliteStore } from '../open.ts';
import { articles } from '../testing/arbitraries.ts';
import { compareWithOracle, followsLaws, limit } from '../testing/differential.ts';
import { useFolder } from '../testing/folder.ts';
import { makeKnown, withCopies } from '../testing/known.ts';
import { putInPieces } from '../testing/pieces.ts';
import { hasReuters, readReuters } from '../testing/reuters.ts';
import { seed } from '../testing/seed.ts';

// 100,000 queries; fewer, for a look, by PRESSMARK_QUERIES.
const rounds = 20;
const queries = Math.ceil(Number(process.env.PRESSMARK_QUERIES ?? 100_000) / rounds);
const folder = useFolder();

const corpora = {
  generated: async (at: number) => fc.sample(articles(2_000), { seed: at, numRuns: 1 })[0] as Article[],
  reuters: readReuters,
};

/** A test for each round, so that one that fails names the seed that repeats it. */
for (let round = 0; round < rounds; round++) {
  const name = round % 2 === 0 ? 'generated' : 'reuters';
  const at = seed + round;
  test.skipIf(name === 'reuters' && !hasReuters)(
    `2,000 articles (${name}): answers are those of the oracle, seed ${at}`,
    { timeout: 6 * 3_600_000 },
    async () => {
      const drawn = await corpora[name](at);
      expect(drawn).toHaveLength(2_000);
      const given = withCopies(drawn);
      const path = join(folder, `${round}.db`);
      const store = await openSqliteStore({ path, limit });
      await putInPieces(store, path, given);
      const known = await makeKnown(store, given);
      await compareWithOracle(store, given, { queries, seed: at, known });
      await followsLaws(store, given, { queries: Math.ceil(queries / 20), seed: at });
      await store.close();
    },
  );
}
