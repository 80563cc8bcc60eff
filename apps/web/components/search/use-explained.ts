'use client';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useApi } from '@/data/api.ts';
import { type SearchAddress, selectionOf, sinceOf } from './address.ts';
import { explainQuestion } from './explain-question.ts';

/** The hits of each part of the query, and notes on it. */
export function useExplained(search: SearchAddress, isAsked: boolean) {
  const api = useApi();
  return useQuery(
    api.articles.explain.queryOptions(explainQuestion(search), { enabled: isAsked && search.q !== '' }),
  ).data;
}

/** The whole tree of a query with its hits, and of an article whether it meets each part. */
export function useTree(search: SearchAddress, q: string, article: string | undefined) {
  const api = useApi();
  return useQuery(
    api.articles.explain.queryOptions(
      { q, selection: selectionOf(search), ...sinceOf(search), ...(article ? { article } : {}) },
      { placeholderData: keepPreviousData },
    ),
  );
}

/** The smallest changes that find something. */
export function useLoosenings(search: SearchAddress) {
  const api = useApi();
  return useQuery(api.articles.loosen.queryOptions({ q: search.q, selection: selectionOf(search) }));
}
