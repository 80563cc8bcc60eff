import { X } from 'lucide-react';
import type { Bucket, Dimension } from '@/data/types.ts';
import { dimensions, type SearchAddress } from './address.ts';
import { dimensionTitles, valueLabel } from './labels.ts';
import { NewOnlyChip } from './new-only-chip.tsx';
import type { ChangeSearch } from './use-search.ts';

interface FilterChipsProps {
  search: SearchAddress;
  change: ChangeSearch;
  counts: Partial<Record<Dimension, Bucket[]>> | undefined;
}

/** What is chosen, each with a way to take it back. */
export function FilterChips({ search, change, counts }: FilterChipsProps) {
  const chips = dimensions.flatMap((dimension) => search[dimension].map((value) => ({ dimension, value })));
  if (chips.length === 0 && search.since === null) return null;
  const nothing = Object.fromEntries(dimensions.map((dimension) => [dimension, []]));
  return (
    <ul aria-label="Chosen filters" className="mb-3 flex flex-wrap items-center gap-1.5">
      <NewOnlyChip search={search} change={change} />
      {chips.map(({ dimension, value }) => {
        const known = counts?.[dimension]?.find((bucket) => bucket.value === value)?.label;
        const label = valueLabel(dimension, value, known);
        return (
          <li key={`${dimension}:${value}`}>
            <button
              type="button"
              onClick={() =>
                change({ [dimension]: search[dimension].filter((other) => other !== value), by: null })
              }
              className="flex max-w-72 items-center gap-1.5 rounded-full bg-accent-soft py-1 pr-2 pl-3 text-accent text-xs hover:bg-accent hover:text-accent-ink"
            >
              <span className="sr-only">Remove {dimensionTitles[dimension]}: </span>
              <span className="truncate">{label}</span>
              <X size={12} aria-hidden="true" className="shrink-0" />
            </button>
          </li>
        );
      })}
      {chips.length > 1 ? (
        <li>
          <button
            type="button"
            onClick={() => change({ ...nothing, by: null })}
            className="link px-2 text-xs"
          >
            Clear all
          </button>
        </li>
      ) : null}
    </ul>
  );
}
