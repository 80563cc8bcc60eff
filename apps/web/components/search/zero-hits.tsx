'use client';
import { useQueries } from '@tanstack/react-query';
import { Message } from '@/components/ui/message.tsx';
import { useApi } from '@/data/api.ts';
import { formatCount } from '@/format/numbers.ts';
import { dimensions, type SearchAddress, selectionOf } from './address.ts';
import { clausesOf } from './clauses.ts';
import type { ChangeSearch } from './use-search.ts';

/** No hits: how many each part of the search has alone, and the ways to loosen it. */
export function ZeroHits({ search, change }: { search: SearchAddress; change: ChangeSearch }) {
  const api = useApi();
  const selection = selectionOf(search);
  const filtered = Object.keys(selection).length > 0;
  const clauses = clausesOf(search.q);
  const counts = useQueries({
    queries: [...clauses, search.q].map((q) => api.articles.facets.queryOptions({ q, by: ['kind'] })),
  }).map((answer) => answer.data?.total);
  if (search.q === '' && !filtered) {
    return (
      <Message title="The archive is empty" className="py-10">
        <p>Drop exports anywhere on this page to fill it.</p>
      </Message>
    );
  }
  const unfiltered = counts.at(-1);
  const nothing = Object.fromEntries(dimensions.map((dimension) => [dimension, []]));
  return (
    <Message title="No article fits" className="py-10">
      {filtered && unfiltered ? (
        <p>
          Without the filters there {unfiltered === 1 ? 'is' : 'are'} {formatCount(unfiltered, 'article')}.{' '}
          <button type="button" className="link" onClick={() => change({ ...nothing, by: null })}>
            Remove the filters
          </button>
        </p>
      ) : null}
      {clauses.length > 1 ? (
        <>
          <p>All of these are asked for at once. Alone, each is found in:</p>
          <ul className="divide-y divide-hairline border-hairline border-y">
            {clauses.map((clause, index) => (
              <li key={clause} className="flex items-baseline justify-between gap-4 py-1.5">
                <button
                  type="button"
                  className="link text-left font-mono text-sm"
                  onClick={() => change({ q: clause })}
                >
                  {clause}
                </button>
                <span className="tabular-nums">
                  {counts[index] === undefined ? '…' : formatCount(counts[index], 'article')}
                </span>
              </li>
            ))}
          </ul>
        </>
      ) : (
        <p>
          Words side by side are looked for in this order, one directly after the other. Put{' '}
          <span className="font-mono">and</span> between them to find them anywhere, or a star for any ending:{' '}
          <span className="font-mono">elect*</span>.
        </p>
      )}
    </Message>
  );
}
