import { Overview } from '@/components/overview/overview.tsx';
import { recentImports } from '@/components/overview/recent.ts';
import { Prefetched } from '@/data/prefetch.tsx';

export default function OverviewPage() {
  return (
    <Prefetched
      wanted={({ api, cache }) => [
        cache.prefetchQuery(api.archive.totals.queryOptions()),
        cache.prefetchQuery(api.articles.timeline.queryOptions({ q: '', by: 'year' })),
        cache.prefetchQuery(api.articles.facets.queryOptions({ q: '', by: ['source', 'language'] })),
        cache.prefetchQuery(api.imports.list.queryOptions(recentImports)),
      ]}
    >
      <Overview />
    </Prefetched>
  );
}
