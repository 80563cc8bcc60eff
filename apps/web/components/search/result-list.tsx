'use client';
import { useEffect, useRef } from 'react';
import { useShortcuts } from '@/components/shell/shortcut-context.ts';
import { Button } from '@/components/ui/button.tsx';
import { formatNumber } from '@/format/numbers.ts';
import type { SearchAddress } from './address.ts';
import { ResultItem } from './result-item.tsx';
import { type useHits, useTotal } from './use-search.ts';
import { visited } from './visited.ts';

interface ResultListProps {
  search: SearchAddress;
  pages: ReturnType<typeof useHits>['pages'];
  /** Told which article has the focus. */
  onCurrent(id: string): void;
  /** The article that is previewed. */
  shown: string | undefined;
}

/** The hits so far, one below the other. */
export function ResultList({ search, pages, onCurrent, shown }: ResultListProps) {
  const list = useRef<HTMLOListElement>(null);
  useListKeys(list);
  const hits = pages.data?.pages.flatMap((page) => page.hits) ?? [];
  const total = useTotal(search);
  return (
    <>
      <ol ref={list} aria-label="Results" className={pages.isPlaceholderData ? 'opacity-60' : undefined}>
        {hits.map((hit) => (
          <ResultItem key={hit.id} hit={hit} q={search.q} onCurrent={onCurrent} shown={hit.id === shown} />
        ))}
      </ol>
      {pages.hasNextPage ? (
        <div className="flex flex-wrap items-center gap-4 pt-6">
          <Button onClick={() => pages.fetchNextPage()} disabled={pages.isFetchingNextPage}>
            Load more
          </Button>
          <p className="text-faint text-sm tabular-nums">
            {formatNumber(hits.length)}
            {total ? ` of ${formatNumber(total.number)}` : ''}
          </p>
        </div>
      ) : null}
    </>
  );
}

/** `j` and `k` carry the focus from headline to headline, so that Enter opens and readers of screens follow. */
export function useListKeys(list: React.RefObject<HTMLElement | null>): void {
  const links = () => [...(list.current?.querySelectorAll<HTMLAnchorElement>('a[data-hit]') ?? [])];
  const move = (step: number) => {
    const all = links();
    const at = all.indexOf(document.activeElement as HTMLAnchorElement);
    const next =
      all[at < 0 ? (step > 0 ? 0 : all.length - 1) : Math.max(0, Math.min(all.length - 1, at + step))];
    next?.focus();
    next?.scrollIntoView({ block: 'nearest' });
  };
  useShortcuts({
    j: () => move(1),
    k: () => move(-1),
    o: () =>
      links()
        .find((link) => link === document.activeElement)
        ?.click(),
  });
  // Back from an article: the reader goes on where it was opened.
  useEffect(() => {
    if (visited.id === null) return;
    const id = visited.id;
    visited.id = null;
    const links = list.current?.querySelectorAll<HTMLAnchorElement>('a[data-hit]') ?? [];
    [...links].find((link) => link.dataset['hit'] === id)?.focus();
  }, [list]);
}
