'use client';
import { type LabelledQuery, parseQueries } from '@pressmark/core/query';
import { keepPreviousData, useQueries, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useApi } from '@/data/api.ts';
import type { Period, QueryCount } from '@/data/types.ts';

/** Queries counted by one call; the calls follow one another, so that leaving the page ends them. */
const atOnce = 20;
/** Lines that one chart takes. */
export const mostSeries = 50;

function localDay(): string {
  const now = new Date();
  return new Date(now.getTime() - now.getTimezoneOffset() * 60_000).toISOString().slice(0, 10);
}

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
  const chunks = Array.from({ length: Math.ceil(good.length / atOnce) }, (_, index) =>
    good.slice(index * atOnce, (index + 1) * atOnce),
  );
  const cache = useQueries({
    queries: chunks.map((chunk) => ({
      ...api.comparisons.counts.queryOptions(
        { queries: readable(chunk) },
        { trpc: { abortOnUnmount: true } },
      ),
      staleTime: 60_000,
    })),
  });
  const counts = new Map<number, QueryCount>();
  for (const [at, { data }] of cache.entries()) {
    for (const [index, count] of (data ?? []).entries()) {
      const query = chunks[at]?.[index];
      if (query) counts.set(query.line, count);
    }
  }
  return { counts, error: cache.find(({ error }) => error)?.error ?? null };
}

/** The queries over time, the first fifty of those that can be read. */
export function useSeries(queries: LabelledQuery[], by: Period) {
  const api = useApi();
  const wanted = readable(queries).slice(0, mostSeries);
  return useQuery(
    api.comparisons.series.queryOptions(
      { queries: wanted, by },
      { enabled: wanted.length > 0, placeholderData: keepPreviousData, trpc: { abortOnUnmount: true } },
    ),
  );
}
