'use client';
import { problemsOf } from '@pressmark/client';
import { keepPreviousData, useInfiniteQuery, useQueries, useQuery } from '@tanstack/react-query';
import { useQueryStates } from 'nuqs';
import { browserClient, useApi } from '@/data/api.ts';
import type { Bucket, Dimension } from '@/data/types.ts';
import { type SearchAddress, searchParameters, selectionOf, sinceOf, stepOf } from './address.ts';
import { facetQuestions } from './facet-questions.ts';
import { pagesOf } from './pages.ts';

export type ChangeSearch = (change: Partial<SearchAddress> | null) => void;

/** The search as the address has it, and how to change it; each change is a step back in the browser. */
export function useSearchAddress(): [SearchAddress, ChangeSearch] {
  const [search, setSearch] = useQueryStates(searchParameters, { history: 'push' });
  return [search, (change) => void setSearch(change)];
}

/** The pages of hits so far. */
export function useHits(search: SearchAddress) {
  const api = useApi();
  const pages = useInfiniteQuery({
    ...pagesOf(search, { api, client: browserClient.api }),
    placeholderData: keepPreviousData,
  });
  return { pages, first: pages.data?.pages[0], problems: problemsOf(pages.error) };
}

/** Articles over time, within everything that is chosen. */
export function useTimeline(search: SearchAddress) {
  const api = useApi();
  const by = stepOf(search);
  const input = { q: search.q, selection: selectionOf(search), ...sinceOf(search), by };
  const timeline = useQuery(api.articles.timeline.queryOptions(input, { placeholderData: keepPreviousData }));
  // Buckets of another step cannot be drawn as this one's.
  const buckets = timeline.isPlaceholderData ? undefined : timeline.data?.buckets;
  return { by, buckets };
}

/** Counts of every facet: each as if nothing were chosen in itself, so that a second value can be added. */
export function useFacets(search: SearchAddress): Partial<Record<Dimension, Bucket[]>> | undefined {
  const api = useApi();
  const answers = useQueries({
    queries: facetQuestions(search).map((question) =>
      api.articles.facets.queryOptions(question, { placeholderData: keepPreviousData }),
    ),
  });
  if (answers.some((answer) => !answer.data)) return undefined;
  return Object.assign({}, ...answers.map((answer) => answer.data?.counts));
}
