import type { SeriesFound } from '@/data/types.ts';

/** The number of a series in a period: hits, or their share of all articles; null where there is none to share. */
export function valueAt(
  { all, series }: SeriesFound,
  { index, at, share }: { index: number; at: number; share: boolean },
): number | null {
  const count = series[index]?.counts[at];
  if (count === undefined || !share) return count ?? null;
  const whole = all[at] ?? 0;
  return whole === 0 ? null : count / whole;
}

/** The rows of the table: a head, then a row a period with a column for each series and all articles at the end. */
export function seriesRows(found: SeriesFound, share: boolean): (string | number | undefined)[][] {
  const head = [found.by, ...found.series.map(({ label }) => label), 'all articles'];
  const rows = found.periods.map((period, at) => [
    period,
    ...found.series.map((_, index) => valueAt(found, { index, at, share }) ?? undefined),
    found.all[at],
  ]);
  return [head, ...rows];
}
