'use client';
import { QueryClientProvider } from '@tanstack/react-query';
import { ThemeProvider } from 'next-themes';
import { NuqsAdapter } from 'nuqs/adapters/next/app';
import { Tooltip } from 'radix-ui';
import { type ReactNode, useEffect, useState } from 'react';
import { UploadProvider } from '@/components/imports/upload-provider.tsx';
import { ApiProvider, browserClient } from '@/data/api.ts';
import { makeQueryClient } from '@/data/query-client.ts';
import { Palette } from './palette.tsx';
import { ShortcutProvider } from './shortcut-provider.tsx';

/** Everything that pages share in the browser: data, theme, address, uploads, keys. */
export function Providers({ nonce, children }: { nonce: string; children: ReactNode }) {
  const [cache] = useState(makeQueryClient);
  useStyleNonce(nonce);
  useHydrationMarker();
  return (
    <ThemeProvider attribute="class" nonce={nonce} disableTransitionOnChange>
      <QueryClientProvider client={cache}>
        <ApiProvider trpcClient={browserClient.api} queryClient={cache}>
          <NuqsAdapter>
            <Tooltip.Provider delayDuration={300}>
              <ShortcutProvider>
                <UploadProvider>
                  {children}
                  <Palette />
                </UploadProvider>
              </ShortcutProvider>
            </Tooltip.Provider>
          </NuqsAdapter>
        </ApiProvider>
      </QueryClientProvider>
    </ThemeProvider>
  );
}

// Dialogs add a style element that keeps the page behind them still; it needs the page's nonce, and this is
// where the library they come with looks for it.
function useStyleNonce(nonce: string): void {
  useEffect(() => {
    Object.assign(window, { __webpack_nonce__: nonce });
  }, [nonce]);
}

function useHydrationMarker(): void {
  useEffect(() => {
    document.documentElement.dataset['hydrated'] = '';
  }, []);
}
