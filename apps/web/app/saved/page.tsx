import type { Metadata } from 'next';
import { SavedView } from '@/components/saved/saved-view.tsx';
import { Prefetched } from '@/data/prefetch.tsx';

export const metadata: Metadata = { title: 'Saved searches' };

export default function SavedPage() {
  return (
    <Prefetched wanted={({ api, cache }) => [cache.prefetchQuery(api.searches.list.queryOptions())]}>
      <SavedView />
    </Prefetched>
  );
}
