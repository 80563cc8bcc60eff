import { isoDay } from './accession.ts';
import { monthNames } from './tables/months.ts';

/** A date as displayed, with time and zone where they stand beside it. */
export interface DisplayedDate {
  /** ISO date. */
  date: string;
  /** `HH:MM` or `HH:MM:SS`. */
  time?: string;
  zone?: string;
}

export interface DisplayedTime {
  time: string;
  zone?: string;
}

const months = new Map(
  monthNames.flatMap((names, index) => names.split('|').map((name): [string, number] => [name, index + 1])),
);

// Longer than this a line is no date; the patterns are not linear on white space.
const longest = 100;

const forms: { pattern: RegExp; order: 'ymd' | 'dmy' | 'mdy' }[] = [
  { pattern: /^(\d{4})\s*[年년]\s*(\d{1,2})\s*[月월]\s*(\d{1,2})\s*[日일]/u, order: 'ymd' },
  { pattern: /^(\d{4})-(\d{1,2})-(\d{1,2})(?!\d)/u, order: 'ymd' },
  // 8 April 2017, 9. Mai 1998, 1er mars 2012, 8 de abril de 2017, 8 апреля 2017 г.
  {
    pattern:
      /^(\d{1,2})(?:er|º|°|\.)?\s*(?:de\s+|d['’])?(\p{L}{2,20})\.?,?\s+(?:del?\s+)?(\d{4})(?!\d)(?:\s*г\.?)?/u,
    order: 'dmy',
  },
  { pattern: /^(\p{L}{2,20})\.?\s+(\d{1,2}),?\s+(\d{4})(?!\d)/u, order: 'mdy' },
];

const clock =
  /^,?\s*(?<half>오전|오후|上午|下午|午前|午後)?\s*(?<hour>\d{1,2})[:.h時](?<minute>\d{2})(?::(?<second>\d{2}))?\s*(?<meridiem>[ap]\.?m\.?(?![a-z]))?\s*(?<zone>(?:GMT|UTC)(?:[+-]\d{1,2}(?::?\d{2})?)?|[A-Z]{2,5})?$/iu;

/** Reads a whole line as a date, in any interface language of the vendor; undefined where it is none. */
export function readDate(line: string): DisplayedDate | undefined {
  if (line.length > longest) return undefined;
  const text = line.trim();
  for (const { pattern, order } of forms) {
    const match = pattern.exec(text);
    if (!match) continue;
    const date = dateOf(match, order);
    const rest = text.slice(match[0].length).trim();
    if (!date) return undefined;
    if (!rest) return { date };
    const time = readTime(rest);
    return time ? { date, ...time } : undefined;
  }
  return undefined;
}

function dateOf(match: RegExpExecArray, order: 'ymd' | 'dmy' | 'mdy'): string | undefined {
  const part = (letter: string) => match[order.indexOf(letter) + 1] ?? '';
  const month = /^\d/.test(part('m')) ? Number(part('m')) : months.get(part('m').toLowerCase());
  return month === undefined ? undefined : isoDay(Number(part('y')), month, Number(part('d')));
}

/** Reads a whole line as a time of day (`23:41`, `06:04 GMT`, `오후 3:05`); undefined where it is none. */
export function readTime(line: string): DisplayedTime | undefined {
  if (line.length > longest) return undefined;
  const parts = clock.exec(line.trim())?.groups;
  if (!parts) return undefined;
  const hour = hourOf(Number(parts.hour), parts.half ?? parts.meridiem ?? '');
  if (hour > 23 || Number(parts.minute) > 59 || Number(parts.second ?? 0) > 59) return undefined;
  const time = [String(hour).padStart(2, '0'), parts.minute, parts.second].filter(
    (part) => part !== undefined,
  );
  return { time: time.join(':'), ...(parts.zone && { zone: parts.zone }) };
}

function hourOf(hour: number, half: string): number {
  if (/^(p|오후|下午|午後)/i.test(half)) return hour < 12 ? hour + 12 : hour;
  return /^(a|오전|上午|午前)/i.test(half) && hour === 12 ? 0 : hour;
}

/** Joins a date field and a time field, either of which may be missing or hold both. */
export function dateAndTime(dateLine: string, timeLine: string): Partial<DisplayedDate> {
  return { ...readDate(dateLine), ...readTime(timeLine) };
}
