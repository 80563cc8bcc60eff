import type { Sort } from '../contract.ts';
import type { Place } from '../cursor.ts';
import { type DayRange, dayOfKey, keysOf } from '../key.ts';
import { type Columns, placeOf } from './columns.ts';
import type { KeySet } from './key-sets.ts';

/** Which hits, in which order. */
export interface PageOrder {
  sort: Sort;
  limit: number;
  after?: Place | undefined;
}

/** Hits that can be found on some of the days of a search alone. */
export interface HitsOfDays {
  days: DayRange;
  hitsOn(days: DayRange): KeySet;
  /** How many parts of the days are worth a look by themselves. */
  mostParts: number;
}

/** The part of an archive that is looked at first, the articles it has at least, and how much more the next one may be. */
const firstPart = 1 / 128;
const leastFirst = 512;
const mostGrowth = 8;

/** The page of a list of hits that begins after a place. */
export function pageOf(hits: KeySet, { sort, limit, after }: PageOrder): Place[] {
  if (sort === 'oldest') {
    const first = after === undefined ? 0 : placeOf(hits, after.key + 1);
    return Array.from(hits.subarray(first, first + limit), (key) => ({ key }));
  }
  const end = after === undefined ? hits.length : placeOf(hits, after.key);
  return Array.from(hits.subarray(Math.max(0, end - limit), end).toReversed(), (key) => ({ key }));
}

/** The days at one end of these, with so many articles or a few more. */
function endOf(
  days: DayRange,
  keys: KeySet,
  { size, isNewest }: { size: number; isNewest: boolean },
): DayRange {
  const { from, to } = keysOf(days);
  const first = placeOf(keys, from);
  const end = placeOf(keys, to + 1, first);
  if (end - first <= size) return days;
  const day = dayOfKey(keys[isNewest ? end - size : first + size - 1] as number);
  return isNewest ? { from: day, to: days.to } : { from: days.from, to: day };
}

/** The page by date that begins after a place, from the days it begins on until it is full; null where that takes too many parts. */
export function pageOfDays(hits: HitsOfDays, { keys }: Columns, order: PageOrder): Place[] | null {
  const isNewest = order.sort === 'newest';
  const day = order.after && dayOfKey(order.after.key);
  let { from, to } = hits.days;
  if (day !== undefined && isNewest) to = Math.min(to, day);
  else if (day !== undefined) from = Math.max(from, day);
  const page: Place[] = [];
  let [size, looked] = [Math.max(leastFirst, Math.ceil(keys.length * firstPart)), 0];
  for (let part = 0; from <= to && page.length < order.limit; part++) {
    if (part === hits.mostParts) return null;
    const days = endOf({ from, to }, keys, { size, isNewest });
    page.push(...pageOf(hits.hitsOn(days), { ...order, limit: order.limit - page.length }));
    if (isNewest) to = days.from - 1;
    else from = days.to + 1;
    looked += size;
    // As much as the missing ones take if they stand as close as those so far, and a tenth more.
    const wanted = 1.1 * looked * (order.limit / page.length - 1);
    size = Math.ceil(Math.min(mostGrowth * size, Math.max(size, wanted)));
  }
  return page;
}
