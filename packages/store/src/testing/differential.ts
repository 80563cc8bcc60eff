import type { Article } from '@pressmark/core';
import { highlight, type Query, snippet, tokenize } from '@pressmark/core/query';
import fc from 'fast-check';
import { expect } from 'vitest';
import { type PageAlone, QueryLimit, type Store } from '../contract.ts';
import { facts } from './known.ts';
import { hitsOf, type KnownFacts } from './oracle.ts';
import { queriesOver, type Vocabulary } from './queries.ts';

/** How many random queries, and where chance begins. */
export interface Chance {
  queries: number;
  seed: number;
  /** What the archive knows of the articles. */
  known: KnownFacts;
}

const span = { start: 0, end: 0 };

/** Milliseconds a search may take: a machine that stands still for a while is no difference. */
export const limit = Number.POSITIVE_INFINITY;

/** Words, runs of words and dates as they occur in articles: common words are drawn more often than rare ones. */
export function vocabularyOf(articles: Article[], seed: number): Vocabulary {
  const texts = articles.flatMap(({ headline, body }) => [headline, ...body.map(({ text }) => text)]);
  const drawn = fc.sample(fc.tuple(fc.constantFrom(...texts), fc.nat(10_000)), { seed, numRuns: 600 });
  const runs = drawn.flatMap(([text, at]) => {
    const tokens = tokenize(text).map((token) => token.text);
    const start = at % Math.max(1, tokens.length - 6);
    return tokens.length > 0 ? [tokens.slice(start, start + 6)] : [];
  });
  const days = articles.flatMap(({ publication }) => publication?.date ?? []);
  const codes = articles.flatMap(({ codes }) => [...codes.subjects, ...codes.regions]);
  const named = codes.slice(0, 40).flatMap(({ code }) => tokenize(code).map((token) => token.text));
  return {
    tokens: [...runs.flatMap((run) => run.slice(0, 2)), ...named],
    runs,
    dates: fc.sample(fc.constantFrom(...days), { seed, numRuns: 20 }),
  };
}

async function collect(ids: AsyncIterable<string>): Promise<string[]> {
  const list: string[] = [];
  for await (const id of ids) list.push(id);
  return list;
}

/** The ids of the hits, or null where the query meets a limit, which is an error and no shorter list. */
async function idsOf(store: Store, query: Query): Promise<string[] | null> {
  try {
    return (await collect(store.ids({ query }))).sort();
  } catch (error) {
    if (error instanceof QueryLimit) return null;
    throw error;
  }
}

/** The pages at both ends, asked for alone; none where the query meets a limit. */
async function firstPages(store: Store, query: Query): Promise<PageAlone[]> {
  try {
    const newest = await store.page({ query, sort: 'newest', limit: 10 });
    return [newest, await store.page({ query, sort: 'oldest', limit: 10 })];
  } catch (error) {
    if (error instanceof QueryLimit) return [];
    throw error;
  }
}

/** Expects ids, counts and highlights of random queries to be those of the oracle. */
export async function compareWithOracle(store: Store, articles: Article[], chance: Chance): Promise<void> {
  const { queries, distances } = queriesOver(vocabularyOf(articles, chance.seed), facts);
  let asked = 0;
  let limited = 0;
  let found = 0;
  const property = fc.asyncProperty(fc.oneof(queries, distances), async (query) => {
    // Before anything is known of the hits.
    const first = await firstPages(store, query);
    const ids = await idsOf(store, query);
    limited += ids === null ? 1 : 0;
    if (ids === null) return;
    const hits = hitsOf(articles, { query }, chance.known);
    found += hits.length > 0 ? 1 : 0;
    expect(ids).toEqual(hits.map(({ id }) => id).sort());
    const page = await store.search({ query, sort: 'newest', limit: 10 });
    const oldest = await store.search({ query, sort: 'oldest', limit: 10 });
    expect(first).toEqual([page, oldest].map(({ hits, next }) => ({ hits, next })));
    expect([page.total, page.hits.length]).toEqual([hits.length, Math.min(10, hits.length)]);
    const byId = new Map(hits.map((hit) => [hit.id, hit]));
    for (const { id, headline, snippet: shown, tags, hasNote, hasDuplicate } of page.hits) {
      const article = byId.get(id) as Article;
      expect({ tags, hasNote, hasDuplicate }).toEqual(chance.known.get(id));
      const marks = highlight(query, article).headline ?? [];
      expect([headline.marks, shown]).toEqual([marks, snippet(query, article)]);
    }
    if (asked++ % 5 === 0) expect((await store.count({ query }, ['kind'])).total).toBe(hits.length);
  });
  await fc.assert(property, { numRuns: chance.queries, seed: chance.seed });
  // A test of queries that find nothing, or are all refused, would prove little.
  expect([limited < chance.queries / 20, found > chance.queries / 4]).toEqual([true, true]);
}

const near = (operator: 'adj' | 'w' | 'near', words: number, [left, right]: [Query, Query]): Query =>
  ({ type: 'near', operator, words, left, right, span }) as Query;
const all = (type: 'and' | 'or', of: Query[]): Query => ({ type, of, span });

/** Expects the laws that hold whatever an archive holds; no oracle is asked. */
export async function followsLaws(
  store: Store,
  articles: Article[],
  chance: Omit<Chance, 'known'>,
): Promise<void> {
  const { queries, phrases } = queriesOver(vocabularyOf(articles, chance.seed), facts);
  const everything = (await idsOf(store, { type: 'all' })) ?? [];
  const algebra = fc.asyncProperty(queries, queries, async (a, b) => {
    const not: Query = { type: 'not', include: a, exclude: b, span };
    const none: Query = { type: 'not', include: { type: 'all' }, exclude: a, span };
    const asked = [a, b, all('and', [a, b]), all('or', [a, b]), all('or', [b, a]), not, none];
    const found: (string[] | null)[] = [];
    for (const query of asked) found.push(await idsOf(store, query));
    if (found.includes(null)) return;
    const [inA, inB, both, either, reversed, without, rest] = found as string[][];
    expect(either).toEqual(reversed);
    expect(either).toEqual([...new Set([...(inA ?? []), ...(inB ?? [])])].sort());
    expect([...(without ?? []), ...(both ?? [])].sort()).toEqual(inA);
    expect([...(rest ?? []), ...(inA ?? [])].sort()).toEqual(everything);
    expect(both?.length).toBeLessThanOrEqual(Math.min(inA?.length ?? 0, inB?.length ?? 0));
  });
  await fc.assert(algebra, { numRuns: chance.queries, seed: chance.seed });
  const distance = fc.asyncProperty(
    phrases,
    phrases,
    fc.integer({ min: 1, max: 10 }),
    async (a, b, words) => {
      const pair: [Query, Query] = [a, b];
      const widening = [
        near('adj', 1, pair),
        near('adj', words, pair),
        near('w', words, pair),
        near('near', words, pair),
        all('and', pair),
      ]; // prettier-ignore
      let inner: string[] | null = [];
      for (const query of widening) {
        const outer = await idsOf(store, query);
        const kept: Set<string> = new Set(outer ?? inner ?? []);
        expect(inner?.filter((id) => !kept.has(id))).toEqual([]);
        inner = outer ?? inner;
      }
    },
  );
  await fc.assert(distance, { numRuns: chance.queries, seed: chance.seed });
}
