import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import fc from 'fast-check';
import { afterAll, expect, test } from 'vitest';
import { openSqliteStore } from '../open.ts';
import { articleNumbered } from '../testing/arbitraries.ts';
import { followColumns } from './follow-columns.ts';
import { loadColumns } from './load-columns.ts';

const folder = mkdtempSync(join(tmpdir(), 'pressmark-columns-'));
afterAll(() => rmSync(folder, { recursive: true }));
let number = 0;

test('the files of articles are followed through imports, repeats, moves and withdrawals', async () => {
  const batch = fc.record({
    file: fc.constantFrom('a', 'b', 'a again'),
    articles: fc.array(fc.nat(12).chain(articleNumbered), { minLength: 1, maxLength: 10 }),
    isWithdrawn: fc.boolean(),
  });
  const property = fc.asyncProperty(fc.array(batch, { minLength: 1, maxLength: 6 }), async (batches) => {
    const path = join(folder, `${++number}.db`);
    const store = await openSqliteStore({ path });
    const reader = new Database(path, { readonly: true });
    const columns = followColumns(reader);
    const { id } = await store.imports.create();
    for (const { file, articles, isWithdrawn } of batches) {
      const added = await store.imports.addFile(id, { file, sha256: file.slice(0, 1), bytes: 1 });
      await store.put(articles, { file: added.id, read: 1 });
      expect(columns()).toEqual(loadColumns(reader));
      if (isWithdrawn) await store.withdraw([{ id: articles[0]?.id }]);
    }
    expect(columns()).toEqual(loadColumns(reader));
    reader.close();
    await store.close();
  });
  await fc.assert(property, { numRuns: 12 });
});
