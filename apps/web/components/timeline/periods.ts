import type { Bucket, Period } from '@/data/types.ts';

/** More bars than this are lines, not bars. */
const mostBars = 400;
const dayLength = 86_400_000;

/** The dated buckets in order, with the empty periods between them filled in; a gap is a finding too. */
export function fillGaps(buckets: Bucket[], by: Period): Bucket[] {
  const dated = buckets.filter((bucket) => bucket.value !== '').sort((a, b) => (a.value < b.value ? -1 : 1));
  const first = dated[0];
  const last = dated.at(-1);
  if (!first || !last) return [];
  const known = new Map(dated.map((bucket) => [bucket.value, bucket]));
  const filled: Bucket[] = [];
  for (let value = first.value; value <= last.value; value = following(value, by)) {
    filled.push(known.get(value) ?? { value, label: value, count: 0 });
    if (filled.length > mostBars) return dated;
  }
  return filled;
}

/** The period after this one. */
export function following(value: string, by: Period): string {
  if (by === 'year') return String(Number(value) + 1).padStart(4, '0');
  if (by === 'month') {
    const [year, month] = value.split('-').map(Number);
    return new Date(Date.UTC(year ?? 0, month ?? 1, 1)).toISOString().slice(0, 7);
  }
  if (by === 'day') return isoDay(Date.parse(`${value}T00:00:00Z`) + dayLength);
  return isoWeek(mondayOf(value) + 7 * dayLength);
}

function isoDay(time: number): string {
  return new Date(time).toISOString().slice(0, 10);
}

function mondayOf(week: string): number {
  const [year, number] = week.split('-W').map(Number);
  // The fourth of January always lies in week 1.
  const fourth = Date.UTC(year ?? 0, 0, 4);
  const weekday = (new Date(fourth).getUTCDay() + 6) % 7;
  return fourth + ((number ?? 1) * 7 - 7 - weekday) * dayLength;
}

function isoWeek(monday: number): string {
  const thursday = monday + 3 * dayLength;
  const year = new Date(thursday).getUTCFullYear();
  const number = Math.floor((thursday - Date.UTC(year, 0, 1)) / (7 * dayLength)) + 1;
  return `${year}-W${String(number).padStart(2, '0')}`;
}
