import type { Metadata } from 'next';
import { loadSearch, type SearchAddress, selectionOf, sinceOf, stepOf } from '@/components/search/address.ts';
import { explainQuestion } from '@/components/search/explain-question.ts';
import { facetQuestion } from '@/components/search/facet-questions.ts';
import { pagesOf } from '@/components/search/pages.ts';
import { SearchView } from '@/components/search/search-view.tsx';
import { Prefetched } from '@/data/prefetch.tsx';

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  const { q } = await loadSearch(searchParams);
  return { title: q ? `${q} · Search` : 'Search' };
}

export default async function SearchPage({ searchParams }: Props) {
  const search: SearchAddress = await loadSearch(searchParams);
  const timeline = { q: search.q, selection: selectionOf(search), ...sinceOf(search), by: stepOf(search) };
  return (
    <Prefetched
      wanted={({ api, cache, client }) => [
        cache.prefetchInfiniteQuery(pagesOf(search, { api, client })),
        ...(search.q === ''
          ? []
          : [cache.prefetchQuery(api.articles.explain.queryOptions(explainQuestion(search)))]),
        cache.prefetchQuery(api.articles.timeline.queryOptions(timeline)),
        cache.prefetchQuery(api.articles.facets.queryOptions(facetQuestion(search))),
      ]}
    >
      <SearchView />
    </Prefetched>
  );
}
