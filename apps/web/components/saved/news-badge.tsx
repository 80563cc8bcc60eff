'use client';
import { formatNumber } from '@/format/numbers.ts';
import { useSaved } from './use-saved.ts';

/** How many articles are new over all saved searches; nothing where there are none. */
export function NewsBadge() {
  const saved = useSaved();
  const sum = saved.data?.reduce((total, { news }) => total + (news?.new ?? 0), 0) ?? 0;
  if (sum === 0) return null;
  return (
    <span className="ml-1.5 rounded-full bg-accent px-1.5 font-medium text-2xs text-accent-ink leading-4 tabular-nums">
      {sum > 999 ? '999+' : formatNumber(sum)}
      <span className="sr-only"> new</span>
    </span>
  );
}
