import { type ReactNode, useState } from 'react';
import type { Bucket, Dimension, Facet } from '@/data/types.ts';
import { formatNumber } from '@/format/numbers.ts';
import { excludedIn, type SearchAddress } from './address.ts';
import { FacetSearch } from './facet-search.tsx';
import { type Choice, FacetValue } from './facet-value.tsx';
import { bucketLabel, dimensionTitles } from './labels.ts';

/** The values of a dimension that an article must have one of, and those of which it may have none. */
export interface Chosen {
  chosen: string[];
  excluded: string[];
}

interface FacetGroupProps {
  by: Dimension;
  /** In place of the name of the dimension. */
  title?: ReactNode;
  /** Undefined while it is counted. */
  facet: Facet | undefined;
  search: SearchAddress;
  onChoose(chosen: Chosen): void;
}

/** One facet: its values with their counts, any number of which can be chosen or excluded. */
export function FacetGroup({ by, title, facet, search, onChoose }: FacetGroupProps) {
  const [open, setOpen] = useState(false);
  const now = { chosen: search[by], excluded: search[excludedIn(by)] };
  const isEmpty = now.chosen.length + now.excluded.length === 0;
  if (isEmpty && facet && isNoChoice(facet)) return null;
  const list = (listed: Bucket[]) =>
    listed.map((bucket) => (
      <FacetValue
        key={bucket.value}
        label={bucketLabel(by, bucket)}
        count={bucket.count}
        choice={choiceOf(now, bucket.value)}
        onChoose={(choice) => onChoose(choose(now, bucket.value, choice))}
      />
    ));
  return (
    <fieldset aria-label={dimensionTitles[by]} className="min-w-0">
      <div className="flex items-baseline justify-between border-hairline border-b pb-1.5">
        <h2 className="label">{title ?? dimensionTitles[by]}</h2>
        {isEmpty ? null : (
          <button
            type="button"
            onClick={() => onChoose({ chosen: [], excluded: [] })}
            className="link text-xs"
          >
            Clear<span className="sr-only"> {dimensionTitles[by]}</span>
          </button>
        )}
      </div>
      {open ? (
        <FacetSearch key={by} by={by} search={search} list={list} />
      ) : facet ? (
        <ul className="mt-1.5">{list(listed(facet))}</ul>
      ) : (
        <ValueSkeleton />
      )}
      {open || (facet && facet.values > facet.buckets.length) ? (
        <button
          type="button"
          onClick={() => setOpen(!open)}
          aria-expanded={open}
          className="link mt-1 text-xs"
        >
          {open ? 'Show fewer' : `Show all ${formatNumber(facet?.values ?? 0)}`}
          <span className="sr-only"> of {dimensionTitles[by]}</span>
        </button>
      ) : null}
    </fieldset>
  );
}

/** One value that every article has, or none has, is no choice. */
function isNoChoice({ by, buckets, values }: Facet): boolean {
  return values === 0 || (values === 1 && (by === 'kind' || buckets[0]?.value === ''));
}

function ValueSkeleton() {
  return (
    <div aria-hidden="true" className="space-y-2.5 pt-3">
      {['w-40', 'w-32', 'w-36', 'w-28', 'w-40', 'w-32'].map((width, index) => (
        <div key={`${index} ${width}`} className={`skeleton h-3.5 ${width}`} />
      ))}
    </div>
  );
}

function choiceOf({ chosen, excluded }: Chosen, value: string): Choice {
  if (chosen.includes(value)) return 'chosen';
  return excluded.includes(value) ? 'excluded' : 'free';
}

function choose({ chosen, excluded }: Chosen, value: string, choice: Choice): Chosen {
  const put = (values: string[], isIn: boolean) => [
    ...values.filter((other) => other !== value),
    ...(isIn ? [value] : []),
  ];
  return { chosen: put(chosen, choice === 'chosen'), excluded: put(excluded, choice === 'excluded') };
}

/** The first values, articles without a value last; what is chosen stays, also with no hits. */
function listed({ buckets, chosen }: Facet): Bucket[] {
  const missing = chosen.filter(({ value }) => !buckets.some((bucket) => bucket.value === value));
  return [...missing, ...buckets].sort((a, b) => Number(a.value === '') - Number(b.value === ''));
}
