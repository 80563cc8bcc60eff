import Link from 'next/link';
import { Badge } from '@/components/ui/badge.tsx';
import { EntriesSkeleton } from '@/components/ui/entries-skeleton.tsx';
import type { Import } from '@/data/types.ts';
import { formatMoment } from '@/format/dates.ts';
import { formatBytes, formatCount } from '@/format/numbers.ts';
import { stateLabels, stateTones } from './states.ts';
import { breakOf, shortfallsOf, sumLine } from './words.ts';

/** Imports, newest first, one line each. */
export function ImportList({ imports, empty }: { imports: Import[] | undefined; empty: string }) {
  if (!imports) return <EntriesSkeleton />;
  if (imports.length === 0) return <p className="py-6 text-soft">{empty}</p>;
  return (
    <ol className="divide-y divide-hairline">
      {imports.map((entry) => (
        <li key={entry.id}>
          <Link href={`/imports/${entry.id}`} className="group block py-3.5">
            <span className="flex flex-wrap items-baseline justify-between gap-x-4">
              <span className="font-medium group-hover:text-accent">
                <time dateTime={entry.startedAt} suppressHydrationWarning>
                  {formatMoment(entry.startedAt)}
                </time>
              </span>
              <span className="flex flex-wrap gap-1.5">
                {entry.state === 'done' ? null : (
                  <Badge tone={stateTones[entry.state]}>{stateLabels[entry.state]}</Badge>
                )}
                {shortfallsOf(entry).map(({ tone, words }) => (
                  <Badge key={words} tone={tone}>
                    {words}
                  </Badge>
                ))}
              </span>
            </span>
            <span className="block text-soft text-sm tabular-nums">
              {formatCount(entry.files, 'file')}, {formatBytes(entry.bytes)}: {sumLine(entry)}
            </span>
            {entry.trouble ? (
              <span className="block break-words text-error text-sm">{breakOf(entry.trouble)}</span>
            ) : null}
          </Link>
        </li>
      ))}
    </ol>
  );
}
