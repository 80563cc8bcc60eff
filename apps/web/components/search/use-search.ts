'use client';
import { problemsOf } from '@pressmark/client';
import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useQueryStates } from 'nuqs';
import { browserClient, useApi } from '@/data/api.ts';
import type { Dimension, Facet } from '@/data/types.ts';
import { type SearchAddress, searchParameters, selectionOf, sinceOf, stepOf } from './address.ts';
import { settled } from './date-order.ts';
import { facetQuestion } from './facet-questions.ts';
import { pagesOf } from './pages.ts';
import { isStopped, type Running } from './use-running.ts';

export type ChangeSearch = (change: Partial<SearchAddress> | null) => void;

/** The search as the address has it, and how to change it; each change is a step back in the browser. */
export function useSearchAddress(): [SearchAddress, ChangeSearch] {
  const [search, setSearch] = useQueryStates(searchParameters, { history: 'push' });
  return [search, (change) => void setSearch(change?.q ? { ...change, q: settled(change.q) } : change)];
}

/** The pages of hits so far; for a moment those of the search before. */
export function useHits(search: SearchAddress, running?: Running) {
  const api = useApi();
  const pages = useInfiniteQuery({
    ...pagesOf(search, { api, client: browserClient.api }),
    placeholderData: keepPreviousData,
  });
  const isOver = pages.isPlaceholderData && (running?.isLong || isStopped(pages));
  const all = isOver ? [] : (pages.data?.pages ?? []);
  return {
    pages,
    first: all[0],
    hits: all.flatMap((page) => page.hits),
    problems: problemsOf(pages.error),
  };
}

/** The exact number of hits; while it is counted, for a moment that of the search before. */
export interface Total {
  number: number;
  /** With a sample: the number of hits it is drawn from. */
  drawnFrom: number | undefined;
  isPrevious: boolean;
}

/** The number of hits: a sample has it with its hits, and so has a page that is the only one; else the facets have it. */
export function useTotal(search: SearchAddress, running?: Running): Total | undefined {
  const { pages, first } = useHits(search, running);
  const { answer } = useFacets(search);
  if (!first) return;
  const own = first.total ?? (pages.data?.pages[0]?.next === null ? first.hits.length : undefined);
  if (own !== undefined)
    return { number: own, drawnFrom: first.drawnFrom, isPrevious: pages.isPlaceholderData };
  const isPrevious = answer.isPlaceholderData;
  if (!answer.data || answer.error || isStopped(answer) || (isPrevious && running?.isLong)) return;
  return { number: answer.data.total, drawnFrom: undefined, isPrevious };
}

/** Articles over time, within everything that is chosen. */
export function useTimeline(search: SearchAddress) {
  const api = useApi();
  const by = stepOf(search);
  const input = { q: search.q, selection: selectionOf(search), ...sinceOf(search), by };
  const answer = useQuery(api.articles.timeline.queryOptions(input, { placeholderData: keepPreviousData }));
  // Buckets of another step cannot be drawn as this one's.
  return { answer, by, timeline: answer.data?.by === by ? answer.data : undefined };
}

export type Facets = Partial<Record<Dimension, Facet>>;

/** The first values of every facet, for a moment those of the search before: each as if nothing were chosen in itself, so that a second value can be added. */
export function useFacets(search: SearchAddress, running?: Running) {
  const api = useApi();
  const answer = useQuery(
    api.articles.facets.queryOptions(facetQuestion(search), { placeholderData: keepPreviousData }),
  );
  const isOver = answer.isPlaceholderData && running?.isLong;
  const found = answer.error || isStopped(answer) ? [] : isOver ? undefined : answer.data?.facets;
  const facets: Facets | undefined = found && Object.fromEntries(found.map((facet) => [facet.by, facet]));
  return { answer, facets };
}
