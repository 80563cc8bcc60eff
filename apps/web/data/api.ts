'use client';
import { createClient } from '@pressmark/client';
import { createTRPCContext } from '@trpc/tanstack-react-query';
import { useMemo } from 'react';
import { abortable } from './abortable.ts';
import { sendCounted } from './send-counted.ts';
import type { AppRouter } from './types.ts';

const { TRPCProvider, useTRPC } = createTRPCContext<AppRouter>();

export const ApiProvider = TRPCProvider;

/** Every question of the archive, for queries and their keys. */
export function useApi() {
  const api = useTRPC();
  return useMemo(() => abortable(api), [api]);
}

/** The browser's client: the page's own origin, nothing else. */
export const browserClient = createClient({ url: '', sendCounted });
