import type { DateOrder } from './query.ts';

/** A day, month or year as typed: its first and last day, and how it was read where it could mean two days. */
export interface Period {
  from: string;
  to: string;
  ambiguous?: string;
}

export interface DateReading {
  /** How 05/06/2020 is read; day first by default. */
  dateOrder?: DateOrder | undefined;
  /** The caller's day, ISO, from which `-7` counts back. */
  today?: string | undefined;
}

export const dateForms = 'a date such as 2017-04-08, 20170408, 08/04/2017, 2017-04, 2017 or -7';

// Years that stay four digits when a day is added or taken away.
const firstYear = 1000;
const lastYear = 9998;
const dayLength = 24 * 60 * 60 * 1000;

function iso(time: number): string {
  return new Date(time).toISOString().slice(0, 10);
}

/** The day on this machine's clock, as ISO date: what `date after -7` counts from, for callers to give. */
export function localDay(now = new Date()): string {
  return iso(now.getTime() - now.getTimezoneOffset() * 60_000);
}

/** The day so many days later. */
export function addDays(date: string, days: number): string {
  return iso(Date.parse(date) + days * dayLength);
}

/** Whether a word after `date` is meant as a date. */
export function looksLikeDate(text: string): boolean {
  return /^[-−–]?\d/.test(text);
}

function day(year: number, month: number, date: number): Period | string {
  const time = Date.UTC(year, month - 1, date);
  const found = new Date(time);
  if (year < firstYear || year > lastYear) return `The year ${year} is out of range.`;
  if (found.getUTCMonth() !== month - 1 || found.getUTCDate() !== date) return 'There is no such day.';
  return { from: iso(time), to: iso(time) };
}

function month(year: number, month: number): Period | string {
  const first = day(year, month, 1);
  if (typeof first === 'string') return month > 12 || month < 1 ? 'There is no such month.' : first;
  return { from: first.from, to: iso(Date.UTC(year, month, 0)) };
}

function year(year: number): Period | string {
  const first = day(year, 1, 1);
  return typeof first === 'string' ? first : { from: first.from, to: `${year}-12-31` };
}

function slashed([first, second, year]: [number, number, number], order: DateOrder): Period | string {
  const dayFirst = first > 12 || (second <= 12 && order === 'dmy');
  const read = dayFirst ? day(year, second, first) : day(year, first, second);
  if (typeof read === 'string' || first > 12 || second > 12 || first === second) return read;
  return { ...read, ambiguous: dayFirst ? 'day first' : 'month first' };
}

function daysAgo(days: number, today: string | undefined): Period | string {
  if (today === undefined) return 'A date counted back from today needs to know what day it is.';
  const time = Date.parse(today) - days * dayLength;
  if (!(time >= Date.UTC(firstYear, 0, 1))) return 'That is too many days ago.';
  return { from: iso(time), to: iso(time) };
}

/** Reads a date as typed; a string says in words why it is none. */
export function readPeriod(text: string, { dateOrder = 'dmy', today }: DateReading): Period | string {
  const numbers = (pattern: RegExp): number[] | undefined => pattern.exec(text)?.slice(1).map(Number);
  const [ago] = numbers(/^[-−–](\d+)$/) ?? [];
  if (ago !== undefined) return daysAgo(ago, today);
  const full = numbers(/^(\d{4})-(\d{1,2})-(\d{1,2})$/) ?? numbers(/^(\d{4})(\d\d)(\d\d)$/);
  if (full) return day(...(full as [number, number, number]));
  const slashes = numbers(/^(\d{1,2})\/(\d{1,2})\/(\d{4})$/);
  if (slashes) return slashed(slashes as [number, number, number], dateOrder);
  const yearMonth = numbers(/^(\d{4})-(\d{1,2})$/);
  if (yearMonth) return month(...(yearMonth as [number, number]));
  const [only] = numbers(/^(\d{4})$/) ?? [];
  return only === undefined ? `“${text}” is not ${dateForms}.` : year(only);
}

/** The shortest way to write a range of days: a year, a month, a day, or both ends. */
export function printDates({ from, to }: { from?: string | undefined; to?: string | undefined }): string {
  if (from === undefined) return to === undefined ? '' : `before ${addDays(to, 1)}`;
  if (to === undefined) return `after ${addDays(from, -1)}`;
  const short = [from, from.slice(0, 7), from.slice(0, 4)].find((text) => {
    const period = readPeriod(text, {});
    return typeof period !== 'string' && period.from === from && period.to === to;
  });
  return short ?? `from ${from} to ${to}`;
}
