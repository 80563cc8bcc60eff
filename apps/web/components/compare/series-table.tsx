import type { SeriesFound } from '@/data/types.ts';
import { formatPeriod } from '@/format/dates.ts';
import { formatNumber, formatShareInColumn } from '@/format/numbers.ts';
import { valueAt } from './series-values.ts';

/** The numbers of the chart: a column for each query, and all articles of the period. */
export function SeriesTable({
  found,
  share,
  shown,
}: {
  found: SeriesFound;
  share: boolean;
  shown: number[];
}) {
  const format = (value: number | null) =>
    value === null ? '–' : share ? formatShareInColumn(value) : formatNumber(value);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
    <section className="max-h-96 overflow-auto" tabIndex={0} aria-label={`Articles by ${found.by}`}>
      <table className="w-full text-sm">
        <thead className="sticky top-0 bg-paper">
          <tr className="border-hairline border-b text-faint text-xs">
            <th scope="col" className="py-1.5 pr-4 text-left font-medium first-letter:uppercase">
              {found.by}
            </th>
            {shown.map((index) => (
              <th key={index} scope="col" className="max-w-40 truncate px-2 py-1.5 text-right font-medium">
                {found.series[index]?.label}
              </th>
            ))}
            <th scope="col" className="py-1.5 pl-2 text-right font-medium">
              All articles
            </th>
          </tr>
        </thead>
        <tbody>
          {found.periods.map((period, at) => (
            <tr key={period} className="border-hairline border-b">
              <th
                scope="row"
                className="whitespace-nowrap py-1 pr-4 text-left font-normal first-letter:uppercase"
              >
                {formatPeriod(period)}
              </th>
              {shown.map((index) => (
                <td key={index} className="px-2 py-1 text-right tabular-nums">
                  {format(valueAt(found, { index, at, share }))}
                </td>
              ))}
              <td className="py-1 pl-2 text-right text-faint tabular-nums">
                {formatNumber(found.all[at] ?? 0)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
