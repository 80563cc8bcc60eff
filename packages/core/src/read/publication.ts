import type { Publication } from '../article.ts';
import { type Diagnostic, diagnose } from '../diagnostic.ts';
import { daysBetween } from './accession.ts';
import { type DateOrder, type DisplayedDate, nearest, readTime } from './dates.ts';

/** What is known of the day of an article. */
export interface Dated {
  /** The displayed date and time, as far as they could be read. */
  shown: Partial<DisplayedDate>;
  /** As the file says it; empty where it shows none. */
  raw: string;
  /** ISO date that the accession number tells. */
  numbered: string | undefined;
}

/**
 * Decides between the displayed date and that of the accession number: the displayed one is taken where it can be
 * read, and what differs is said. A date of figures is read in the order that lies nearer to the number's date.
 */
export function readPublication({ shown, raw, numbered }: Dated): {
  publication?: Publication;
  diagnostics: Diagnostic[];
} {
  const { date, time, zone, order, swapped } = nearest(shown, numbered);
  if (!date) {
    const diagnostics = undated(raw, numbered);
    return numbered
      ? { publication: { date: numbered, time, zone, raw, basis: 'accession' }, diagnostics }
      : { diagnostics };
  }
  const days = numbered ? Math.abs(daysBetween(numbered, date)) : 0;
  const other = days > 0 ? numbered : undefined;
  return {
    publication: { date, time, zone, other, raw, basis: 'display' },
    diagnostics:
      swapped && !numbered ? [ambiguous(raw, { order, date, swapped })] : apart(days, { date, numbered }),
  };
}

function undated(raw: string, numbered: string | undefined): Diagnostic[] {
  if (raw && !readTime(raw))
    return [diagnose('date-unreadable', `The date “${raw}” could not be read.`, { path: 'publication.raw' })];
  return numbered ? [] : [diagnose('date-missing', 'No date is shown and none can be decoded.')];
}

function apart(
  days: number,
  { date, numbered }: { date: string; numbered: string | undefined },
): Diagnostic[] {
  if (days === 0) return [];
  const both = `Shown as ${date}, numbered ${numbered}`;
  const place = { path: 'publication.date' };
  return days === 1
    ? [diagnose('date-shifted', `${both}: the viewer's time zone.`, place)]
    : [diagnose('date-conflict', `${both}: ${days} days apart.`, place)];
}

function ambiguous(
  raw: string,
  read: { order: DateOrder | undefined; date: string; swapped: string },
): Diagnostic {
  const first = read.order === 'dmy' ? 'day' : 'month';
  const message = `“${raw}” was read as ${read.date}, with the ${first} first; it may be ${read.swapped}.`;
  return diagnose('date-ambiguous', message, { path: 'publication.date' });
}
