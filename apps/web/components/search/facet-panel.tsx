import { excludedIn, type SearchAddress } from './address.ts';
import { FacetGroup } from './facet-group.tsx';
import { facetDimensions } from './facet-questions.ts';
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
  return (
    <div className="space-y-7">
      {facetDimensions.some((dimension) => facets[dimension]?.buckets.length) ? (
        <p className="mb-4 text-balance text-faint text-xs">Press once to choose, twice to exclude.</p>
      ) : null}
      {facetDimensions.map((dimension) => {
        const facet = facets[dimension];
        return facet ? (
          <FacetGroup
            key={dimension}
            facet={facet}
            search={search}
            onChoose={({ chosen, excluded }) =>
              change({
                [dimension]: chosen,
                [excludedIn(dimension)]: excluded,
                ...(dimension === 'year' ? { by: null } : {}),
              })
            }
          />
        ) : null;
      })}
    </div>
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
