import { QueryClient } from '@tanstack/react-query';

/** Local data is cheap to ask for again, but must not be asked for twice within one paint. */
export function makeQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: { queries: { staleTime: 10_000, retry: false, refetchOnWindowFocus: false } },
  });
}
