import { ChevronDown, ChevronUp } from 'lucide-react';
import { IconButton } from '@/components/ui/button.tsx';
import { formatCount, formatNumber } from '@/format/numbers.ts';
import type { HitWalk } from './use-hit-walk.ts';

/** How many hits the text has, and the way from one to the next. */
export function HitCounter({ walk, q }: { walk: HitWalk; q: string }) {
  return (
    <section
      aria-label="Hits"
      className="print:hidden fixed inset-x-0 bottom-5 z-20 mx-auto flex w-fit max-w-[calc(100vw-2rem)] items-center gap-1 rounded-full border border-hairline bg-raised py-1 pr-1.5 pl-5 text-sm shadow-lg shadow-shade/10"
    >
      <p className="mr-2 flex min-w-0 gap-2 tabular-nums" aria-live="polite">
        <span className="whitespace-nowrap">
          {walk.current < 0
            ? formatCount(walk.count, 'hit')
            : `Hit ${formatNumber(walk.current + 1)} of ${formatNumber(walk.count)}`}
        </span>
        <span className="max-w-48 truncate font-mono text-faint">{q}</span>
      </p>
      <IconButton label="Previous hit (N)" onClick={() => walk.move(-1)} className="size-8 rounded-full">
        <ChevronUp size={16} />
      </IconButton>
      <IconButton label="Next hit (n)" onClick={() => walk.move(1)} className="size-8 rounded-full">
        <ChevronDown size={16} />
      </IconButton>
    </section>
  );
}
