import { basename } from 'node:path/posix';
import type { Bucket, Dimension, Period } from '../contract.ts';
import { foldedValue, isSpelt, labelOf, sortBuckets } from '../facets.ts';
import { dayOfKey, keysOf } from '../key.ts';
import { daysOf, isPeriod, periodOf } from '../periods.ts';
import type { Columns } from './columns.ts';
import type { Dictionary, Entry } from './dictionary.ts';
import type { Files } from './files.ts';
import { namesOf } from './names.ts';
import { countNumbers } from './packed.ts';

/** What articles are counted by, as of one moment. */
export interface Counted {
  columns: Columns;
  dictionary: Dictionary;
  files: Files;
}

/** Articles of one day. */
export type DayCount = [day: number, count: number];

/** How many articles are of each day, oldest first: the keys grow with the day. */
export function countDays({ keys }: Columns, places: Uint32Array): DayCount[] {
  const days: DayCount[] = [];
  let last: DayCount = [-1, 0];
  let end = -1;
  // A loop over an iterator takes twice as long.
  for (let index = 0; index < places.length; index++) {
    const key = keys[places[index] as number] as number;
    if (key <= end) {
      last[1]++;
      continue;
    }
    const day = dayOfKey(key);
    end = keysOf({ from: day, to: day }).to;
    last = [day, 1];
    days.push(last);
  }
  return days;
}

/** How many articles are of each period that has any, oldest first; those without a date are of the period ''. */
export function countPeriods(days: DayCount[], by: Period): { value: string; count: number }[] {
  const counts: { value: string; count: number }[] = [];
  let end = -1;
  for (const [day, count] of days) {
    const last = counts.at(-1);
    if (last && day <= end) {
      last.count += count;
      continue;
    }
    const value = periodOf(day, by);
    end = daysOf(by, value)?.to ?? day;
    counts.push({ value, count });
  }
  return counts;
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
  // No article counts under two spellings of one name.
  const spelt = (value: string, entries: readonly Entry[]): Bucket => {
    const counts = facets();
    let [name, most, count] = ['', -1, 0];
    for (const { id, value: spelling } of entries) {
      const own = counts[id] ?? 0;
      count += own;
      if (own > most || (own === most && spelling < name)) [name, most] = [spelling, own];
    }
    return bucketOf('author', value, { name, count });
  };
  const buckets = (dimension: Dimension): Bucket[] => {
    if (dimension === 'file') return files.ids().flatMap(filed);
    if (isPeriod(dimension)) {
      return countPeriods(days(), dimension).map(({ value, count }) =>
        bucketOf(dimension, value, { name: '', count }),
      );
    }
    const counts = facets();
    if (isSpelt(dimension)) {
      const names = [...namesOf(dictionary, dimension)];
      return names.map(([value, entries]) => spelt(value, entries)).filter(({ count }) => count > 0);
    }
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
      if (isSpelt(dimension)) {
        const folded = foldedValue(dimension, value);
        return spelt(folded, namesOf(dictionary, dimension).get(folded) ?? []);
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
