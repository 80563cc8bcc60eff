import type { LabelledQuery } from '@pressmark/core/query';
import Link from 'next/link';
import { searchHref } from '@/components/search/address.ts';
import { Badge } from '@/components/ui/badge.tsx';
import type { QueryCount } from '@/data/types.ts';
import { formatShortDay } from '@/format/dates.ts';
import { formatNumber } from '@/format/numbers.ts';

interface CountsTableProps {
  queries: LabelledQuery[];
  counts: Map<number, QueryCount>;
}

/** A row for each query: how often it hits and when, with the way into its search; what is wrong with it instead. */
export function CountsTable({ queries, counts }: CountsTableProps) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
    <section className="overflow-x-auto" tabIndex={0} aria-label="Hits of each query">
      <table className="w-full text-sm">
        <thead>
          <tr className="border-hairline border-b text-left text-faint text-xs">
            <th scope="col" className="py-1.5 pr-4 font-medium">
              Query
            </th>
            <th scope="col" className="py-1.5 pr-4 text-right font-medium">
              Articles
            </th>
            <th scope="col" className="py-1.5 pr-4 font-medium max-sm:hidden">
              First
            </th>
            <th scope="col" className="py-1.5 font-medium max-sm:hidden">
              Last
            </th>
          </tr>
        </thead>
        <tbody>
          {queries.map((query) => (
            <CountRow key={query.line} query={query} count={counts.get(query.line)} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

function CountRow({ query, count }: { query: LabelledQuery; count: QueryCount | undefined }) {
  const { label, text, line, parsed } = query;
  const problem = parsed.ok ? undefined : parsed.problems[0];
  const wrong = problem
    ? `Line ${line}, character ${problem.column}: ${problem.message}`
    : count?.hits === null
      ? (count.error ?? count.problems[0]?.message)
      : undefined;
  return (
    <tr className="border-hairline border-b align-baseline">
      <td className="max-w-0 py-1.5 pr-4 sm:w-1/2">
        <Link href={searchHref({ q: text })} prefetch={false} className="link break-words">
          {label || text}
        </Link>
        {label === text ? null : <span className="block truncate font-mono text-faint text-xs">{text}</span>}
        {wrong ? <span className="block text-error text-xs">{wrong}</span> : null}
      </td>
      <td className="whitespace-nowrap py-1.5 pr-4 text-right tabular-nums">
        {count?.hits === 0 ? <Badge tone="warn">nothing found</Badge> : null}{' '}
        {wrong ? '–' : count?.hits === undefined || count.hits === null ? '…' : formatNumber(count.hits)}
      </td>
      <td className="whitespace-nowrap py-1.5 pr-4 text-soft tabular-nums max-sm:hidden">
        {count?.first ? formatShortDay(count.first) : ''}
      </td>
      <td className="whitespace-nowrap py-1.5 text-soft tabular-nums max-sm:hidden">
        {count?.last ? formatShortDay(count.last) : ''}
      </td>
    </tr>
  );
}
