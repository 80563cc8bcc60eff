const day = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  timeZone: 'UTC',
});
const month = new Intl.DateTimeFormat('en-GB', { month: 'long', year: 'numeric', timeZone: 'UTC' });
const shortMonth = new Intl.DateTimeFormat('en-GB', { month: 'short', timeZone: 'UTC' });
const moment = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
});

/** `2017-04-08` as `8 April 2017`. */
export function formatDay(date: string): string {
  return day.format(new Date(`${date}T00:00:00Z`));
}

const shortDay = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  timeZone: 'UTC',
});

/** `2017-04-08` as `8 Apr 2017`. */
export function formatShortDay(date: string): string {
  return shortDay.format(new Date(`${date}T00:00:00Z`));
}

/** An ISO date, with or without a time, in words; anything else as it stands. */
export function formatDated(value: string): string {
  const [, date, time] = /^(\d{4}-\d\d-\d\d)(?:[T ](\d\d:\d\d))?/.exec(value) ?? [];
  if (!date) return value;
  return time ? `${formatDay(date)}, ${time}` : formatDay(date);
}

/** A moment of this machine's clock, in its own time zone. */
export function formatMoment(iso: string): string {
  return moment.format(new Date(iso)).replace(' at ', ', ');
}

/** A value of a time dimension in words: `2017`, `quarter 2 of 2017`, `April 2017`, `week 14 of 2017`, `8 April 2017`. */
export function formatPeriod(value: string): string {
  const [, weekYear, week] = /^(\d{4})-W(\d\d)$/.exec(value) ?? [];
  const [, quarterYear, quarter] = /^(\d{4})-Q(\d)$/.exec(value) ?? [];
  if (quarterYear && quarter) return `quarter ${quarter} of ${quarterYear}`;
  if (weekYear && week) return `week ${Number(week)} of ${weekYear}`;
  if (/^\d{4}-\d\d-\d\d$/.test(value)) return formatDay(value);
  if (/^\d{4}-\d\d$/.test(value)) return month.format(new Date(`${value}-01T00:00:00Z`));
  return value;
}

const pad = (number: number | string) => String(number).padStart(2, '0');

const monthNames = Array.from({ length: 12 }, (_, at) =>
  new Intl.DateTimeFormat('en-GB', { month: 'long', timeZone: 'UTC' })
    .format(Date.UTC(2000, at))
    .toLowerCase(),
);

/** A period in words, or the beginning of one, as its value is written: `Apr 2017` as `2017-04`, `week 14` as `-W14`; anything else as it stands. */
export function writtenPeriod(typed: string, by: 'year' | 'quarter' | 'month' | 'week' | 'day'): string {
  const [, part, number, ofYear = ''] = /^(week|quarter) (\d\d?)(?: of (\d{4}))?$/i.exec(typed) ?? [];
  if (number) return `${ofYear}-${part?.toLowerCase() === 'week' ? `W${pad(number)}` : `Q${number}`}`;
  const [, date, name, year = ''] = /^(?:(\d\d?) )?(\p{L}{3,})(?: (\d{4}))?$/u.exec(typed) ?? [];
  const at = name ? monthNames.findIndex((month) => month.startsWith(name.toLowerCase())) : -1;
  if (at < 0) return typed;
  const written = `${year}-${pad(at + 1)}`;
  if (date) return `${written}-${pad(date)}`;
  return by === 'day' ? `${written}-` : written;
}

/** A value of a time dimension, as short as an axis needs it. */
export function formatTick(value: string): string {
  const [, year, rest] = /^(\d{4})-?(.*)$/.exec(value) ?? [];
  if (!year || !rest) return value;
  if (rest.startsWith('Q')) return `${rest} ${year}`;
  if (rest.startsWith('W')) return `${rest.replace('W0', 'W')} ${year}`;
  const name = shortMonth.format(new Date(`${year}-${rest.slice(0, 2)}-01T00:00:00Z`));
  return rest.length > 2 ? `${Number(rest.slice(3))} ${name}` : `${name} ${year}`;
}

/** First and last day of an archive, as a range. */
export function formatRange(from: string, to: string): string {
  return from === to ? formatDay(from) : `${formatDay(from)} to ${formatDay(to)}`;
}
