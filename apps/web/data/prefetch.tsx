import 'server-only';
import { setTimeout } from 'node:timers/promises';
import { type Client, createClient } from '@pressmark/client';
import { dehydrate, HydrationBoundary, type QueryClient } from '@tanstack/react-query';
import { createTRPCOptionsProxy, type TRPCOptionsProxy } from '@trpc/tanstack-react-query';
import { headers } from 'next/headers';
import type { ReactNode } from 'react';
import { abortable } from './abortable.ts';
import { archive } from './archive.ts';
import { makeQueryClient } from './query-client.ts';
import type { AppRouter } from './types.ts';

interface Asking {
  api: TRPCOptionsProxy<AppRouter>;
  client: Client['api'];
  cache: QueryClient;
}
type Wanted = (asking: Asking) => Promise<unknown>[];

// What tells the server who asks: a page must not show more than its visitor may see.
const identifying = ['host', 'origin', 'sec-fetch-site', 'authorization', 'cookie'];

async function callerHeaders(): Promise<Record<string, string>> {
  const asked = await headers();
  return Object.fromEntries(
    identifying.flatMap((name) => (asked.has(name) ? [[name, asked.get(name) ?? '']] : [])),
  );
}

/** A client that may do what the visitor of the page may. */
export async function visitorClient(): Promise<Client['api']> {
  return createClient({ server: await archive(), headers: callerHeaders }).api;
}

/** Milliseconds that a page waits for what it shows. */
const patience = 1_000;

/** Asks for what the page needs first, in this process, and hands it to the browser with the page. */
export async function Prefetched({ wanted, children }: { wanted: Wanted; children: ReactNode }) {
  const cache = makeQueryClient();
  const client = await visitorClient();
  const api = abortable(createTRPCOptionsProxy<AppRouter>({ client, queryClient: cache }));
  // What fails here, or takes long, is asked again by the browser, which shows that it failed, and can stop it.
  await Promise.race([Promise.allSettled(wanted({ api, client, cache })), setTimeout(patience)]);
  await cache.cancelQueries();
  return <HydrationBoundary state={dehydrate(cache)}>{children}</HydrationBoundary>;
}
