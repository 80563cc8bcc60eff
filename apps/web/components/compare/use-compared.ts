'use client';
import { type LabelledQuery, localDay, parseQueries } from '@pressmark/core/query';
import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useEffect, useMemo } from 'react';
import { browserClient, useApi } from '@/data/api.ts';
import type { Period, QueryCount } from '@/data/types.ts';

/** Queries counted by one call; the calls follow one another, so that leaving the page ends them. */
const atOnce = 20;
/** Lines that one chart takes. */
export const mostSeries = 50;

/** The queries of a text, those that cannot be read among them. */
export function useLabelled(text: string, names: boolean): LabelledQuery[] {
  return useMemo(() => parseQueries(text, { names, today: localDay() }), [text, names]);
}

const readable = (queries: LabelledQuery[]) =>
  queries
    .filter(({ parsed }) => parsed.ok)
    .map(({ label, text }) => ({ label: label.slice(0, 1_000), q: text }));

/** The numbers of each query by its line, as far as they have come. */
export function useCounts(queries: LabelledQuery[]) {
  const api = useApi();
  const good = queries.filter(({ parsed }) => parsed.ok);
  const asked = readable(queries);
  const pages = useInfiniteQuery({
    queryKey: [...api.comparisons.counts.queryKey({ queries: asked }), 'pages'],
    queryFn: ({ pageParam, signal }) =>
      browserClient.api.comparisons.counts.query(
        { queries: asked.slice(pageParam, pageParam + atOnce) },
        { signal },
      ),
    initialPageParam: 0,
    getNextPageParam: (_, all) => (all.length * atOnce < asked.length ? all.length * atOnce : undefined),
    enabled: asked.length > 0,
    staleTime: 60_000,
  });
  const { hasNextPage, isFetching, isError, fetchNextPage } = pages;
  useEffect(() => {
    if (hasNextPage && !isFetching && !isError) void fetchNextPage();
  }, [hasNextPage, isFetching, isError, fetchNextPage]);
  const found = pages.data?.pages.flat() ?? [];
  const counts = new Map(found.map((count, index): [number, QueryCount] => [good[index]?.line ?? 0, count]));
  return { counts, error: pages.error, retry: () => void pages.refetch() };
}

/** The queries over time, the first fifty of those that can be read. */
export function useSeries(queries: LabelledQuery[], by: Period) {
  const api = useApi();
  const wanted = readable(queries).slice(0, mostSeries);
  return useQuery(
    api.comparisons.series.queryOptions(
      { queries: wanted, by },
      { enabled: wanted.length > 0, placeholderData: keepPreviousData },
    ),
  );
}
