'use client';
import { ChevronLeft, ChevronRight } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useEffect, useState } from 'react';
import { articleHref, type SearchAddress } from '@/components/search/address.ts';
import { useHits, useTotal } from '@/components/search/use-search.ts';
import { visited } from '@/components/search/visited.ts';
import { useShortcuts } from '@/components/shell/shortcut-context.ts';
import { IconButton } from '@/components/ui/button.tsx';
import { formatNumber } from '@/format/numbers.ts';

/** From one result to the next without going back to the list, where the article is among the results visited last. */
export function ResultSteps({ id }: { id: string }) {
  const [search, setSearch] = useState<SearchAddress | null>(null);
  useEffect(() => setSearch(visited.search), []);
  return search ? <Steps id={id} search={search} /> : null;
}

function Steps({ id, search }: { id: string; search: SearchAddress }) {
  const router = useRouter();
  const { pages } = useHits(search);
  const total = useTotal(search);
  const hitsOf = ({ data }: Pick<typeof pages, 'data'>) => data?.pages.flatMap((page) => page.hits) ?? [];
  const at = hitsOf(pages).findIndex((hit) => hit.id === id);
  const isLast = at + 1 === hitsOf(pages).length && !pages.hasNextPage;
  const go = async (to: number) => {
    if (at < 0 || to < 0) return;
    const hit = hitsOf(pages)[to] ?? hitsOf(await pages.fetchNextPage())[to];
    if (!hit) return;
    // The list takes the reader up again at the article read last.
    visited.id = hit.id;
    router.replace(articleHref(hit.id, search.q));
  };
  useShortcuts({ j: () => void go(at + 1), k: () => void go(at - 1) });
  if (at < 0) return null;
  return (
    <nav aria-label="Results" className="flex items-center text-sm text-soft tabular-nums">
      <IconButton
        label="Previous article (k)"
        className="size-8"
        disabled={at === 0}
        onClick={() => go(at - 1)}
      >
        <ChevronLeft size={16} />
      </IconButton>
      <span className="px-1">
        {formatNumber(at + 1)}
        {total ? ` of ${formatNumber(total.number)}` : ''}
      </span>
      <IconButton label="Next article (j)" className="size-8" disabled={isLast} onClick={() => go(at + 1)}>
        <ChevronRight size={16} />
      </IconButton>
    </nav>
  );
}
