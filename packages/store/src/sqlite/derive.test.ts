import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Article } from '@pressmark/core';
import Database from 'better-sqlite3';
import fc from 'fast-check';
import { afterAll, expect, test } from 'vitest';
import { Dimension } from '../contract.ts';
import { openSqliteStore } from '../open.ts';
import { articles } from '../testing/arbitraries.ts';
import { loadColumns } from './load-columns.ts';

const folder = mkdtempSync(join(tmpdir(), 'pressmark-derive-'));
afterAll(() => rmSync(folder, { recursive: true }));

const given = fc.sample(articles(70), { seed: 4, numRuns: 1 })[0] as Article[];
const everything = { query: { type: 'all' } as const };

/** Values and counts; which of several names a value has is another test's matter. */
async function countsOf(path: string) {
  const store = await openSqliteStore({ path });
  const { counts } = await store.count(everything, Dimension.options);
  await store.close();
  return Dimension.options.map((by) => [by, counts[by]?.map(({ value, count }) => [value, count])]);
}

test('an archive of an earlier version gains the values it lacks, also where a crash left it half done', async () => {
  const path = join(folder, 'archive.db');
  const store = await openSqliteStore({ path });
  await store.put(given);
  await store.close();
  const expected = await countsOf(path);
  const sqlite = new Database(path);
  const keys = sqlite.prepare<[], number>('SELECT key FROM articles ORDER BY key').pluck().all();
  const change = (sql: string, ...values: unknown[]) => sqlite.prepare(sql).run(...values);

  // The values of an archive that knows kinds alone.
  const [kind] = sqlite
    .prepare<[], number>(`SELECT id FROM dictionary WHERE dimension = 'kind'`)
    .pluck()
    .all();
  const early = Buffer.from([kind as number]);
  change('UPDATE articles SET facets = ?', early);
  change(`DELETE FROM dictionary WHERE dimension IN ('section', 'author', 'industry', 'person')`);
  change('DELETE FROM derivations');
  expect(await countsOf(path)).toEqual(expected);

  // Half of it done when the machine went down: the rest is brought up to date, what is done is not done again.
  const half = keys[35] as number;
  change('UPDATE articles SET facets = ? WHERE key > ?', early, half);
  change(`UPDATE derivations SET version = 1, "after" = ?`, half);
  const done = sqlite.prepare('SELECT count(*) FROM changes').pluck();
  const before = done.get() as number;
  expect(await countsOf(path)).toEqual(expected);
  expect(done.get()).toBe(before + 1);
  expect(loadColumns(sqlite).keys).toEqual(Float64Array.from(keys));

  // Nothing is left to do.
  await countsOf(path);
  expect(done.get()).toBe(before + 1);
  sqlite.close();
});
