import { Period } from './buckets.ts';
import { type DayRange, dateOf, dayOf } from './key.ts';
import type { Dimension } from './selection.ts';

/** Whether a dimension is cut out of the date. */
export function isPeriod(dimension: Dimension): dimension is Period {
  return (Period.options as readonly Dimension[]).includes(dimension);
}

/** 0000-01-03, the first Monday there is. */
const monday = 3;

/** Thursday of the ISO week of a day: its year is the week's year. */
function thursday(day: number): number {
  return day - ((day - monday + 7) % 7) + 3;
}

function weekOf(day: number): string {
  const middle = thursday(day);
  const year = dateOf(middle)?.slice(0, 4);
  const week = Math.floor((middle - dayOf(`${year}-01-01`)) / 7) + 1;
  return `${year}-W${String(week).padStart(2, '0')}`;
}

function quarterOf(date: string): string {
  return `${date.slice(0, 4)}-Q${Math.ceil(Number(date.slice(5, 7)) / 3)}`;
}

/** The value a day has in a period: `2017`, `2017-Q2`, `2017-04`, `2017-W14` or `2017-04-08`; '' for day 0. */
export function periodOf(day: number, period: Period): string {
  const date = dateOf(day);
  if (date === null) return '';
  if (period === 'week') return weekOf(day);
  if (period === 'quarter') return quarterOf(date);
  return date.slice(0, { year: 4, month: 7, day: 10 }[period]);
}

/** Days of a month; the calendar repeats every 400 years. */
function lengthOfMonth(value: string): number {
  return new Date(Date.UTC(2000 + (Number(value.slice(0, 4)) % 400), Number(value.slice(5)), 0)).getUTCDate();
}

/** The first month of a quarter, or one after it. */
function monthOf(quarter: string, after = 0): string {
  return `${quarter.slice(0, 4)}-${String(Number(quarter.slice(6)) * 3 - 2 + after).padStart(2, '0')}`;
}

const forms: Record<
  Period,
  { form: RegExp; first: (value: string) => number; length: (value: string) => number }
> = {
  year: {
    form: /^\d{4}$/,
    first: (value) => dayOf(`${value}-01-01`),
    length: (value) => dayOf(`${value}-12-31`) - dayOf(`${value}-01-01`) + 1,
  },
  quarter: {
    form: /^\d{4}-Q[1-4]$/,
    first: (value) => dayOf(`${monthOf(value)}-01`),
    length: (value) => [0, 1, 2].reduce((sum, after) => sum + lengthOfMonth(monthOf(value, after)), 0),
  },
  month: { form: /^\d{4}-\d\d$/, first: (value) => dayOf(`${value}-01`), length: lengthOfMonth },
  week: {
    form: /^\d{4}-W\d\d$/,
    first: (value) => thursday(dayOf(`${value.slice(0, 4)}-01-04`)) - 3 + 7 * (Number(value.slice(6)) - 1),
    length: () => 7,
  },
  day: { form: /^\d{4}-\d\d-\d\d$/, first: dayOf, length: () => 1 },
};

/** The days of a period's value, day 0 for ''; null where there is no such period. */
export function daysOf(period: Period, value: string): DayRange | null {
  if (value === '') return { from: 0, to: 0 };
  const { form, first, length } = forms[period];
  const from = form.test(value) ? first(value) : Number.NaN;
  // 2017-13, 2017-W60 and 2017-02-30 have the right form and name another period, or none.
  if (!(from > 0) || periodOf(from, period) !== value) return null;
  return { from, to: from + length(value) - 1 };
}
