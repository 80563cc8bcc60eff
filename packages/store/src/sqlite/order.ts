import type { Sort } from '../contract.ts';
import type { Place } from '../cursor.ts';
import { firstOf } from '../first-of.ts';
import { type Columns, placeOf } from './columns.ts';
import type { Dictionary } from './dictionary.ts';
import { firstMark } from './packed.ts';

/** An order of hits by something the columns know of them. Its ranks come lowest first, and within one the newest. */
interface Order {
  rankAt(place: number): number;
  /** What of a hit its cursor keeps, so that it has a rank also after the archive has changed. */
  scoreAt(place: number): number;
  rankOf(score: number): number;
}

function byWords({ words }: Columns): Order {
  let most = 0;
  for (let place = 0; place < words.length; place++) most = Math.max(most, words[place] as number);
  return {
    rankAt: (place) => most - (words[place] as number),
    scoreAt: (place) => words[place] as number,
    rankOf: (score) => most - score,
  };
}

function bySource({ facets }: Columns, dictionary: Dictionary): Order {
  const sources = dictionary.of('source').toSorted((a, b) => (a.value < b.value ? -1 : 1));
  const ranks = new Uint32Array(dictionary.size());
  for (const [index, { id }] of sources.entries()) ranks[id] = index + 1;
  const rankAt = (place: number): number => firstMark(facets, place, ranks);
  return {
    rankAt,
    scoreAt: (place) => sources[rankAt(place) - 1]?.id ?? 0,
    rankOf: (score) => ranks[score] ?? 0,
  };
}

/** Orders that need a look at every hit. */
const orders = { words: byWords, source: bySource };
export type ByRank = keyof typeof orders;

/** Whether an order needs a look at every hit. */
export function isByRank(sort: Sort): sort is ByRank {
  return sort in orders;
}

interface PageOf {
  sort: ByRank;
  limit: number;
  after?: Place | undefined;
}

const ascending = (a: number, b: number) => a - b;

/** The page of hits, given by their places, that begins after a hit. */
export function pageByRank(
  { columns, dictionary }: { columns: Columns; dictionary: Dictionary },
  places: Uint32Array,
  { sort, limit, after }: PageOf,
): Place[] {
  const { keys } = columns;
  const order = orders[sort](columns, dictionary);
  // Rank and place in one number: ranks below 2^32 and archives below 2^21 articles fit into 2^53.
  const signOf = (rank: number, place: number): number => rank * keys.length + (keys.length - 1 - place);
  const last = after ? signOf(order.rankOf(after.score ?? 0), placeOf(keys, after.key)) : -1;
  const signs = new Float64Array(places.length);
  let count = 0;
  for (let index = 0; index < places.length; index++) {
    const place = places[index] as number;
    const sign = signOf(order.rankAt(place), place);
    if (after === undefined || sign > last) signs[count++] = sign;
  }
  return firstOf(signs.subarray(0, count), limit, ascending).map((sign) => {
    const place = keys.length - 1 - (sign % keys.length);
    return { key: keys[place] as number, score: order.scoreAt(place) };
  });
}
