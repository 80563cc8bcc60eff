import { basename } from 'node:path/posix';
import type { Bucket, Dimension } from '../contract.ts';
import { labelOf, sortBuckets } from '../facets.ts';
import { dayOfKey } from '../key.ts';
import { isPeriod, periodOf } from '../periods.ts';
import type { Columns } from './columns.ts';
import type { Dictionary } from './dictionary.ts';
import type { Files } from './files.ts';
import { countNumbers } from './packed.ts';

/** What articles are counted by, as of one moment. */
export interface Counted {
  columns: Columns;
  dictionary: Dictionary;
  files: Files;
}

/** How many articles are of each day, oldest first: the keys grow with the day. */
export function countDays({ keys }: Columns, places: Uint32Array): [day: number, count: number][] {
  const days: [number, number][] = [];
  let last: [number, number] = [-1, 0];
  for (const place of places) {
    const day = dayOfKey(keys[place] as number);
    if (day === last[0]) last[1]++;
    else {
      last = [day, 1];
      days.push(last);
    }
  }
  return days;
}

/** Counts of some articles by any dimension; what is counted once serves every dimension. */
export interface Tally {
  /** The values that occur, in no order. */
  buckets(dimension: Dimension): Bucket[];
  /** One value, which may occur nowhere. */
  bucket(dimension: Dimension, value: string): Bucket;
}

function once<T>(make: () => T): () => T {
  let made: { value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

const bucketOf = (
  dimension: Dimension,
  value: string,
  { name, count }: { name: string; count: number },
): Bucket => ({
  value,
  label: labelOf(dimension, value, name),
  count,
});

/** Counts the articles at these places. */
export function tally({ columns, dictionary, files }: Counted, places: Uint32Array): Tally {
  const facets = once(() => countNumbers(columns.facets, places, dictionary.size()));
  const met = once(() => countNumbers(columns.files, places, files.size()));
  const days = once(() => countDays(columns, places));

  const filed = (id: number): Bucket[] => {
    const count = met()[id] ?? 0;
    return count > 0 ? [bucketOf('file', String(id), { name: basename(files.name(id) ?? ''), count })] : [];
  };
  const periodBuckets = (period: Exclude<Dimension, 'file'>): Bucket[] => {
    if (!isPeriod(period)) return [];
    const counts = new Map<string, number>();
    for (const [day, count] of days()) {
      const value = periodOf(day, period);
      counts.set(value, (counts.get(value) ?? 0) + count);
    }
    return [...counts].map(([value, count]) => bucketOf(period, value, { name: '', count }));
  };
  const buckets = (dimension: Dimension): Bucket[] => {
    if (dimension === 'file') return files.ids().flatMap(filed);
    if (isPeriod(dimension)) return periodBuckets(dimension);
    const counts = facets();
    const found: Bucket[] = [];
    for (const { id, value, label } of dictionary.of(dimension)) {
      const count = counts[id] ?? 0;
      if (count > 0) found.push(bucketOf(dimension, value, { name: label, count }));
    }
    return found;
  };
  return {
    buckets,
    bucket(dimension, value) {
      if (isPeriod(dimension) || dimension === 'file') {
        const known = buckets(dimension).find((bucket) => bucket.value === value);
        const name = dimension === 'file' ? basename(files.name(Number(value)) ?? '') : '';
        return known ?? bucketOf(dimension, value, { name, count: 0 });
      }
      const entry = dictionary.find(dimension, value);
      const count = entry ? (facets()[entry.id] ?? 0) : 0;
      return bucketOf(dimension, value, { name: entry?.label ?? '', count });
    },
  };
}

/** Every bucket of the dimensions asked for, in the order the contract gives. */
export function countBy(counts: Tally, by: Dimension[]): Partial<Record<Dimension, Bucket[]>> {
  return Object.fromEntries(
    by.map((dimension) => [dimension, sortBuckets(dimension, counts.buckets(dimension))]),
  ) as Partial<Record<Dimension, Bucket[]>>;
}
