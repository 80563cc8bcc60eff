import { printQuery, type Query } from '@pressmark/core/query';
import { QueryLimit, type Store, type Wanted } from '@pressmark/store';

/** The hits of a query, or why they were not counted. */
export interface Counted {
  total: number | null;
  limit?: string;
}

/** How far the counting for one answer may go. */
const most = { counts: 500, ms: 10_000 };
const enough = `Not counted: an explanation counts ${most.counts} parts and ${most.ms / 1000} seconds long.`;

/** Counts queries among what is chosen, each once, whatever sample is drawn of it; beyond its bounds it says so in the place of a number. */
export function countingIn(
  store: Store,
  { selection, since }: Pick<Wanted, 'selection' | 'since'>,
): (query: Query) => Promise<Counted> {
  const known = new Map<string, Counted>();
  const end = performance.now() + most.ms;
  const count = async (query: Query): Promise<Counted> => {
    if (known.size >= most.counts || performance.now() > end) return { total: null, limit: enough };
    try {
      return {
        total: await store.countHits({ query, selection: { ...selection, sample: undefined }, since }),
      };
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
