import { useState } from 'react';
import type { Bucket, Facet } from '@/data/types.ts';
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
  facet: Facet;
  search: SearchAddress;
  onChoose(chosen: Chosen): void;
}

/** One facet: its values with their counts, any number of which can be chosen or excluded. */
export function FacetGroup({ facet, search, onChoose }: FacetGroupProps) {
  const [open, setOpen] = useState(false);
  const { by, buckets, values } = facet;
  const now = { chosen: search[by], excluded: search[excludedIn(by)] };
  const isEmpty = now.chosen.length + now.excluded.length === 0;
  // One value that every article has, or none has, is no choice.
  if (isEmpty && (values === 0 || (values === 1 && (by === 'kind' || buckets[0]?.value === '')))) return null;
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
        <h2 className="label">{dimensionTitles[by]}</h2>
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
        <FacetSearch by={by} search={search} list={list} />
      ) : (
        <ul className="mt-1.5">{list(listed(facet))}</ul>
      )}
      {values > buckets.length || open ? (
        <button
          type="button"
          onClick={() => setOpen(!open)}
          aria-expanded={open}
          className="link mt-1 text-xs"
        >
          {open ? 'Show fewer' : `Show all ${formatNumber(values)}`}
          <span className="sr-only"> of {dimensionTitles[by]}</span>
        </button>
      ) : null}
    </fieldset>
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
