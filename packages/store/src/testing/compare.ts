import type { Article } from '@pressmark/core';
import { highlight } from '@pressmark/core/query';
import fc from 'fast-check';
import { expect } from 'vitest';
import { Dimension, type PageAlone, type PageRequest, Sort, type Store, type Wanted } from '../contract.ts';
import { type Coded, facetsOf } from '../facets.ts';
import { articles, distances, queries, selections } from './arbitraries.ts';
import { bucketsBy, hitsOf } from './oracle.ts';

async function collect(items: AsyncIterable<string>): Promise<string[]> {
  const list: string[] = [];
  for await (const item of items) list.push(item);
  return list;
}

async function allPages<T extends PageAlone>(
  ask: (request: PageRequest) => Promise<T>,
  wanted: Wanted & { sort: Sort },
): Promise<T[]> {
  const pages: T[] = [];
  let cursor: string | undefined;
  do {
    const page = await ask({ ...wanted, limit: 30, cursor });
    pages.push(page);
    cursor = page.next ?? undefined;
  } while (cursor !== undefined);
  return pages;
}

/** The names that the archive gives; which of several it kept is another test's matter. */
async function labelsOf(store: Store): Promise<Map<string, string>> {
  const coded: Coded[] = ['source', 'subject', 'company', 'region', 'industry', 'person'];
  const { counts } = await store.count({ query: { type: 'all' } }, coded);
  return new Map(
    coded.flatMap((dimension) => {
      return (counts[dimension] ?? []).map(({ value, label }) => [`${dimension} ${value}`, label] as const);
    }),
  );
}

/** Fills an archive with invented articles, a quarter of them twice and changed; gives what it then must hold. */
async function fill(store: Store, { articles: count, seed }: Size): Promise<Article[]> {
  const draw = (number: number, at: number) =>
    fc.sample(articles(number), { seed: at, numRuns: 1 })[0] as Article[];
  const first = draw(count, seed);
  await store.put(first);
  const again = draw(Math.floor(count / 4), seed + 1);
  const results = await store.put(again);
  const isTaken = (index: number) => results[index] === 'updated';
  return first.map((article, index) => (isTaken(index) ? (again[index] as Article) : article));
}

// Which files an article was met in it does not know.
const countable = Dimension.exclude(['file']).options;

interface Size {
  articles: number;
  queries: number;
  seed: number;
}

/** Expects that random queries over random articles find, count and page exactly what brute force does. */
export async function compareWithBruteForce(store: Store, size: Size): Promise<void> {
  const given = await fill(store, size);
  expect(new Set(given.flatMap(facetsOf).map(({ dimension }) => dimension)).size).toBe(10);
  const labels = await labelsOf(store);
  const sorts = fc.constantFrom(...Sort.options);
  const property = fc.asyncProperty(queries, selections, sorts, async (query, selection, sort) => {
    const wanted = { query, selection };
    // Before anything is known of the hits.
    const alone = await allPages(store.page, { ...wanted, sort });
    const hits = hitsOf(given, wanted);
    const ids = hits.map(({ id }) => id).sort();
    expect((await collect(store.ids(wanted))).sort()).toEqual(ids);
    const pages = await allPages(store.search, { ...wanted, sort });
    expect(alone.map(({ hits, next }) => [hits, next])).toEqual(pages.map(({ hits, next }) => [hits, next]));
    expect(pages.flatMap((page) => page.hits.map(({ id }) => id)).sort()).toEqual(ids);
    expect(pages.map(({ total }) => total)).toEqual(pages.map(() => hits.length));
    const markedAs = new Map(hits.map((hit) => [hit.id, highlight(query, hit).headline ?? []]));
    for (const { id, headline } of pages.flatMap((page) => page.hits)) {
      expect(headline.marks).toEqual(markedAs.get(id));
    }
    const { total, counts } = await store.count(wanted, countable);
    expect(total).toBe(hits.length);
    for (const dimension of countable) {
      expect(counts[dimension]).toEqual(bucketsBy(hits, dimension, labels));
    }
  });
  await fc.assert(property, { numRuns: size.queries, seed: size.seed });
  const nearness = fc.asyncProperty(distances, async (query) => {
    const ids = hitsOf(given, { query }).map(({ id }) => id);
    expect((await collect(store.ids({ query }))).sort()).toEqual(ids.sort());
  });
  await fc.assert(nearness, { numRuns: size.queries, seed: size.seed });
}
