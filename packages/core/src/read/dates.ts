import { daysBetween, isoDay } from './accession.ts';
import { asMeant } from './misread.ts';
import { remember } from './remember.ts';
import { monthNames } from './tables/months.ts';
import { weekdayNames } from './tables/weekdays.ts';

/** Which of day and month stands first in a date of figures. */
export type DateOrder = 'dmy' | 'mdy';

/** A date as displayed, with time and zone where they stand beside it. */
export interface DisplayedDate {
  /** ISO date. */
  date: string;
  /** `HH:MM` or `HH:MM:SS`. */
  time?: string;
  /** As displayed: `GMT`, `EDT`, `-0400`. */
  zone?: string;
  /** Of a date of figures (`8/4/2017`): the order in which it was read. */
  order?: DateOrder;
  /** The ISO date in the other order, where that is a date too. */
  swapped?: string;
}

export type DisplayedTime = Pick<DisplayedDate, 'zone'> & { time: string };

const months = new Map(
  monthNames.flatMap((names, index) => names.split('|').map((name): [string, number] => [name, index + 1])),
);
const weekdays = new Set(weekdayNames);

// Longer than this a line is no date; the patterns are not linear on white space.
const longest = 100;

const eras: Record<string, number> = { 令和: 2018, 平成: 1988, 昭和: 1925, 民國: 1911, 民国: 1911 };

/** What may stand between a date and a time, and around them. */
const beforeTime =
  /^(?:\s*(?:[,،-]|t(?=\d)|(?:um|at|à|a las?|alle(?: ore)?|às|om|kl\.|klo|pukul|o|în|στις|в|v|о|об|في|الساعة|בשעה)(?=\s)))*\s*/iu;

interface Parts {
  year: number;
  month: number;
  day: number;
  order?: DateOrder;
}

type Groups = Record<string, string | undefined>;

/** The forms of a date at the start of a line. */
const forms: { pattern: RegExp; read(groups: Groups): Parts }[] = [
  // 2018 年 9 月 18 日, 2026년 5월 1일(금), 平成29年4月8日 土曜日
  {
    pattern:
      /^(?<era>令和|平成|昭和|民國|民国)?\s*(?<year>\d{1,4})\s*[年년]\s*(?<month>\d{1,2})\s*[月월]\s*(?<day>\d{1,2})\s*[日일]\s*(?:[(（][\p{Lo}]{1,3}[)）]|\p{Lo}曜日?|\p{Lo}요일|(?:星期|周|週)\p{Lo})?/u,
    read: ({ era, year, month, day }) => ({
      year: era ? Number(year) + (eras[era] ?? 0) : fullYear(year),
      month: Number(month),
      day: Number(day),
    }),
  },
  // 2017-04-08, 2017/4/8, 2017. 4. 8.
  {
    pattern: /^(?<year>\d{4})\s?(?<mark>[-/.])\s?(?<month>\d{1,2})\s?\k<mark>\s?(?<day>\d{1,2})(?!\d)\.?/u,
    read: ({ year, month, day }) => ({ year: Number(year), month: Number(month), day: Number(day) }),
  },
  // 8/4/2017, 08.04.17
  {
    pattern:
      /^(?<first>\d{1,2})\s?(?<mark>[-/.])\s?(?<second>\d{1,2})\s?\k<mark>\s?(?<year>\d{4}|\d{2})(?!\d)\.?/u,
    read: ({ first, second, year }) => {
      const order = Number(second) > 12 ? 'mdy' : 'dmy';
      const [day, month] = order === 'dmy' ? [first, second] : [second, first];
      return { year: fullYear(year), month: Number(month), day: Number(day), order };
    },
  },
  // 8 April 2017, 8th of April, 2017, 9. Mai 1998, 1er mars 2012, 8 de abril de 2017, 8-Apr-17, 8 апреля 2017 г.
  {
    pattern:
      /^(?<day>\d{1,2})(?:er|re|e|st|nd|rd|th|º|ª|°|\.)?[\s,./-]*(?:(?:de|of)\s+|d['’]\s?)?(?<month>\p{L}[\p{L}\p{M}]{1,20})[\s,./-]{1,4}(?:del?\s+|of\s+)?['’]?(?<year>\d{4}|\d{2})(?!\d)(?:\s*(?:г\.?|р\.?|года|року))?/u,
    read: named,
  },
  // April 8, 2017; Apr. 8th 2017
  {
    pattern:
      /^(?<month>\p{L}[\p{L}\p{M}]{1,20})\.?\s+(?<day>\d{1,2})(?:st|nd|rd|th)?[.,]?\s+['’]?(?<year>\d{4}|\d{2})(?!\d)/u,
    read: named,
  },
  // 2017. április 8., 2017 m. balandžio 8 d.
  {
    pattern:
      /^(?<year>\d{4})\.?,?\s*(?:m\.|gada)?\s*(?<month>\p{L}[\p{L}\p{M}]{1,20})\.?\s+(?<day>\d{1,2})(?!\d)(?:\s?d)?\.?/u,
    read: named,
  },
];

function named({ year, month, day }: Groups): Parts {
  return { year: fullYear(year), month: monthOf(month ?? ''), day: Number(day) };
}

function monthOf(name: string): number {
  // Hebrew joins its preposition to the month: באפריל.
  return months.get(name) ?? months.get(name.replace(/^ב/, '')) ?? 0;
}

// A year of two digits is of the last century where the archive of the vendor, but not this century, can hold it.
function fullYear(digits = ''): number {
  const year = Number(digits);
  return digits.length > 2 ? year : year + (year < 60 ? 2000 : 1900);
}

/** Reads a whole line as a date, in any interface language of the vendor; undefined where it is none. */
export function readDate(line: string): DisplayedDate | undefined {
  return line.length > longest ? undefined : readLine(line);
}

// The articles of a file share their days.
const readLine = remember(
  asMeant((line): DisplayedDate | undefined => {
    const text = plain(line);
    // A date begins with a figure, a month or a day of the week, and holds a figure.
    if (!/\d/.test(text)) return undefined;
    return readPlain(text) ?? readPlain(withoutWeekday(text));
  }),
);

function readPlain(text: string): DisplayedDate | undefined {
  const lower = text.toLowerCase();
  for (const { pattern, read } of forms) {
    const match = pattern.exec(lower);
    const parts = match?.groups && read(match.groups);
    const date = parts && isoDay(parts.year, parts.month, parts.day);
    if (!match || !parts || !date) continue;
    const behind = withoutWeekday(text.slice(match[0].length).replace(beforeTime, ''));
    const clock = behind === '' ? {} : readTime(behind);
    return clock && { date, ...clock, ...swapped(parts) };
  }
  return undefined;
}

function swapped({ year, month, day, order }: Parts): Pick<DisplayedDate, 'order' | 'swapped'> {
  if (!order) return {};
  const other = month === day ? undefined : isoDay(year, day, month);
  return { order, ...(other && { swapped: other }) };
}

/** The same date read in the order in which it lies nearer to another one. */
export function nearest<D extends Partial<DisplayedDate>>(shown: D, to: string | undefined): D {
  if (!to || !shown.date || !shown.swapped) return shown;
  const distance = (date: string) => Math.abs(daysBetween(date, to));
  return distance(shown.swapped) < distance(shown.date) ? swap(shown) : shown;
}

/** The same date read in the other order. */
export function swap<D extends Partial<DisplayedDate>>(shown: D): D {
  const order = shown.order === 'dmy' ? 'mdy' : 'dmy';
  return { ...shown, date: shown.swapped, swapped: shown.date, order };
}

const zeros = [0x660, 0x6f0, 0x966, 0xff10];

/** Digits of other scripts as 0 to 9, marks of writing direction gone, wide and hard spaces as spaces. */
function plain(line: string): string {
  const text = line.trim();
  if (/^[ -~]*$/.test(text)) return text;
  return text
    .replace(/[׳\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069]/gu, '')
    .replace(/[٠-٩۰-۹०-९０-９]/gu, (digit) => {
      const code = digit.charCodeAt(0);
      return String(code - (zeros.find((zero) => code >= zero && code <= zero + 9) ?? code));
    })
    .replace(/：/gu, ':')
    .replace(/[\s\u3000]+/gu, ' ')
    .normalize('NFC')
    .trim();
}

/** Without a day of the week at the start (`Saturday, 8 April 2017`). */
function withoutWeekday(text: string): string {
  const word = /^[(（]?((?:יום\s)?[\p{L}\p{M}ʼ'-]{1,20})[.,)）،]*(?:\s+(?:den\s)?|$)/u.exec(text);
  return word?.[1] && weekdays.has(word[1].toLowerCase()) ? text.slice(word[0].length).trim() : text;
}

const clock =
  /^(?:kl\.?\s?|klo\s)?(?<half>오전|오후|上午|下午|午前|午後|凌晨|早上|晚上|[AaPp]\.?[Mm]\.?(?=\s\d))?\s*(?<hour>\d{1,2})(?:\s?[:.hH時时시点點]\s?(?<minute>\d{2})\s?[분分]?(?::(?<second>\d{2})(?:\.\d{1,6})?)?)?\s*(?<meridiem>[AaPp]\.?\s?[Mm]\.?(?![A-Za-z])|[صم](?!\p{L})|[πμ]\.μ\.|ÖS|ÖÖ)?\s*(?:Uhr|hrs?|h|час\.?)?\s*\(?(?<zone>(?:GMT|UTC)\s?(?:[+-]\d{1,2}(?::?\d{2})?)?|[+-]\d{2}:?\d{2}|\p{Lu}{1,5})?\)?$/u;

/** Reads a whole line as a time of day (`23:41`, `06:04 GMT`, `오후 3:05`); undefined where it is none. */
export function readTime(line: string): DisplayedTime | undefined {
  return line.length > longest || !/\p{Nd}/u.test(line) ? undefined : readClock(line);
}

const readClock = remember(
  asMeant((line): DisplayedTime | undefined => {
    const parts = clock.exec(plain(line))?.groups;
    const half = parts?.half ?? parts?.meridiem ?? '';
    // `26` is a page, `3 PM` a time.
    if (!parts || (parts.minute === undefined && half === '')) return undefined;
    const hour = hourOf(Number(parts.hour), half);
    if (hour > 23 || Number(parts.minute ?? 0) > 59 || Number(parts.second ?? 0) > 59) return undefined;
    const time = [String(hour).padStart(2, '0'), parts.minute ?? '00', parts.second].filter(
      (part) => part !== undefined,
    );
    return { time: time.join(':'), ...(parts.zone && { zone: parts.zone }) };
  }),
);

function hourOf(hour: number, half: string): number {
  if (/^(?:p|오후|下午|午後|晚上|م|μ|ÖS)/iu.test(half)) return hour < 12 ? hour + 12 : hour;
  return /^(?:a|오전|上午|午前|凌晨|早上|ص|π|ÖÖ)/iu.test(half) && hour === 12 ? 0 : hour;
}

/** Joins a date field and a time field, either of which may be missing or hold both. */
export function dateAndTime(dateLine: string, timeLine: string): Partial<DisplayedDate> {
  return timeLine === '' ? { ...readDate(dateLine) } : { ...readDate(dateLine), ...readTime(timeLine) };
}
