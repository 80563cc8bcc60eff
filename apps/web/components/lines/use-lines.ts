'use client';
import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { type SearchAddress, selectionOf, sinceOf } from '@/components/search/address.ts';
import { browserClient, useApi } from '@/data/api.ts';
import { useView } from './address.ts';

const pageSize = 100;

/** The lines of a search so far, and their exact number, which takes longer to know. */
export function useLines(search: SearchAddress) {
  const api = useApi();
  const { order, width } = useView();
  const wanted = { q: search.q, selection: selectionOf(search), ...sinceOf(search) };
  const input = {
    ...wanted,
    sort: order,
    width: { unit: 'characters' as const, most: width },
    limit: pageSize,
  };
  const pages = useInfiniteQuery({
    queryKey: api.lines.page.infiniteQueryKey(input),
    queryFn: ({ pageParam, signal }) =>
      browserClient.api.lines.page.query(
        { ...input, ...(pageParam === null ? {} : { cursor: pageParam }) },
        { signal },
      ),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
    placeholderData: keepPreviousData,
  });
  const count = useQuery(api.lines.count.queryOptions(wanted));
  return { pages, count, order };
}
