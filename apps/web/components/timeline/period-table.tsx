import Link from 'next/link';
import type { Period, TimelineBucket } from '@/data/types.ts';
import { formatPeriod } from '@/format/dates.ts';
import { formatNumber, formatShareInColumn } from '@/format/numbers.ts';
import { shareOf } from './measure.ts';

interface PeriodTableProps {
  buckets: TimelineBucket[];
  by: Period;
  hrefOf(value: string): string;
}

const head = 'py-1.5 pl-4 text-right font-medium';
const cell = 'py-1 pl-4 text-right tabular-nums';

/** The numbers of the chart; every period leads to its articles. */
export function PeriodTable({ buckets, by, hrefOf }: PeriodTableProps) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
    <section className="max-h-72 overflow-y-auto" tabIndex={0} aria-label={`Articles by ${by}`}>
      <table className="w-full max-w-xl text-sm">
        <thead className="sticky top-0 bg-paper">
          <tr className="border-hairline border-b text-faint text-xs">
            <th scope="col" className="py-1.5 text-left font-medium first-letter:uppercase">
              {by}
            </th>
            <th scope="col" className={head}>
              Articles
            </th>
            <th scope="col" className={head}>
              Of all
            </th>
            <th scope="col" className={head}>
              Share
            </th>
          </tr>
        </thead>
        <tbody>
          {buckets.map((bucket) => (
            <tr key={bucket.value} className="border-hairline border-b">
              <td className="py-1 first-letter:uppercase">
                {bucket.count > 0 ? (
                  <Link href={hrefOf(bucket.value)} className="link">
                    {formatPeriod(bucket.value)}
                  </Link>
                ) : (
                  formatPeriod(bucket.value)
                )}
              </td>
              <td className={cell}>{formatNumber(bucket.count)}</td>
              <td className={cell}>{formatNumber(bucket.all)}</td>
              <td className={cell}>{formatShareInColumn(shareOf(bucket))}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
