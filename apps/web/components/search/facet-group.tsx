import clsx from 'clsx';
import { useState } from 'react';
import type { Bucket, Dimension } from '@/data/types.ts';
import { formatNumber } from '@/format/numbers.ts';
import { bucketLabel, dimensionTitles } from './labels.ts';

interface FacetGroupProps {
  dimension: Dimension;
  buckets: Bucket[];
  chosen: string[];
  onChoose(values: string[]): void;
}

/** Values shown before "show more", and from when on a filter box helps. */
const short = 6;
const long = 15;

/** One facet: its values with their counts, any number of which can be chosen. */
export function FacetGroup({ dimension, buckets, chosen, onChoose }: FacetGroupProps) {
  const [open, setOpen] = useState(false);
  const [filter, setFilter] = useState('');
  const entries = listed(dimension, buckets, chosen);
  if (entries.length === 0 || (dimension === 'kind' && entries.length < 2 && chosen.length === 0))
    return null;
  const matching = entries.filter((entry) =>
    bucketLabel(dimension, entry).toLowerCase().includes(filter.toLowerCase()),
  );
  const toggle = (value: string) =>
    onChoose(chosen.includes(value) ? chosen.filter((other) => other !== value) : [...chosen, value]);
  return (
    <fieldset aria-label={dimensionTitles[dimension]} className="min-w-0">
      <div className="flex items-baseline justify-between border-hairline border-b pb-1.5">
        <h2 className="label">{dimensionTitles[dimension]}</h2>
        {chosen.length > 0 ? (
          <button type="button" onClick={() => onChoose([])} className="link text-xs">
            Clear<span className="sr-only"> {dimensionTitles[dimension]}</span>
          </button>
        ) : null}
      </div>
      {open && entries.length > long ? (
        <input
          type="search"
          aria-label={`Filter by ${dimension} name`}
          placeholder="Filter the list"
          value={filter}
          onChange={(event) => setFilter(event.target.value)}
          className="mt-2 w-full border-rule border-b bg-transparent py-1 text-sm outline-none placeholder:text-faint focus:border-accent"
        />
      ) : null}
      <ul className={clsx('mt-1.5', open && '-mx-1 max-h-80 overflow-y-auto px-1')}>
        {(open ? matching : entries.slice(0, short)).map((bucket) => (
          <FacetValue
            key={bucket.value}
            label={bucketLabel(dimension, bucket)}
            count={bucket.count}
            checked={chosen.includes(bucket.value)}
            onToggle={() => toggle(bucket.value)}
          />
        ))}
      </ul>
      {entries.length > short ? (
        <button
          type="button"
          onClick={() => setOpen(!open)}
          aria-expanded={open}
          className="link mt-1 text-xs"
        >
          {open ? 'Show fewer' : `Show all ${formatNumber(entries.length)}`}
        </button>
      ) : null}
    </fieldset>
  );
}

interface FacetValueProps {
  label: string;
  count: number;
  checked: boolean;
  onToggle(): void;
}

function FacetValue({ label, count, checked, onToggle }: FacetValueProps) {
  return (
    <li>
      <label
        className={clsx(
          'group flex items-baseline gap-2 rounded-sm py-[3px] text-sm has-focus-visible:outline-2 has-focus-visible:outline-accent',
          checked ? 'font-medium text-accent' : 'text-ink hover:text-accent',
        )}
      >
        <input type="checkbox" checked={checked} onChange={onToggle} className="sr-only" />
        <span
          aria-hidden="true"
          className={clsx(
            'size-2.5 shrink-0 translate-y-px rounded-[3px] border',
            checked ? 'border-accent bg-accent' : 'border-rule group-hover:border-accent',
          )}
        />
        <span className="min-w-0 flex-1 truncate" title={label}>
          {label}
        </span>
        <span className="font-normal text-faint text-xs tabular-nums">{formatNumber(count)}</span>
      </label>
    </li>
  );
}

/** Years newest first, else as counted, articles without a value last; what is chosen stays even with no hits. */
function listed(dimension: Dimension, buckets: Bucket[], chosen: string[]): Bucket[] {
  const missing = chosen.filter((value) => !buckets.some((bucket) => bucket.value === value));
  const all = [...missing.map((value) => ({ value, label: value, count: 0 })), ...buckets];
  if (dimension === 'year') return all.sort((a, b) => b.value.localeCompare(a.value));
  return all.sort((a, b) => Number(a.value === '') - Number(b.value === ''));
}
