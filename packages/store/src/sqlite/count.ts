import type { Bucket, Dimension } from '../contract.ts';
import { type Coded, sortBuckets } from '../facets.ts';
import { dayOfKey } from '../key.ts';
import { isPeriod, type Period, periodOf } from '../periods.ts';
import type { Columns } from './columns.ts';
import { bucketsOf, type Dictionary } from './dictionary.ts';
import { unpack } from './packed.ts';

/** How many of the places have each value of the dictionary, by its id. */
export function countFacets({ starts, facets }: Columns, places: Uint32Array, size: number): Uint32Array {
  const counts = new Uint32Array(size);
  const visit = (id: number): void => {
    counts[id] = (counts[id] as number) + 1;
  };
  for (const place of places) unpack(facets, [starts[place] as number, starts[place + 1] as number], visit);
  return counts;
}

/** How many of the places are of each day, oldest first: the keys grow with the day. */
function countDays({ keys }: Columns, places: Uint32Array): [day: number, count: number][] {
  const days: [number, number][] = [];
  for (const place of places) {
    const day = dayOfKey(keys[place] as number);
    const last = days.at(-1);
    if (last?.[0] === day) last[1] += 1;
    else days.push([day, 1]);
  }
  return days;
}

function periodBuckets(days: [number, number][], period: Period): Bucket[] {
  const counts = new Map<string, number>();
  for (const [day, count] of days) {
    const value = periodOf(day, period);
    counts.set(value, (counts.get(value) ?? 0) + count);
  }
  return [...counts].map(([value, count]) => ({ value, label: value, count }));
}

/** The buckets of every dimension asked for over the places of all hits, in one pass. */
export function countBy(
  columns: Columns,
  dictionary: Dictionary,
  { places, by }: { places: Uint32Array; by: Dimension[] },
): Partial<Record<Dimension, Bucket[]>> {
  const coded = by.some((dimension) => !isPeriod(dimension));
  const counts = coded ? countFacets(columns, places, dictionary.size()) : new Uint32Array(0);
  const days = by.some(isPeriod) ? countDays(columns, places) : [];
  const bucketsFor = (dimension: Dimension): Bucket[] =>
    isPeriod(dimension) ? periodBuckets(days, dimension) : bucketsOf(dictionary, dimension as Coded, counts);
  return Object.fromEntries(
    by.map((dimension) => [dimension, sortBuckets(dimension, bucketsFor(dimension))]),
  ) as Partial<Record<Dimension, Bucket[]>>;
}
