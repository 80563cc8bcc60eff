import type { Client } from '@pressmark/client';
import { infiniteQueryOptions } from '@tanstack/react-query';
import type { TRPCOptionsProxy } from '@trpc/tanstack-react-query';
import type { AppRouter } from '@/data/types.ts';
import { type SearchAddress, selectionOf, sinceOf } from './address.ts';

/** Hits that come at once. */
const pageSize = 30;

interface PageSource {
  api: TRPCOptionsProxy<AppRouter>;
  client: Client['api'];
}

/** The pages of a search, for the server before the first paint and for the browser after it. */
export function pagesOf(search: SearchAddress, { api, client }: PageSource) {
  const input = {
    q: search.q,
    selection: selectionOf(search),
    ...sinceOf(search),
    sort: search.sort,
    limit: pageSize,
  };
  return infiniteQueryOptions({
    queryKey: api.articles.page.infiniteQueryKey(input),
    queryFn: ({ pageParam, signal }) =>
      client.articles.page.query(
        { ...input, ...(pageParam === null ? {} : { cursor: pageParam }) },
        { signal },
      ),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
  });
}
