import type { Bucket, Dimension } from '@/data/types.ts';
import type { SearchAddress } from './address.ts';
import { FacetGroup } from './facet-group.tsx';
import { facetDimensions } from './facet-questions.ts';
import type { ChangeSearch } from './use-search.ts';

interface FacetPanelProps {
  search: SearchAddress;
  change: ChangeSearch;
  counts: Partial<Record<Dimension, Bucket[]>> | undefined;
}

/** Every facet of the results. */
export function FacetPanel({ search, change, counts }: FacetPanelProps) {
  if (!counts) return <FacetSkeleton />;
  return (
    <div className="space-y-7">
      {facetDimensions.map((dimension) => (
        <FacetGroup
          key={dimension}
          dimension={dimension}
          buckets={counts[dimension] ?? []}
          chosen={search[dimension]}
          onChoose={(values) =>
            change({ [dimension]: values, ...(dimension === 'year' ? { by: null } : {}) })
          }
        />
      ))}
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
