import { ChevronRight } from 'lucide-react';
import type { ImportFile } from '@/data/types.ts';

/** The search that a file came from, as the database wrote it into the file. */
export function SearchSummary({ file }: { file: ImportFile }) {
  const rows = file.summary?.rows.filter(({ value }) => value !== '') ?? [];
  if (rows.length === 0) return null;
  return (
    <details className="group mt-2 text-sm">
      <summary className="flex list-none items-baseline gap-2 py-1 text-soft [&::-webkit-details-marker]:hidden">
        <ChevronRight
          size={14}
          aria-hidden="true"
          className="shrink-0 translate-y-0.5 text-faint transition-transform group-open:rotate-90"
        />
        The search it came from
      </summary>
      <dl className="mt-1 mb-2 ml-[1.4rem] grid gap-x-6 gap-y-1.5 border-hairline border-l pl-4 sm:grid-cols-[10rem_minmax(0,1fr)]">
        {rows.map(({ label, value }, index) => (
          <div key={index} className="contents">
            <dt className="text-faint">{label}</dt>
            <dd className="wrap-anywhere max-sm:mb-1.5">{value}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
