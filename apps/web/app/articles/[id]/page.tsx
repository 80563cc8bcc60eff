import type { Metadata } from 'next';
import { ArticleView } from '@/components/article/article-view.tsx';
import { Prefetched, visitorClient } from '@/data/prefetch.tsx';

interface Props {
  params: Promise<{ id: string }>;
  searchParams: Promise<{ q?: string | string[]; version?: string | string[] }>;
}

/** The headline names the tab: people keep several articles open. */
export async function generateMetadata({ params }: Pick<Props, 'params'>): Promise<Metadata> {
  const id = decoded((await params).id);
  const found = await (await visitorClient()).articles.get.query({ id }).catch(() => null);
  return { title: found?.article.headline || 'Article' };
}

export default async function ArticlePage({ params, searchParams }: Props) {
  const id = decoded((await params).id);
  const asked = await searchParams;
  const q = [asked.q ?? ''].flat()[0] ?? '';
  const version = Number(asked.version) || undefined;
  return (
    <Prefetched wanted={({ api, cache }) => [cache.prefetchQuery(api.articles.get.queryOptions({ id, q }))]}>
      <ArticleView id={id} q={q} version={version} />
    </Prefetched>
  );
}

/** Next hands the id over as the address has it; a stray percent sign is no reason to fail. */
function decoded(id: string): string {
  try {
    return decodeURIComponent(id);
  } catch {
    return id;
  }
}
