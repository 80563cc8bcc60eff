import { Select } from '@/components/ui/select.tsx';
import type { Period } from '@/data/types.ts';
import { excludedIn, isPeriod, periods, type SearchAddress } from './address.ts';
import { FacetGroup } from './facet-group.tsx';
import { facetDimensions } from './facet-questions.ts';
import { dimensionTitles } from './labels.ts';
import type { ChangeSearch, Facets } from './use-search.ts';

interface FacetPanelProps {
  search: SearchAddress;
  change: ChangeSearch;
  facets: Facets | undefined;
}

/** Every facet of the results. */
export function FacetPanel({ search, change, facets }: FacetPanelProps) {
  if (!facets) return <FacetSkeleton />;
  if (Object.keys(facets).length === 0) return <p className="text-faint text-sm">Nothing was counted.</p>;
  const shown = facetDimensions(search);
  return (
    <div className="space-y-7">
      {shown.some((dimension) => facets[dimension]?.buckets.length) ? (
        <p className="mb-4 text-balance text-faint text-xs">Press once to choose, twice to exclude.</p>
      ) : null}
      {shown.map((by) =>
        facets[by] || isPeriod(by) ? (
          <FacetGroup
            // The times stay the same group, whichever is shown.
            key={isPeriod(by) ? 'times' : by}
            by={by}
            title={isPeriod(by) ? <TimesSelect value={by} onChange={(times) => change({ times })} /> : null}
            facet={facets[by]}
            search={search}
            onChoose={({ chosen, excluded }) =>
              change({
                [by]: chosen,
                [excludedIn(by)]: excluded,
                ...(isPeriod(by) ? { by: null } : {}),
              })
            }
          />
        ) : null,
      )}
    </div>
  );
}

/** The title of the facet of time, which says how long a time it counts. */
function TimesSelect({ value, onChange }: { value: Period; onChange(times: Period): void }) {
  return (
    <span className="-my-2 -ml-2 inline-block">
      <Select
        label="Length of time"
        value={value}
        onChange={(event) => onChange(event.target.value as Period)}
        className="label [&>option]:normal-case"
      >
        {periods.map((period) => (
          <option key={period} value={period}>
            {dimensionTitles[period]}
          </option>
        ))}
      </Select>
    </span>
  );
}

function FacetSkeleton() {
  return (
    <div aria-hidden="true" className="space-y-8">
      {['source', 'language', 'year'].map((name) => (
        <div key={name} className="space-y-3">
          <div className="skeleton h-3 w-16" />
          {['w-40', 'w-32', 'w-36', 'w-28'].map((width) => (
            <div key={width} className={`skeleton h-3.5 ${width}`} />
          ))}
        </div>
      ))}
    </div>
  );
}
