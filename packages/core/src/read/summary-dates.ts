import { type Diagnostic, diagnose } from '../diagnostic.ts';
import type { SearchSummary } from '../report.ts';
import { type DisplayedDate, nearest, readDate, swap } from './dates.ts';

/** First and last day of the articles of a file, ISO dates. */
export interface Days {
  earliest: string;
  latest: string;
}

type Shown = DisplayedDate & { date: string };
type Range = [from: Shown, to: Shown];

// Longer than this a value is a query, not a date.
const longest = 200;
const figures = /\d{1,4}\s?([./-])\s?\d{1,2}\s?\1\s?\d{1,4}\.?/g;
/** What stands between two dates in the interface languages of the vendor. */
const between =
  /\s+(?:to|bis|au|al|a|até|tot(?: en met)?|t\/m|по|do|till|til|–|—|-)\s+|\s*(?:から|～|~|至|到|부터|〜)\s*/iu;

/**
 * The dates of a search: first and last day searched, and when the file was made. Dates of figures are read in the
 * order in which the range makes sense and holds the articles; where both orders do, day first, and it is said.
 */
export function readSummaryDates(
  summary: SearchSummary,
  days: Days | undefined,
): { summary: SearchSummary; diagnostics: Diagnostic[] } {
  const values = summary.rows.map(({ value }) => value.trim()).filter((value) => value.length < longest);
  const made = values.map((value) => readDate(value)).findLast((date) => date !== undefined);
  const range = values.map(readRange).find((found) => found !== undefined);
  const read = range && orderRange(range, days);
  const downloaded = made && nearest(made, read?.range[1].date);
  const order = (read?.range.find((date) => date.order && !isAlike(date)) ?? downloaded)?.order;
  const moment = downloaded && (downloaded.time ? `${downloaded.date}T${downloaded.time}` : downloaded.date);
  return {
    summary: {
      ...summary,
      ...(read && { from: read.range[0].date, to: read.range[1].date }),
      ...(moment && { downloaded: moment }),
      ...(order && { order }),
    },
    diagnostics: read?.sure === false ? [unsure(read.range)] : [],
  };
}

/** Two dates of a value, whatever stands around them. */
function readRange(value: string): Range | undefined {
  const found = value.match(figures) ?? [];
  const parts = found.length === 2 ? found : value.replace(/から$|까지$|止$/u, '').split(between);
  const [from, to] = parts.map((part) => readDate(part.trim()));
  return parts.length === 2 && from && to ? [from, to] : undefined;
}

function orderRange(range: Range, days: Days | undefined): { range: Range; sure: boolean } {
  const [from, to] = range;
  const possible = orders(range);
  const forward = possible.filter(([first, last]) => first.date <= last.date);
  const holding = forward.filter(([first, last]) => !days || holds(days, first.date, last.date));
  const candidates = holding.length > 0 ? holding : forward.length > 0 ? forward : possible;
  const same = from.date === to.date && from.swapped === to.swapped;
  return { range: candidates[0] ?? range, sure: candidates.length < 2 || same };
}

/** The range in both orders, as far as both of its dates exist in them. */
function orders([from, to]: Range): Range[] {
  if (!from.order || !to.order) return [[from, to]];
  const inOrder = (date: Shown, order: Shown['order']): Shown | undefined =>
    date.order === order || isAlike(date) ? date : date.swapped ? swap(date) : undefined;
  return (['dmy', 'mdy'] as const).flatMap((order): Range[] => {
    const [first, last] = [inOrder(from, order), inOrder(to, order)];
    return first && last ? [[first, last]] : [];
  });
}

/** The first of January is the same in both orders. */
function isAlike({ date }: Shown): boolean {
  return date.slice(5, 7) === date.slice(8);
}

/** Articles may be shown a day off, in the zone of the viewer. */
function holds({ earliest, latest }: Days, from: string, to: string): boolean {
  const day = 86_400_000;
  return Date.parse(from) - day <= Date.parse(earliest) && Date.parse(latest) <= Date.parse(to) + day;
}

function unsure([from, to]: Range): Diagnostic {
  const first = from.order === 'mdy' ? 'month' : 'day';
  const message = `The dates of the search were read as ${from.date} to ${to.date}, with the ${first} first; the other order is possible.`;
  return diagnose('date-ambiguous', message);
}
