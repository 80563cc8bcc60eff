const dayLength = 86_400_000;
const epoch = Date.parse('0000-01-01T00:00:00Z');
/** Articles of one day that a key can tell apart. */
const serials = 2 ** 22;

/** Days since the eve of 0000-01-01, so that every date is above 0, the day of articles without a date. */
export function dayOf(date: string | undefined): number {
  return date === undefined ? 0 : (Date.parse(`${date}T00:00:00Z`) - epoch) / dayLength + 1;
}

/** The ISO date of a day, or null for day 0. */
export function dateOf(day: number): string | null {
  return day === 0 ? null : new Date((day - 1) * dayLength + epoch).toISOString().slice(0, 10);
}

/** The key of an article: it grows with the day of publication, then with arrival. Stays within 2^53. */
export function keyOf(day: number, serial: number): number {
  if (serial >= serials) throw new Error(`More than ${serials} articles on one day cannot be kept.`);
  return day * serials + serial;
}

/** The day a key belongs to. */
export function dayOfKey(key: number): number {
  return Math.floor(key / serials);
}

/** Which article of its day has a key. */
export function serialOf(key: number): number {
  return key - dayOfKey(key) * serials;
}

/** Days, both inclusive. */
export interface DayRange {
  from: number;
  to: number;
}

/** The last day a date can name, 9999-12-31. */
export const lastDay = dayOf('9999-12-31');
/** Every day, day 0 included. */
export const everyDay: DayRange = { from: 0, to: lastDay };

/** The keys of a range of days, both inclusive. */
export function keysOf(days: DayRange): { from: number; to: number } {
  return { from: keyOf(days.from, 0), to: keyOf(days.to, serials - 1) };
}
