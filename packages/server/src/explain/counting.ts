import { printQuery, type Query } from '@pressmark/core/query';
import { QueryLimit, type Selection, type Store } from '@pressmark/store';

/** The hits of a query, or why they were not counted. */
export interface Counted {
  total: number | null;
  limit?: string;
}

/** How far the counting for one answer may go. */
const most = { counts: 500, ms: 10_000 };
const enough = `Not counted: an explanation counts ${most.counts} parts and ${most.ms / 1000} seconds long.`;

/** Counts queries within a selection, each once; beyond its bounds it says so in the place of a number. */
export function countingIn(
  store: Store,
  selection: Selection | undefined,
): (query: Query) => Promise<Counted> {
  const known = new Map<string, Counted>();
  const end = performance.now() + most.ms;
  const count = async (query: Query): Promise<Counted> => {
    if (known.size >= most.counts || performance.now() > end) return { total: null, limit: enough };
    try {
      return { total: await store.countHits({ query, selection }) };
    } catch (error) {
      if (error instanceof QueryLimit) return { total: null, limit: error.message };
      throw error;
    }
  };
  return async (query) => {
    const text = printQuery(query);
    const counted = known.get(text) ?? (await count(query));
    known.set(text, counted);
    return counted;
  };
}
