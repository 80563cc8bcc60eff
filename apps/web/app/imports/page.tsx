import type { Metadata } from 'next';
import { ImportsView } from '@/components/imports/imports-view.tsx';
import { Prefetched } from '@/data/prefetch.tsx';

export const metadata: Metadata = { title: 'Imports' };

export default function ImportsPage() {
  return (
    <Prefetched
      wanted={({ api, cache }) => [cache.prefetchQuery(api.imports.list.queryOptions({ limit: 50 }))]}
    >
      <ImportsView />
    </Prefetched>
  );
}
