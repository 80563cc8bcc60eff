import type { Article } from '@pressmark/core';
import { describe, expect, test } from 'vitest';
import type { Store } from '../contract.ts';

/** What the tests of the contract share. */
export interface Tools {
  archive(): Promise<Store>;
  /** An invented article of that number, of a day, with what is given. */
  dated(number: number, date: string, given?: Partial<Article>): Article;
  /** Ids of what a query finds. */
  idsOf(store: Store, text: string): Promise<string[]>;
}

const everything = { query: { type: 'all' } as const };

async function fileOf(store: Store, name: string): Promise<number> {
  const { id } = await store.imports.create();
  return (await store.imports.addFile(id, { file: name, sha256: name, bytes: 1 })).id;
}

/** The contract of withdrawals as tests. */
export function testWithdrawals({ archive, dated, idsOf }: Tools): void {
  const one = dated(1, '2017-04-08', { headline: 'Alpha', source: { name: 'A', code: 'AAA' } });
  const two = dated(2, '2017-04-08', { headline: 'Beta', source: { name: 'A', code: 'AAA' } });
  const three = dated(3, '2017-04-09', { headline: 'Gamma', source: { name: 'B', code: 'BBB' } });
  const at = (article: Article, index: number): Article => ({
    ...article,
    provenance: { ...article.provenance, index },
  });

  describe('withdraw', () => {
    test('takes an article out of searches, counts and streams, and keeps what it was', async () => {
      const store = await archive();
      const first = await fileOf(store, 'add.json');
      const second = await fileOf(store, 'del.json');
      await store.put([one, two, three], { file: first, read: 1 });
      const before = await store.get(one.id);
      expect(await store.withdraw([{ id: one.id.toUpperCase() }], second)).toBe(1);
      expect(await idsOf(store, 'alpha')).toEqual([]);
      expect(await idsOf(store, 'beta')).toEqual([two.id]);
      expect((await store.search({ ...everything, sort: 'newest', limit: 9 })).total).toBe(2);
      expect((await store.count(everything, ['source'])).counts.source).toEqual([
        { value: 'AAA', label: 'A', count: 1 },
        { value: 'BBB', label: 'B', count: 1 },
      ]);
      expect((await store.totals()).articles).toBe(2);
      expect(await store.get(one.id)).toEqual({
        ...before,
        withdrawn: { at: expect.any(String), file: { id: second, file: 'del.json' } },
      });
      expect(await store.get(one.accession?.number ?? '')).toEqual(await store.get(one.id));
      expect(await store.version(one.id, 1)).toEqual(one);
      expect((await store.get(two.id))?.withdrawn).toBeUndefined();
    });

    test('takes every article of a source, in any case', async () => {
      const store = await archive();
      const many = Array.from({ length: 1203 }, (_, index) =>
        dated(10 + index, `2017-05-${String((index % 28) + 1).padStart(2, '0')}`, {
          source: { name: 'A', code: 'AAA' },
        }),
      );
      await store.put([three, ...many]);
      expect(await store.withdraw([{ sourceCode: 'aaa' }, { sourceCode: 'none' }, {}])).toBe(1203);
      expect(
        (await store.search({ ...everything, sort: 'newest', limit: 9 })).hits.map(({ id }) => id),
      ).toEqual([three.id]);
    });

    test('is done once', async () => {
      const store = await archive();
      await store.put([one]);
      expect(await store.withdraw([{ id: one.id }, { id: one.id }, { id: 'none' }])).toBe(1);
      expect(await store.withdraw([{ id: one.id }])).toBe(0);
    });

    test('is undone by a later put, which goes on from the version there was', async () => {
      const store = await archive();
      const [first, last] = [await fileOf(store, 'add.json'), await fileOf(store, 'again.json')];
      await store.put([one], { file: first, read: 1 });
      await store.withdraw([{ id: one.id }]);
      // The key of the withdrawn article goes to another one meanwhile.
      await store.put([two]);
      const changed = { ...one, headline: 'Alpha again' };
      expect(await store.put([changed], { file: last, read: 1 })).toEqual(['new']);
      expect(await idsOf(store, 'alpha')).toEqual([one.id]);
      const stored = await store.get(one.id);
      expect(stored?.article).toEqual(changed);
      expect(stored?.withdrawn).toBeUndefined();
      expect(stored?.versions.map(({ version }) => version)).toEqual([1]);
      expect(stored?.files.map(({ file }) => file)).toEqual(['add.json', 'again.json']);
      expect((await store.get(two.id))?.files).toEqual([]);
      expect(await store.put([{ ...changed, headline: 'Alpha for good' }])).toEqual(['updated']);
      await store.withdraw([{ id: one.id }]);
      expect((await store.get(one.id))?.versions.map(({ version }) => version)).toEqual([2, 1]);
      expect((await store.version(one.id, 2))?.headline).toBe('Alpha again');
    });

    test('leaves what the same file brings behind the order', async () => {
      const store = await archive();
      const file = await fileOf(store, 'stream.json');
      await store.put([at(one, 0), at(two, 1)], { file, read: 1 });
      expect(await store.withdraw([{ sourceCode: 'AAA', after: 1 }], file)).toBe(1);
      expect(await idsOf(store, 'alpha OR beta')).toEqual([two.id]);
    });
  });
}
