'use client';
import { formatNumber } from '@/format/numbers.ts';
import { useSaved } from './use-saved.ts';

/** How many saved searches have something new; nothing where none has. */
export function NewsBadge() {
  const saved = useSaved();
  const count = saved.data?.filter(({ news }) => news && news.new > 0).length ?? 0;
  if (count === 0) return null;
  return (
    <span className="ml-1.5 rounded-full bg-accent px-1.5 font-medium text-2xs text-accent-ink leading-4 tabular-nums">
      {formatNumber(count)}
      <span className="sr-only"> with something new</span>
    </span>
  );
}
