import { isoDay } from './accession.ts';
import type { DisplayedDate } from './dates.ts';

// 2012-01-09, 20230501, 20230501 080355, 2012-01-09T01:35:58Z, 2019-09-20T21:13:00.000+02:00, 20230501080355
const written =
  /^(\d{4})-?(\d\d)-?(\d\d)(?:(?:[T ]\s?|(?=\d{6}$))(\d\d):?(\d\d)(?::?(\d\d)(?:[.,]\d{1,9})?)?\s?(Z|UTC|GMT|[+-]\d\d(?::?\d\d)?)?)?$/i;
const counted = /^-?\d{9,16}(?:\.\d{1,9})?$|^-?\d\.\d{1,16}E\+?\d\d$/i;
const longest = 60;

/**
 * Reads a date or a date and time as machines write them: ISO 8601 with or without its signs, or milliseconds since
 * 1970 (ten digits: seconds; sixteen: microseconds). Midnight in one value with its date stands for a day without a
 * time. Undefined where it is none.
 */
export function readMoment(value: string): DisplayedDate | undefined {
  const text = value.trim();
  if (text.length > longest) return undefined;
  const parts = written.exec(text);
  const date = parts && isoDay(Number(parts[1]), Number(parts[2]), Number(parts[3]));
  if (!parts || !date) return counted.test(text) ? sinceEpoch(text) : undefined;
  const [hour, minute, second] = parts.slice(4, 7);
  if (hour === undefined || minute === undefined) return { date };
  return { date, ...clockOf([hour, minute, second ?? '00'], parts[7]) };
}

function sinceEpoch(text: string): DisplayedDate | undefined {
  const digits = text.replace(/^-|\..*$/g, '').length;
  const scale = /e/i.test(text) ? 1 : digits === 10 ? 1000 : digits === 16 ? 0.001 : 1;
  const instant = new Date(Math.floor(Number(text) * scale));
  if (Number.isNaN(instant.getTime())) return undefined;
  const date = isoDay(instant.getUTCFullYear(), instant.getUTCMonth() + 1, instant.getUTCDate());
  const clock =
    instant
      .toISOString()
      .match(/T(\d\d):(\d\d):(\d\d)/)
      ?.slice(1) ?? [];
  return date ? { date, ...clockOf(clock, 'UTC') } : undefined;
}

function clockOf(clock: string[], zone: string | undefined): Pick<DisplayedDate, 'time' | 'zone'> {
  const [hour, minute, second] = clock.map(Number);
  const exists = Number(hour) < 24 && Number(minute) < 60 && Number(second) < 61;
  if (!exists || (hour === 0 && minute === 0 && second === 0)) return {};
  const named = zone && (/^(?:z|utc)$/i.test(zone) ? 'UTC' : zone.toUpperCase());
  return { time: clock.join(':'), ...(named && { zone: named }) };
}

/** ISO 8601 in one string. Example: `2019-09-20T08:43:31Z`. */
export function printMoment({ date, time, zone }: DisplayedDate): string {
  if (time === undefined) return date;
  return `${date}T${time}${zone === 'UTC' || zone === 'GMT' ? 'Z' : (zone ?? '')}`;
}
