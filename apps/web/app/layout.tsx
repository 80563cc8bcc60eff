import { GeistMono } from 'geist/font/mono';
import { GeistSans } from 'geist/font/sans';
import type { Metadata, Viewport } from 'next';
import { headers } from 'next/headers';
import type { ReactNode } from 'react';
import { Masthead } from '@/components/shell/masthead.tsx';
import { Providers } from '@/components/shell/providers.tsx';
import { serif } from './fonts.ts';
import './globals.css';

export const metadata: Metadata = {
  title: { default: 'Pressmark', template: '%s · Pressmark' },
  description: 'A searchable, citable archive of news articles on your own machine.',
};

export const viewport: Viewport = {
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#fcfbf8' },
    { media: '(prefers-color-scheme: dark)', color: '#151412' },
  ],
};

export default async function RootLayout({ children }: { children: ReactNode }) {
  const nonce = (await headers()).get('x-nonce') ?? '';
  return (
    <html
      lang="en"
      suppressHydrationWarning
      className={`${GeistSans.variable} ${GeistMono.variable} ${serif.variable}`}
    >
      <body>
        <a
          href="#content"
          className="sr-only focus:not-sr-only focus:fixed focus:z-50 focus:bg-raised focus:p-3"
        >
          Skip to the content
        </a>
        <Providers nonce={nonce}>
          <Masthead />
          <main
            id="content"
            tabIndex={-1}
            className="mx-auto w-full max-w-[104rem] px-4 pb-24 outline-none print:max-w-none print:p-0 sm:px-6 lg:px-10"
          >
            {children}
          </main>
        </Providers>
      </body>
    </html>
  );
}
