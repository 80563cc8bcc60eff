'use client';
import { RotateCw, Square } from 'lucide-react';
import { type RefObject, useLayoutEffect, useRef } from 'react';
import { tool } from '@/components/ui/tool.ts';
import { formatCount, formatNumber } from '@/format/numbers.ts';
import type { Running } from './use-running.ts';
import type { Total } from './use-search.ts';

interface SearchStatusProps {
  /** Undefined while it is not known. */
  total: Total | undefined;
  /** Whether hits are shown already. */
  isShown: boolean;
  running: Running;
}

/** The exact number of hits; while it takes long to know, that it is looked for, and how to stop that. */
export function SearchStatus({ total, isShown, running }: SearchStatusProps) {
  const status = useRef<HTMLParagraphElement>(null);
  const { isLong, hasStopped, stop, askAgain } = running;
  return (
    <div className="mr-auto flex flex-wrap items-center gap-x-2">
      <p ref={status} role="status" tabIndex={-1} className="headline text-xl tabular-nums outline-none">
        {total ? <Count total={total} /> : null}
        {isLong ? (
          <Remark
            alone={!total}
            long={isShown ? 'Counting…' : 'Searching…'}
            short="still counting the rest"
          />
        ) : null}
        {hasStopped ? <Remark alone={!total} long="Stopped." short="the rest was stopped" /> : null}
        {total || isLong || hasStopped ? null : <span className="text-faint">…</span>}
      </p>
      {isLong || hasStopped ? (
        <StopButton hasStopped={hasStopped} onPress={hasStopped ? askAgain : stop} heir={status} />
      ) : null}
    </div>
  );
}

function Count({ total: { number, drawnFrom, isPrevious } }: { total: Total }) {
  return (
    <span className={isPrevious ? 'opacity-60' : undefined}>
      {formatCount(number, 'article')}
      {drawnFrom === undefined ? null : (
        <span className="text-base text-soft"> of {formatNumber(drawnFrom)}</span>
      )}
    </span>
  );
}

function Remark({ alone, long, short }: { alone: boolean; long: string; short: string }) {
  return alone ? long : <span className="text-base text-soft">, {short}</span>;
}

interface StopButtonProps {
  hasStopped: boolean;
  onPress(): void;
  /** What takes the focus when the button goes. */
  heir: RefObject<HTMLElement | null>;
}

/** One button for both, so that the focus stays where it is. */
function StopButton({ hasStopped, onPress, heir }: StopButtonProps) {
  const button = useRef<HTMLButtonElement>(null);
  useLayoutEffect(() => {
    const [leaving, next] = [button.current, heir.current];
    return () => {
      if (document.activeElement === leaving) next?.focus();
    };
  }, [heir]);
  const Icon = hasStopped ? RotateCw : Square;
  return (
    <button ref={button} type="button" onClick={onPress} className={tool}>
      <Icon size={hasStopped ? 14 : 11} fill={hasStopped ? 'none' : 'currentColor'} aria-hidden="true" />
      {hasStopped ? 'Search again' : 'Stop'}
    </button>
  );
}
