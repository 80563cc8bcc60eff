import { type Period, QueryLimit, type Timeline } from '../contract.ts';
import { type DayRange, dayOfKey, keysOf, lastDay } from '../key.ts';
import { daysOf, periodOf } from '../periods.ts';
import { type Columns, placeOf } from './columns.ts';
import { countDays, countPeriods } from './count.ts';

/** Periods that one timeline may have. */
const mostPeriods = 50_000;

/** How many articles of the archive are of these days. */
function countAll({ keys }: Columns, days: DayRange): number {
  const { from, to } = keysOf(days);
  const first = placeOf(keys, from);
  return placeOf(keys, to + 1, first) - first;
}

function tooMany(): QueryLimit {
  return new QueryLimit(
    `There are more than ${mostPeriods} periods between the first hit and the last; please choose longer periods, or dates.`,
  );
}

/** The days that a timeline spans: those that the search names, as far as there are articles, else from the first hit to the last. */
function spanOf({ keys }: Columns, hits: number[], within: DayRange): DayRange | null {
  const [first, last] = [hits[0], hits.at(-1)];
  if (first === undefined || last === undefined) return null;
  const oldest = dayOfKey(keys[placeOf(keys, keysOf({ from: 1, to: 1 }).from)] as number);
  const newest = dayOfKey(keys.at(-1) as number);
  return {
    from: within.from > 1 ? Math.max(within.from, oldest) : first,
    to: within.to < lastDay ? Math.min(within.to, newest) : last,
  };
}

/** Counts hits, by their places in the columns, over time; of a period that the days of the search cut, all within them. */
export function timelineOf(
  columns: Columns,
  places: Uint32Array,
  { by, within }: { by: Period; within: DayRange },
): Timeline {
  const days = countDays(columns, places);
  const counts = new Map(countPeriods(days, by).map(({ value, count }) => [value, count]));
  const dated = days.map(([day]) => day).filter((day) => day > 0);
  const span = spanOf(columns, dated, within);
  const buckets: Timeline['buckets'] = [];
  for (let day = span?.from ?? 1; span && day <= span.to; ) {
    if (buckets.length === mostPeriods) throw tooMany();
    const value = periodOf(day, by);
    const whole = daysOf(by, value) ?? { from: day, to: day };
    const part = { from: Math.max(whole.from, within.from), to: Math.min(whole.to, within.to) };
    buckets.push({ value, count: counts.get(value) ?? 0, all: countAll(columns, part) });
    day = whole.to + 1;
  }
  const undated = { count: counts.get('') ?? 0, all: countAll(columns, { from: 0, to: 0 }) };
  return { by, total: places.length, buckets, undated };
}
