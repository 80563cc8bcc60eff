import Link from 'next/link';
import type { Bucket, Period } from '@/data/types.ts';
import { formatPeriod } from '@/format/dates.ts';
import { formatNumber } from '@/format/numbers.ts';

interface PeriodTableProps {
  buckets: Bucket[];
  by: Period;
  hrefOf(value: string): string;
}

/** The numbers of the chart; every period leads to its articles. */
export function PeriodTable({ buckets, by, hrefOf }: PeriodTableProps) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
    <section className="max-h-72 overflow-y-auto" tabIndex={0} aria-label={`Articles by ${by}`}>
      <table className="w-full max-w-md text-sm">
        <thead className="sticky top-0 bg-paper">
          <tr className="border-hairline border-b text-left text-faint text-xs">
            <th scope="col" className="py-1.5 font-medium first-letter:uppercase">
              {by}
            </th>
            <th scope="col" className="py-1.5 text-right font-medium">
              Articles
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
              <td className="py-1 text-right tabular-nums">{formatNumber(bucket.count)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
