'use client';
import clsx from 'clsx';
import Link from 'next/link';
import { Message } from '@/components/ui/message.tsx';
import type { Loosened } from '@/data/types.ts';
import { formatCount } from '@/format/numbers.ts';
import { excludedIn, nothingChosen, type SearchAddress, searchHref } from './address.ts';
import { dimensionTitles } from './labels.ts';
import { narrowedTo } from './narrowed.ts';
import { useLoosenings } from './use-explained.ts';

/** No hits: the smallest changes to the search that find something, each with its hits. */
export function ZeroHits({ search }: { search: SearchAddress }) {
  const loosened = useLoosenings(search);
  if (search.since !== null) return <NothingNew search={search} />;
  return (
    <Message title="No article fits" className="py-10">
      {loosened.data ? <Ways search={search} loosened={loosened.data} /> : null}
      {loosened.isLoading ? <div aria-hidden="true" className="skeleton h-16 w-full" /> : null}
    </Message>
  );
}

function NothingNew({ search }: { search: SearchAddress }) {
  return (
    <Message title="Nothing is new" className="py-10">
      <p>
        <Link href={searchHref({ ...search, since: null })} className="link">
          Show every hit of this search
        </Link>
      </p>
    </Message>
  );
}

function Ways({ search, loosened }: { search: SearchAddress; loosened: Loosened }) {
  const ways = [
    ...loosened.selections.map(({ without, q, changes, total }) => ({
      href: searchHref({ ...search, ...unchosen(without), ...(changes.length > 0 ? { q } : {}) }),
      label: without === 'all' ? 'Without the filters' : `Without the filter ${filterTitle(without)}`,
      isQuery: false,
      note: changes.join('; '),
      total,
    })),
    ...loosened.queries.map(({ q, changes, total }) => ({
      href: searchHref({ ...search, q }),
      label: q,
      isQuery: true,
      note: changes.join('; '),
      total,
    })),
  ];
  if (ways.length > 0) {
    return (
      <>
        <p>The smallest changes that find something:</p>
        <WayList label="Changes that find something" ways={ways} />
      </>
    );
  }
  if (loosened.clauses.length > 0) return <EmptyClauses search={search} clauses={loosened.clauses} />;
  return (
    <p>
      No small change finds anything.{' '}
      {/\s/.test(search.q.trim()) ? (
        <>
          Words side by side are looked for in this order, one directly after the other; put{' '}
          <span className="font-mono">and</span> between them to find them anywhere.{' '}
        </>
      ) : (
        'Nothing that is spelt nearly so stands in the archive. '
      )}
      A star finds any ending: <span className="font-mono">elect*</span>.
    </p>
  );
}

interface EmptyClausesProps {
  search: SearchAddress;
  clauses: Loosened['clauses'];
}

/** Every part of a query that finds nothing by itself, each with searches near to it. */
function EmptyClauses({ search, clauses }: EmptyClausesProps) {
  const narrowed = narrowedTo(search);
  return (
    <>
      <p>
        No part of the query finds anything, not even by itself
        {narrowed && `, ${narrowed}`}. Near to each:
      </p>
      <dl className="space-y-4">
        {clauses.map(({ q, near }) => (
          <div key={q}>
            <dt className="break-words font-medium font-mono text-sm">{q}</dt>
            <dd className="mt-1 text-faint text-sm">
              {near === null ? 'not looked for: the time was up' : null}
              {near?.length === 0 ? 'nothing' : null}
              {near && near.length > 0 ? (
                <WayList
                  label={`Near to ${q}`}
                  ways={near.map(({ q, changes, total }) => ({
                    href: searchHref({ ...search, q }),
                    label: q,
                    isQuery: true,
                    note: changes.join('; '),
                    total,
                  }))}
                />
              ) : null}
            </dd>
          </div>
        ))}
      </dl>
    </>
  );
}

interface Way {
  href: string;
  label: string;
  /** The label is the text of a query. */
  isQuery: boolean;
  note: string;
  total: number;
}

function WayList({ label, ways }: { label: string; ways: Way[] }) {
  return (
    <ul aria-label={label} className="divide-y divide-hairline border-hairline border-y">
      {ways.map(({ href, label, isQuery, note, total }) => (
        <li key={href} className="flex items-baseline justify-between gap-4 py-2">
          <span className="min-w-0">
            <Link
              href={href}
              prefetch={false}
              className={clsx('link break-words text-sm', isQuery && 'font-mono')}
            >
              {label}
            </Link>
            {note ? <span className="block text-faint text-xs">{note}</span> : null}
          </span>
          <span className="shrink-0 tabular-nums">{formatCount(total, 'article')}</span>
        </li>
      ))}
    </ul>
  );
}

type Without = Loosened['selections'][number]['without'];

function filterTitle(without: Exclude<Without, 'all'>): string {
  return (without === 'dates' ? 'Dates' : dimensionTitles[without]).toLowerCase();
}

/** A change to the address that leaves out one part of what is chosen, or all of it. */
function unchosen(without: Without): Partial<SearchAddress> {
  if (without === 'all') return nothingChosen;
  if (without === 'dates') return { from: null, to: null, by: null };
  return { [without]: [], [excludedIn(without)]: [], by: null };
}
