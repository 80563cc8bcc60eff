import type { Article } from '@pressmark/core';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type Bucket,
  Dimension,
  type Facet,
  Period,
  type Selection,
  type Store,
  type Wanted,
} from '../contract.ts';
import { facetsOf, labelOf } from '../facets.ts';
import { dateOf, dayOf } from '../key.ts';
import { periodOf } from '../periods.ts';
import { articles, selections } from './arbitraries.ts';
import { testFiles } from './files.ts';
import { hitsOf } from './oracle.ts';
import type { Tools } from './withdrawals.ts';

const everything = { query: { type: 'all' } as const };

export interface FacetTools extends Pick<Tools, 'archive' | 'dated'> {
  seed: number;
}

/** The files of each article by brute force: two files, each with some of the articles, the first imported twice. */
async function fillFiles(store: Store, given: Article[]): Promise<Map<string, string[]>> {
  const { id } = await store.imports.create();
  const add = async (file: string, sha256: string, some: Article[]) => {
    const { id: fileId } = await store.imports.addFile(id, { file, sha256, bytes: 1 });
    await store.put(some, { file: fileId, read: 1 });
    return some.map((article): [string, string] => [article.id, String(fileId)]);
  };
  const first = await add('folder/one.rtf', 'a', given.slice(0, 40));
  const second = await add('two.rtf', 'b', given.slice(20));
  await add('one again.rtf', 'a', given.slice(0, 10));
  const files = new Map<string, string[]>();
  for (const [article, file] of [...first, ...second])
    files.set(article, [...(files.get(article) ?? []), file]);
  return files;
}

const plain = (text: string) => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();

/** What an article counts under, by brute force. */
function valuesOf(article: Article, dimension: Dimension, files: Map<string, string[]>): string[] {
  if (dimension === 'file') return files.get(article.id) ?? [];
  const period = Period.safeParse(dimension);
  if (period.success) return [periodOf(dayOf(article.publication?.date), period.data)];
  if (dimension === 'author') {
    const names = new Set(article.authors.map(({ name }) => plain(name)));
    return names.size > 0 ? [...names] : [''];
  }
  return facetsOf(article).flatMap((facet) => (facet.dimension === dimension ? [facet.value] : []));
}

function withoutOwn({ exclude, ...rest }: Selection, by: Dimension): Selection {
  const drop = <T extends object>(values: T) =>
    Object.fromEntries(Object.entries(values).filter(([name]) => name !== by));
  return { ...drop(rest), exclude: drop(exclude ?? {}) };
}

function testCounts({ archive, seed }: FacetTools): void {
  test(`give the values of every dimension as brute force does, seed ${seed}`, async () => {
    const store = await archive();
    const given = fc.sample(articles(60), { seed, numRuns: 1 })[0] as Article[];
    const files = await fillFiles(store, given);
    const shown = fc.record({
      top: fc.nat(12),
      skip: fc.nat(8),
      find: fc.constantFrom(undefined, '', 'A', 'łó', '20'),
    });
    const property = fc.asyncProperty(selections, shown, async (selection, { find, ...request }) => {
      const requests = Dimension.options.map((by) => ({
        by,
        ...request,
        ...(find !== undefined && { find }),
      }));
      const { total, facets } = await store.facets({ ...everything, selection }, requests);
      expect(total).toBe(hitsOf(given, { ...everything, selection }).length);
      for (const facet of facets) {
        const hits = hitsOf(given, { ...everything, selection: withoutOwn(selection, facet.by) });
        expectFacet(facet, { hits, files, find: find ?? '', selection, ...request });
      }
    });
    await fc.assert(property, { numRuns: 20, seed, endOnFailure: true });
  });
}

interface Expected {
  hits: Article[];
  files: Map<string, string[]>;
  find: string;
  selection: Selection;
  top: number;
  skip: number;
}

function expectFacet({ by, buckets, values, chosen }: Facet, { hits, files, ...expected }: Expected): void {
  const { find, selection, top, skip } = expected;
  const counts = new Map<string, number>();
  for (const value of hits.flatMap((hit) => valuesOf(hit, by, files)))
    counts.set(value, (counts.get(value) ?? 0) + 1);
  const names = new Map(buckets.map(({ value, label }) => [value, label]));
  const isFound = (value: string) =>
    plain(value).includes(plain(find)) ||
    plain(names.get(value) ?? labelOf(by, value, '')).includes(plain(find));
  // Names come from the archive: only of dimensions without names is it known which values a text finds.
  const isNamed = [
    'source',
    'language',
    'subject',
    'company',
    'region',
    'industry',
    'person',
    'file',
  ].includes(by);
  if (isNamed && find !== '') return;
  const isPeriod = Period.safeParse(by).success;
  const order = ([a, n]: [string, number], [b, m]: [string, number]) =>
    isPeriod ? (a > b ? -1 : 1) : m - n || (a < b ? -1 : 1);
  const found = [...counts].filter(([value]) => isFound(value)).sort(order);
  const plainly = (all: Bucket[]) => all.map(({ value, count }) => [value, count]);
  expect(plainly(buckets)).toEqual(found.slice(skip, skip + top));
  expect(values).toBe(found.length);
  const named = [...(selection[by] ?? []), ...(selection.exclude?.[by] ?? [])];
  const own = [...new Set(by === 'author' ? named.map(plain) : named)];
  expect(plainly(chosen)).toEqual(own.map((value) => [value, counts.get(value) ?? 0]));
}

function testLanguages({ archive, dated }: FacetTools): void {
  test('find a language by its code and by its names', async () => {
    const store = await archive();
    await store.put([
      dated(1, '2017-04-08', { language: 'en' }),
      dated(2, '2017-04-08', { language: 'de' }),
      dated(3, '2017-04-08', { language: 'pt' }),
    ]);
    const found = async (find: string) => {
      const { facets } = await store.facets(everything, [{ by: 'language', top: 9, skip: 0, find }]);
      return facets[0]?.buckets.map(({ value }) => value);
    };
    expect(await found('german')).toEqual(['de']);
    expect(await found('DEUTSCH')).toEqual(['de']);
    expect(await found('portugues')).toEqual(['pt']);
    expect(await found('en')).toContain('en');
    expect(await found('no language')).toEqual([]);
  });
}

function testAuthors({ archive, dated }: FacetTools): void {
  test('count an author as one, whatever the case, accents and white space, as most of the hits spell the name', async () => {
    const store = await archive();
    const names = [
      ['Asa Fitch'],
      ['ASA FITCH'],
      ['asa fitch', 'ASA FITCH'],
      ['ASA FITCH', 'José Ruiz'],
      ['Jose  Ruiz'],
      [],
    ];
    await store.put(
      names.map((authors, index) =>
        dated(index, '2017-04-08', { authors: authors.map((name) => ({ name })) }),
      ),
    );
    const asa = { value: 'asa fitch', label: 'ASA FITCH', count: 4 };
    const jose = { value: 'jose ruiz', label: 'Jose  Ruiz', count: 2 };
    const none = { value: '', label: '', count: 1 };
    const ask = async (selection: Selection) => {
      const { total, facets } = await store.facets({ ...everything, selection }, [
        { by: 'author', top: 9, skip: 0 },
      ]);
      return [total, facets[0]?.buckets, facets[0]?.chosen];
    };
    const all = [asa, jose, none];
    expect(await ask({})).toEqual([6, all, []]);
    expect(await ask({ author: ['Asa Fitch'] })).toEqual([4, all, [asa]]);
    expect(await ask({ author: ['aSA fitch', 'asa fitch', 'JOSÉ RUIZ'] })).toEqual([5, all, [asa, jose]]);
    expect(await ask({ exclude: { author: ['JOSE RUIZ', ''] } })).toEqual([3, all, [jose, none]]);
    const nowhere = await ask({ author: ['Asa Fitch'], language: ['xx'] });
    expect(nowhere).toEqual([0, [], [{ ...asa, count: 0 }]]);
  });
}

/** Every day from one to another. */
function daysBetween(from: string, to: string): string[] {
  return Array.from(
    { length: dayOf(to) - dayOf(from) + 1 },
    (_, index) => dateOf(dayOf(from) + index) as string,
  );
}

function testTimeline({ archive, dated }: FacetTools): void {
  const dates = ['2015-12-31', '2016-02-29', '2017-04-08', '2017-04-08', '2017-04-10', '2019-01-01'];
  const given = [...dates, undefined].map((date, index) => ({
    ...dated(index, date ?? '2000-01-01', { headline: index % 2 === 0 ? 'even' : 'odd' }),
    ...(date === undefined ? { publication: undefined } : {}),
  })) as Article[];
  const terms = [{ text: 'even', prefix: false }];
  const even: Wanted = { query: { type: 'phrase', terms, quoted: false, span: { start: 0, end: 0 } } };
  const dateOfArticle = (article: Article) => article.publication?.date;
  const isEven = ({ headline }: Article) => headline === 'even';

  test('hold every period from the first hit to the last, with all articles of each', async () => {
    const store = await archive();
    await store.put(given.map((article) => JSON.parse(JSON.stringify(article)) as Article));
    for (const by of Period.options) {
      const hits = given
        .filter((article) => isEven(article) && dateOfArticle(article))
        .map(dateOfArticle)
        .sort() as string[];
      const periods = [
        ...new Set(
          daysBetween(hits[0] as string, hits.at(-1) as string).map((day) => periodOf(dayOf(day), by)),
        ),
      ];
      const count = (value: string, some: Article[]) =>
        some.filter(
          (article) => dateOfArticle(article) && periodOf(dayOf(dateOfArticle(article)), by) === value,
        ).length;
      expect(await store.timeline(even, by)).toEqual({
        by,
        total: given.filter(isEven).length,
        buckets: periods.map((value) => ({
          value,
          count: count(value, given.filter(isEven)),
          all: count(value, given),
        })),
        undated: { count: 1, all: 1 },
      });
    }
  });

  test('span chosen days as far as the archive goes, and count all articles within them', async () => {
    const store = await archive();
    await store.put(given.map((article) => JSON.parse(JSON.stringify(article)) as Article));
    const selection = { dates: { from: '2010-01-01', to: '2017-04-09' }, sample: { size: 1, seed: 1 } };
    const { total, buckets } = await store.timeline({ ...even, selection }, 'year');
    expect([total, ...buckets.map(({ value, count, all }) => [value, count, all])]).toEqual([
      2,
      ['2015', 1, 1],
      ['2016', 0, 1],
      ['2017', 1, 2],
    ]);
    expect(
      (await store.timeline({ ...even, selection: { dates: { to: '1999-01-01' } } }, 'day')).buckets,
    ).toEqual([]);
  });
}

function testPeriods({ archive, dated }: FacetTools): void {
  test('are refused where there are too many periods, not cut', async () => {
    const store = await archive();
    await store.put([dated(1, '1600-01-01'), dated(2, '2017-01-01')]);
    await expect(store.timeline(everything, 'day')).rejects.toThrow('50000 periods');
    expect((await store.timeline(everything, 'month')).buckets).toHaveLength(417 * 12 + 1);
  });
}

/** The contract of facets and timelines as tests. */
export function testFacets(tools: FacetTools): void {
  describe('facets', () => {
    testCounts(tools);
    testLanguages(tools);
    testFiles(tools);
    testAuthors(tools);
  });
  describe('timelines', () => {
    testTimeline(tools);
    testPeriods(tools);
  });
}
