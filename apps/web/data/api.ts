'use client';
import { createClient } from '@pressmark/client';
import { createTRPCContext } from '@trpc/tanstack-react-query';
import type { AppRouter } from './types.ts';

export const { TRPCProvider: ApiProvider, useTRPC: useApi } = createTRPCContext<AppRouter>();

/** The browser's client: the page's own origin, nothing else. */
export const browserClient = createClient({ url: '' });
