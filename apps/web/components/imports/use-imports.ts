'use client';
import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useMemo } from 'react';
import { useApi } from '@/data/api.ts';
import { isUnderWay } from './states.ts';

/** How often imports are asked for: one that runs moves, and one may be begun from the command line. */
const [runningMs, restingMs] = [1_000, 5_000];

/** The newest imports, followed for as long as they are shown. */
export function useImports({ limit }: { limit: number }) {
  const api = useApi();
  const imports = useQuery({
    ...api.imports.list.queryOptions({ limit }),
    placeholderData: keepPreviousData,
    refetchInterval: ({ state }) =>
      state.data?.some(({ state }) => state === 'running') ? runningMs : restingMs,
  });
  useArchiveRefresh(
    imports.data
      ?.filter(({ state }) => !isUnderWay(state))
      .map(({ id, state }) => `${id} ${state}`)
      .join(),
  );
  return imports;
}

/** What other pages know of the archive is old once an import has ended: `ended` says which have. */
export function useArchiveRefresh(ended: string | undefined): void {
  const api = useApi();
  const cache = useQueryClient();
  const stale = useMemo(() => [api.articles.pathKey(), api.archive.pathKey(), api.searches.pathKey()], [api]);
  useEffect(() => {
    if (ended === undefined) return;
    for (const queryKey of stale) void cache.invalidateQueries({ queryKey });
  }, [ended, cache, stale]);
}
