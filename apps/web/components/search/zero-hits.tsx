'use client';
import Link from 'next/link';
import { Message } from '@/components/ui/message.tsx';
import type { Loosened } from '@/data/types.ts';
import { formatCount } from '@/format/numbers.ts';
import { excludedIn, nothingChosen, type SearchAddress, searchHref } from './address.ts';
import { dimensionTitles } from './labels.ts';
import { useLoosenings } from './use-explained.ts';

/** No hits: the smallest changes to the search that find something, each with its hits. */
export function ZeroHits({ search }: { search: SearchAddress }) {
  const { data } = useLoosenings(search);
  if (search.since !== null) return <NothingNew search={search} />;
  return (
    <Message title="No article fits" className="py-10">
      {data ? (
        <Ways search={search} loosened={data} />
      ) : (
        <div aria-hidden="true" className="skeleton h-16 w-full" />
      )}
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
      note: changes.join('; '),
      total,
    })),
    ...loosened.queries.map(({ q, changes, total }) => ({
      href: searchHref({ ...search, q }),
      label: q,
      note: changes.join('; '),
      total,
    })),
  ];
  if (ways.length === 0) {
    return (
      <p>
        No small change finds anything. Words side by side are looked for in this order, one directly after
        the other; put <span className="font-mono">and</span> between them to find them anywhere, or a star
        for any ending: <span className="font-mono">elect*</span>.
      </p>
    );
  }
  return (
    <>
      <p>The smallest changes that find something:</p>
      <ul
        aria-label="Changes that find something"
        className="divide-y divide-hairline border-hairline border-y"
      >
        {ways.map(({ href, label, note, total }) => (
          <li key={href} className="flex items-baseline justify-between gap-4 py-2">
            <span className="min-w-0">
              <Link href={href} prefetch={false} className="link break-words font-mono text-sm">
                {label}
              </Link>
              {note ? <span className="block text-faint text-xs">{note}</span> : null}
            </span>
            <span className="shrink-0 text-sm tabular-nums">{formatCount(total, 'article')}</span>
          </li>
        ))}
      </ul>
    </>
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
