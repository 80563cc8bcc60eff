'use client';
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { type ReactNode, useDeferredValue, useState } from 'react';
import { browserClient, useApi } from '@/data/api.ts';
import type { Bucket, Dimension } from '@/data/types.ts';
import { writtenPeriod } from '@/format/dates.ts';
import { formatCount, formatNumber } from '@/format/numbers.ts';
import { isPeriod, type SearchAddress } from './address.ts';
import { facetQuestion, longList } from './facet-questions.ts';
import { dimensionTitles } from './labels.ts';

interface FacetSearchProps {
  by: Dimension;
  search: SearchAddress;
  list(buckets: Bucket[]): ReactNode;
}

/** Every value of a facet, some at a time, and those whose name or code holds a text. */
export function FacetSearch({ by, search, list }: FacetSearchProps) {
  const [find, setFind] = useState('');
  const { values, pages } = useValues({ by, search, find: useDeferredValue(asWritten(by, find.trim())) });
  const buckets = pages.data?.pages.flatMap((page) => page.facets[0]?.buckets ?? []) ?? [];
  return (
    <>
      <input
        type="search"
        aria-label={`Find a value of ${dimensionTitles[by]}`}
        placeholder="Find in the list"
        value={find}
        maxLength={200}
        onChange={(event) => setFind(event.target.value)}
        className="mt-2 w-full border-rule border-b bg-transparent py-1 text-sm outline-none placeholder:text-faint focus:border-accent"
      />
      <ul className="-mx-1 mt-1.5 max-h-80 overflow-y-auto px-1" aria-busy={pages.isFetching}>
        {list(buckets)}
        {pages.hasNextPage ? (
          <li>
            <button type="button" onClick={() => pages.fetchNextPage()} className="link py-1 text-xs">
              {formatNumber(values - buckets.length)} more
            </button>
          </li>
        ) : null}
      </ul>
      <p role="status" className={values === 0 && pages.data ? 'py-1 text-faint text-sm' : 'sr-only'}>
        {values === 0 ? 'No value holds this text.' : formatCount(values, 'value')}
      </p>
    </>
  );
}

/** The archive knows periods as they are written, people by their names. */
function asWritten(by: Dimension, find: string): string {
  return isPeriod(by) ? writtenPeriod(find, by) : find;
}

function useValues({ by, search, find }: { by: Dimension; search: SearchAddress; find: string }) {
  const api = useApi();
  const question = { ...facetQuestion(search), by: [by], top: longList, ...(find && { find }) };
  const pages = useInfiniteQuery({
    queryKey: api.articles.facets.queryKey(question),
    queryFn: ({ pageParam, signal }) =>
      browserClient.api.articles.facets.query({ ...question, skip: pageParam }, { signal }),
    initialPageParam: 0,
    getNextPageParam: ({ facets }, _, skip) =>
      (facets[0]?.values ?? 0) > skip + longList ? skip + longList : undefined,
    placeholderData: keepPreviousData,
  });
  return { values: pages.data?.pages[0]?.facets[0]?.values ?? 0, pages };
}
