import type { Article } from '@pressmark/core';
import { expect, test } from 'vitest';
import type { Selection } from '../contract.ts';
import type { Tools } from './withdrawals.ts';

type FileTools = Pick<Tools, 'archive' | 'dated'>;

const everything = { query: { type: 'all' } as const };

const report = {
  reader: 'factiva-rtf',
  scores: [],
  charset: 'utf-8',
  declared: null,
  found: 2,
  rejected: 0,
  unreadBytes: 0,
  balanced: true,
  spans: [],
  diagnostics: [],
};

export function testFiles(tools: FileTools): void {
  testGivenFiles(tools);
  testFilesWithin(tools);
}

function testGivenFiles({ archive, dated }: FileTools): void {
  test('count an article in every file it was met in, choose and exclude by them, after moves and withdrawals too', async () => {
    const store = await archive();
    const given = [1, 2, 3, 4].map((number) => dated(number, '2017-04-08'));
    const { id } = await store.imports.create();
    const [one, two] = [
      await store.imports.addFile(id, { file: 'one.rtf', sha256: 'a', bytes: 1 }),
      await store.imports.addFile(id, { file: 'two.rtf', sha256: 'b', bytes: 1 }),
    ];
    const count = async (selection?: Selection) => {
      const { total, facets } = await store.facets({ ...everything, selection }, [
        { by: 'file', top: 9, skip: 0 },
      ]);
      return [total, ...(facets[0]?.buckets ?? []).map(({ label, count }) => `${label} ${count}`)];
    };
    await store.put(given, { file: one.id, read: 1 });
    expect(await count()).toEqual([4, 'one.rtf 4']);
    // Met again: nothing of the articles changes, only where they were met.
    await store.put(given.slice(2), { file: two.id, read: 1 });
    expect(await count()).toEqual([4, 'one.rtf 4', 'two.rtf 2']);
    expect(await count({ file: [String(two.id)] })).toEqual([2, 'one.rtf 4', 'two.rtf 2']);
    expect(await count({ exclude: { file: [String(two.id)] } })).toEqual([2, 'one.rtf 4', 'two.rtf 2']);
    expect(await count({ file: ['no file'] })).toEqual([0, 'one.rtf 4', 'two.rtf 2']);
    const moved = dated(3, '2017-05-01', { headline: 'Moved' });
    await store.put([moved], { file: one.id, read: 2 });
    await store.withdraw([{ id: (given[3] as Article).id }]);
    expect(await count()).toEqual([3, 'one.rtf 3', 'two.rtf 1']);
  });
}

function testFilesWithin({ archive, dated }: FileTools): void {
  test('know a file within a file by where it lies, before and after its content is known', async () => {
    const store = await archive();
    const { id } = await store.imports.create();
    const count = async () => {
      const { facets } = await store.facets(everything, [{ by: 'file', top: 9, skip: 0 }]);
      return facets[0]?.buckets.map(({ label, count }) => `${label} ${count}`);
    };
    const read = async (outer: string, name: string, numbers: number[]) => {
      const [within = 0] = await store.imports.announce(id, [{ file: outer, bytes: 9 }]);
      await count();
      await store.imports.fill(within, { importId: id, sha256: 'zip', bytes: 9 });
      const inner = { file: `${outer}/${name}`, sha256: '', bytes: 0, within };
      const member = await store.imports.addFile(id, inner);
      const articles = numbers.map((number) => dated(number, '2017-04-08'));
      await store.put(articles, { file: member.id, read: 1, within: { file: within, read: 1 } });
      const before = await count();
      await store.imports.finishFile(member.id, { ...report, file: inner.file, sha256: name, bytes: 5 });
      return [before, await count()];
    };
    const one = ['b.rtf 2'];
    expect(await read('a.zip', 'b.rtf', [1, 2])).toEqual([one, one]);
    expect(await read('again.zip', 'b.rtf', [1, 2])).toEqual([one, one]);
    const both = ['b.rtf 2', 'c.rtf 1'];
    expect(await read('a.zip', 'deep/c.rtf', [3])).toEqual([both, both]);
  });
}
