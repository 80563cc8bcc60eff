const dayLength = 86_400_000;

/** Days, both inclusive, as ISO dates. */
export interface Span {
  from: string;
  to: string;
}

const isoDay = (time: number): string => new Date(time).toISOString().slice(0, 10);
const months = (year: number, month: number, count: number): Span => ({
  from: isoDay(Date.UTC(year, month, 1)),
  to: isoDay(Date.UTC(year, month + count, 1) - dayLength),
});

function weekSpan(year: number, week: number): Span {
  // The fourth of January always lies in week 1.
  const fourth = Date.UTC(year, 0, 4);
  const monday = fourth + ((week - 1) * 7 - ((new Date(fourth).getUTCDay() + 6) % 7)) * dayLength;
  return { from: isoDay(monday), to: isoDay(monday + 6 * dayLength) };
}

/** The days of a period: `2017`, `2017-Q2`, `2017-04`, `2017-W14` or `2017-04-08`. */
export function spanOf(value: string): Span {
  const [, first = '', sign = '', second = ''] = /^(\d{4})(?:-([QW]?)(\d\d?))?$/.exec(value) ?? [];
  const [year, number] = [Number(first), Number(second)];
  if (first === '') return { from: value, to: value };
  if (second === '') return months(year, 0, 12);
  if (sign === 'W') return weekSpan(year, number);
  return sign === 'Q' ? months(year, number * 3 - 3, 3) : months(year, number - 1, 1);
}

/** From the first day of one period to the last day of another, whichever comes first. */
export function spanBetween(a: string, b: string): Span {
  const spans = [spanOf(a), spanOf(b)];
  const [from = a] = spans.map((span) => span.from).sort();
  const [, to = b] = spans.map((span) => span.to).sort();
  return { from, to };
}

/** Whether a text is a day of the calendar, `2017-02-28`. */
export function isDay(text: string): boolean {
  const time = /^\d{4}-\d\d-\d\d$/.test(text) ? Date.parse(`${text}T00:00:00Z`) : Number.NaN;
  return !Number.isNaN(time) && isoDay(time) === text;
}
