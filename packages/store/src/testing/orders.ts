import { createHash } from 'node:crypto';
import type { Article } from '@pressmark/core';
import { parseQuery, tokenize } from '@pressmark/core/query';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Sort, type Store, type Wanted } from '../contract.ts';
import { dayOf } from '../key.ts';
import { articles } from './arbitraries.ts';
import type { FacetTools } from './facets.ts';
import { hitsOf } from './oracle.ts';

const everything = { query: { type: 'all' } as const };

async function pageThrough(
  store: Store,
  { sort, ...wanted }: Wanted & { sort: Sort },
  between: (page: number) => Promise<unknown> = async () => {},
): Promise<string[]> {
  const ids: string[] = [];
  let cursor: string | undefined;
  for (let page = 0; page === 0 || cursor !== undefined; page++) {
    const request = { ...wanted, sort, limit: 7, cursor };
    // Both go on from the other's cursor.
    const { hits, next } = await (page % 2 === 0 ? store.page(request) : store.search(request));
    ids.push(...hits.map(({ id }) => id));
    cursor = next ?? undefined;
    await between(page);
  }
  return ids;
}

function testOrders({ archive, seed }: FacetTools): void {
  const drawn = fc.sample(articles(90), { seed, numRuns: 1 })[0] as Article[];
  const [first, later] = [drawn.slice(0, 45), drawn.slice(45)];
  const rankOf: Record<'source' | 'words', (article: Article) => string | number> = {
    source: ({ source, accession }) => source?.code ?? accession?.sourceCode ?? source?.name ?? '',
    words: ({ wordCount, kind }) => -(wordCount.stated ?? (kind === 'headline' ? 0 : wordCount.counted)),
  };

  test.each(['source', 'words'] as const)(
    'by %s: ranks ascend, and within one days descend',
    async (sort) => {
      const store = await archive();
      await store.put(first);
      const byId = new Map(first.map((article) => [article.id, article]));
      const ids = await pageThrough(store, { ...everything, sort });
      expect([...ids].sort()).toEqual([...byId.keys()].sort());
      const places = ids.map((id) => byId.get(id) as Article);
      const signs = places.map((article) => ({
        rank: rankOf[sort](article),
        day: dayOf(article.publication?.date),
      }));
      for (const [index, sign] of signs.slice(1).entries()) {
        const before = signs[index] as typeof sign;
        expect(before.rank < sign.rank || (before.rank === sign.rank && before.day >= sign.day)).toBe(true);
      }
    },
  );

  test.each(Sort.options)(
    '%s: pages while an import writes hold all that was there, each once',
    async (sort) => {
      const store = await archive();
      await store.put(first);
      const write = (page: number) => store.put(later.slice(page * 8, page * 8 + 8));
      const ids = await pageThrough(store, { ...everything, sort }, write);
      expect(new Set(ids).size).toBe(ids.length);
      expect(first.map(({ id }) => id).filter((id) => !ids.includes(id))).toEqual([]);
    },
  );
}

/** The words of articles that stand in most of them, the most frequent first. */
function commonWords(given: readonly Article[]): string[] {
  const counts = new Map<string, number>();
  for (const { headline, body } of given) {
    const words = tokenize([headline, ...body.map(({ text }) => text)].join(' ')).map(({ text }) => text);
    for (const word of new Set(words)) counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  return [...counts]
    .sort(([, a], [, b]) => b - a)
    .flatMap(([word]) => (/^[a-z]{2,}$/.test(word) ? [word] : []));
}

function testRelevance({ archive, seed }: FacetTools): void {
  test('pages of words keep their order while an import changes how rare the words are', async () => {
    const drawn = fc.sample(articles(160), { seed, numRuns: 1 })[0] as Article[];
    const [first, later] = [drawn.slice(0, 60), drawn.slice(60)];
    const own = new Set(first.map(({ id }) => id));
    const [a = '', b = '', c = ''] = commonWords(first).filter((word) => parseQuery(word).ok);
    for (const text of [`${a} or ${b} or ${c}`, `${a} and ${b}`, `${a.slice(0, 3)}* or ${c}`]) {
      const parsed = parseQuery(text);
      if (!parsed.ok) throw new Error(text);
      const wanted = { query: parsed.query, sort: 'relevance' } as const;
      const store = await archive();
      await store.put(first);
      const still = await pageThrough(store, wanted);
      expect(still.length, text).toBeGreaterThan(14);
      const write = (page: number) => store.put(later.slice(page * 20, page * 20 + 20));
      const written = await pageThrough(store, wanted, write);
      expect(new Set(written).size, text).toBe(written.length);
      expect(
        written.filter((id) => own.has(id)),
        text,
      ).toEqual(still);
    }
  });
}

function testSamples({ archive, seed }: FacetTools): void {
  const given = fc.sample(articles(120), { seed, numRuns: 1 })[0] as Article[];
  const lot = (sampleSeed: number, id: string) =>
    createHash('sha256').update(`${sampleSeed} ${id}`).digest('hex');

  test('are the hits with the smallest hashes, whatever else the archive holds and in which order it came', async () => {
    const [one, other] = [await archive(), await archive()];
    await one.put(given);
    for (const article of given.toReversed()) await other.put([article]);
    const sample = { size: 15, seed: 7 };
    const expected = given
      .map(({ id }) => id)
      .sort((a, b) => (lot(7, a) < lot(7, b) ? -1 : 1))
      .slice(0, 15)
      .sort();
    for (const store of [one, other]) {
      const ids: string[] = [];
      for await (const id of store.ids({ ...everything, selection: { sample } })) ids.push(id);
      expect(ids.sort()).toEqual(expected);
      for (const sort of Sort.options) {
        const page = await store.search({ ...everything, selection: { sample }, sort, limit: 99 });
        expect([page.total, page.drawnFrom]).toEqual([15, given.length]);
        expect(page.hits.map(({ id }) => id).sort()).toEqual(expected);
      }
    }
  });

  test('are drawn from what is chosen; facets count all of that', async () => {
    const store = await archive();
    await store.put(given);
    const selection = { exclude: { kind: ['headline'] } };
    const hits = hitsOf(given, { ...everything, selection });
    const sampled = { ...selection, sample: { size: 5, seed: 1 } };
    const page = await store.search({ ...everything, selection: sampled, sort: 'newest', limit: 9 });
    expect([page.total, page.drawnFrom]).toEqual([5, hits.length]);
    expect(page.hits.every(({ kind }) => kind !== 'headline')).toBe(true);
    expect((await store.facets({ ...everything, selection: sampled }, [])).total).toBe(hits.length);
  });
}

/** The contract of orders and samples as tests. */
export function testOrdersAndSamples(tools: FacetTools): void {
  describe('orders', () => testOrders(tools));
  describe('relevance', () => testRelevance(tools));
  describe('samples', () => testSamples(tools));
}
