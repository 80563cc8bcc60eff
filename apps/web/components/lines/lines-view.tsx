'use client';
import { useRef } from 'react';
import type { SearchAddress } from '@/components/search/address.ts';
import { useListKeys } from '@/components/search/result-list.tsx';
import { ListSkeleton } from '@/components/search/result-skeleton.tsx';
import { isStopped } from '@/components/search/use-running.ts';
import { Button } from '@/components/ui/button.tsx';
import { Failure } from '@/components/ui/failure.tsx';
import { formatCount, formatNumber } from '@/format/numbers.ts';
import { LineRow } from './line-row.tsx';
import { LinesHead, lineGrid, linesGrid } from './lines-head.tsx';
import { useLines } from './use-lines.ts';
import { WidthSelect } from './width-select.tsx';

/** Every hit of a search in its context, the hits below one another. */
export function LinesView({ search }: { search: SearchAddress }) {
  const table = useRef<HTMLTableElement>(null);
  useListKeys(table);
  const { pages, count } = useLines(search);
  const lines = pages.data?.pages.flatMap((page) => page.lines) ?? [];
  if (pages.error) return <Failure error={pages.error} retry={pages.refetch} />;
  if (isStopped(pages)) return null;
  if (pages.isPending) return <ListSkeleton />;
  const isEmpty = lines.length === 0 && !pages.hasNextPage;
  return (
    <section aria-label="Lines">
      <div className="flex items-center justify-between gap-4 py-2 text-faint text-sm">
        <p aria-live="polite" className="tabular-nums">
          {count.data
            ? `${formatCount(count.data.lines, 'line')} in ${formatCount(count.data.articles, 'article')}`
            : count.error
              ? 'The lines could not be counted.'
              : isStopped(count)
                ? 'The lines were not counted.'
                : 'Counting lines…'}
        </p>
        <WidthSelect />
      </div>
      {isEmpty ? (
        <p className="py-6 text-soft">This search has no words, so there are no hits to show in a line.</p>
      ) : null}
      {lines.length > 0 ? (
        <table ref={table} className={`${linesGrid} text-sm ${pages.isPlaceholderData ? 'opacity-60' : ''}`}>
          <LinesHead />
          <tbody className={lineGrid}>
            {lines.map((line) => (
              <LineRow key={`${line.id} ${line.hit}`} line={line} q={search.q} />
            ))}
          </tbody>
        </table>
      ) : null}
      {pages.hasNextPage ? (
        <div className="flex flex-wrap items-center gap-4 pt-6">
          <Button onClick={() => pages.fetchNextPage()} disabled={pages.isFetchingNextPage}>
            Load more
          </Button>
          <p className="text-faint text-sm tabular-nums">
            {formatNumber(lines.length)} {count.data ? `of ${formatNumber(count.data.lines)}` : 'so far'}
          </p>
        </div>
      ) : null}
    </section>
  );
}
