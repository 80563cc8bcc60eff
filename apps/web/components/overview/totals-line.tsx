import type { ReactNode } from 'react';
import type { Totals } from '@/data/types.ts';
import { formatRange } from '@/format/dates.ts';
import { formatBytes, formatCount, formatNumber } from '@/format/numbers.ts';

/** The archive in one sentence, and its figures in one line. */
export function TotalsLine({ totals }: { totals: Totals | undefined }) {
  if (!totals) return <TotalsSkeleton />;
  return (
    <header>
      <h1 className="headline max-w-4xl text-3xl sm:text-4xl">
        <Figure>{formatCount(totals.articles, 'article')}</Figure> from{' '}
        <Figure>{formatCount(totals.sources, 'source')}</Figure> in{' '}
        <Figure>{formatCount(totals.languages, 'language')}</Figure>
      </h1>
      <p className="mt-3 text-soft tabular-nums">
        {totals.from && totals.to ? `${formatRange(totals.from, totals.to)} · ` : ''}
        {formatNumber(totals.words)} words
        {totals.headlines > 0 ? ` · ${formatCount(totals.headlines, 'article')} with a headline only` : ''}
        {` · ${formatBytes(totals.bytes)} on disk`}
      </p>
    </header>
  );
}

function Figure({ children }: { children: ReactNode }) {
  return <span className="whitespace-nowrap text-accent">{children}</span>;
}

function TotalsSkeleton() {
  return (
    <div aria-hidden="true" className="space-y-4">
      <div className="skeleton h-11 w-full max-w-3xl" />
      <div className="skeleton h-4 w-80 max-w-full" />
    </div>
  );
}
