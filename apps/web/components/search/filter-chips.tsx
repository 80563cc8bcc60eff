import clsx from 'clsx';
import { X } from 'lucide-react';
import { formatDay, formatRange } from '@/format/dates.ts';
import { formatNumber } from '@/format/numbers.ts';
import { dimensions, excludedIn, nothingChosen, type SearchAddress } from './address.ts';
import { dimensionTitles, valueLabel } from './labels.ts';
import type { ChangeSearch, Facets } from './use-search.ts';

interface FilterChipsProps {
  search: SearchAddress;
  change: ChangeSearch;
  facets: Facets | undefined;
}

interface Chip {
  /** What it narrows. */
  title: string;
  label: string;
  isExcluded?: boolean;
  /** The change that takes it back. */
  without: Partial<SearchAddress>;
}

/** What is chosen, each with a way to take it back. */
export function FilterChips({ search, change, facets }: FilterChipsProps) {
  const chips = [...valueChips(search, facets), ...otherChips(search)];
  if (chips.length === 0) return null;
  return (
    <ul aria-label="Chosen filters" className="mb-3 flex flex-wrap items-center gap-1.5">
      {chips.map(({ title, label, isExcluded = false, without }) => (
        <li key={`${isExcluded}:${title}:${label}`}>
          <button
            type="button"
            onClick={() => change({ ...without, by: null })}
            className={clsx(
              'flex max-w-72 items-center gap-1.5 rounded-full py-1 pr-2 pl-3 text-xs',
              isExcluded
                ? 'bg-error-soft text-error hover:bg-error hover:text-paper'
                : 'bg-accent-soft text-accent hover:bg-accent hover:text-accent-ink',
            )}
          >
            <span className="sr-only">Remove {title}: </span>
            {isExcluded ? <span>not</span> : null}
            <span className={clsx('truncate', isExcluded && 'line-through')}>{label}</span>
            <X size={12} aria-hidden="true" className="shrink-0" />
          </button>
        </li>
      ))}
      {chips.length > 1 ? (
        <li>
          <button type="button" onClick={() => change(nothingChosen)} className="link px-2 text-xs">
            Clear all
          </button>
        </li>
      ) : null}
    </ul>
  );
}

function valueChips(search: SearchAddress, facets: Facets | undefined): Chip[] {
  return dimensions.flatMap((dimension) => {
    const facet = facets?.[dimension];
    const known = [...(facet?.chosen ?? []), ...(facet?.buckets ?? [])];
    return ([dimension, excludedIn(dimension)] as const).flatMap((part) =>
      search[part].map((value) => ({
        title: dimensionTitles[dimension],
        label: valueLabel(dimension, value, known.find((bucket) => bucket.value === value)?.label),
        isExcluded: part !== dimension,
        without: { [part]: search[part].filter((other) => other !== value) },
      })),
    );
  });
}

function otherChips({ from, to, sample, seed, since }: SearchAddress): Chip[] {
  const chips: Chip[] = [];
  if (since !== null) chips.push({ title: 'News', label: 'only what is new', without: { since: null } });
  if (from || to) {
    const label =
      from && to ? formatRange(from, to) : from ? `from ${formatDay(from)}` : `to ${formatDay(to ?? '')}`;
    chips.push({ title: 'Dates', label, without: { from: null, to: null } });
  }
  if (sample) {
    const label = `random sample of ${formatNumber(sample)}, seed ${seed ?? 0}`;
    chips.push({ title: 'Sample', label, without: { sample: null, seed: null } });
  }
  return chips;
}
