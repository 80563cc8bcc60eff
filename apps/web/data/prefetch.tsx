import 'server-only';
import { createClient } from '@pressmark/client';
import { dehydrate, HydrationBoundary, type QueryClient } from '@tanstack/react-query';
import { createTRPCOptionsProxy, type TRPCOptionsProxy } from '@trpc/tanstack-react-query';
import { headers } from 'next/headers';
import type { ReactNode } from 'react';
import { archive } from './archive.ts';
import { makeQueryClient } from './query-client.ts';
import type { AppRouter } from './types.ts';

type Wanted = (api: TRPCOptionsProxy<AppRouter>, cache: QueryClient) => Promise<unknown>[];

// What tells the server who asks; the page must not see more than its visitor may.
const callerHeaders = ['host', 'origin', 'sec-fetch-site', 'authorization', 'cookie', 'x-forwarded-host'];

/** Asks for what the page needs first, in this process, and hands it to the browser with the page. */
export async function Prefetched({ wanted, children }: { wanted: Wanted; children: ReactNode }) {
  const cache = makeQueryClient();
  const caller = await headers();
  const server = {
    async fetch(request: Request): Promise<Response> {
      const asked = new Headers(request.headers);
      for (const name of callerHeaders) {
        const value = caller.get(name);
        if (value !== null) asked.set(name, value);
      }
      return (await archive()).fetch(new Request(request, { headers: asked }));
    },
  };
  const api = createTRPCOptionsProxy<AppRouter>({ client: createClient({ server }).api, queryClient: cache });
  // A failure here is asked again, and shown, by the browser.
  await Promise.allSettled(wanted(api, cache));
  return <HydrationBoundary state={dehydrate(cache)}>{children}</HydrationBoundary>;
}
