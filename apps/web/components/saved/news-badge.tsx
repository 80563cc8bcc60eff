'use client';
import { formatNumber } from '@/format/numbers.ts';
import { useSaved } from './use-saved.ts';

/** How many saved searches have something new; nothing where none has. In narrow windows it takes no room of its own. */
export function NewsBadge() {
  const saved = useSaved();
  const count = saved.data?.filter(({ news }) => news && news.new > 0).length ?? 0;
  if (count === 0) return null;
  return (
    <span className="ml-1.5 rounded-full bg-accent px-1.5 font-medium text-2xs text-accent-ink leading-4 tabular-nums max-[479px]:absolute max-[479px]:top-1.5 max-[479px]:left-full max-[479px]:-ml-1.5 max-[479px]:px-1">
      {formatNumber(count)}
      <span className="sr-only"> with something new</span>
    </span>
  );
}
