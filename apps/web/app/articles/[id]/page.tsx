import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { cache } from 'react';
import { idOfAddress } from '@/components/article/address.ts';
import { ArticleView } from '@/components/article/article-view.tsx';
import { missing, orMissing } from '@/data/missing.ts';
import { Prefetched, visitorClient } from '@/data/prefetch.tsx';

interface Props {
  params: Promise<{ id: string }>;
  searchParams: Promise<{ q?: string | string[]; version?: string | string[] }>;
}

/** The page and its title ask once. */
const findArticle = cache(async (id: string) => {
  const { articles } = await visitorClient();
  return orMissing(articles.get.query({ id }));
});

/** The headline names the tab: people keep several articles open. */
export async function generateMetadata({ params }: Pick<Props, 'params'>): Promise<Metadata> {
  const found = await findArticle(idOfAddress((await params).id));
  return { title: (found && found !== missing && found.article.headline) || 'Article' };
}

export default async function ArticlePage({ params, searchParams }: Props) {
  const id = idOfAddress((await params).id);
  if ((await findArticle(id)) === missing) notFound();
  const asked = await searchParams;
  const q = [asked.q ?? ''].flat()[0] ?? '';
  const version = Number(asked.version) || undefined;
  return (
    <Prefetched wanted={({ api, cache }) => [cache.prefetchQuery(api.articles.get.queryOptions({ id, q }))]}>
      <ArticleView id={id} q={q} version={version} />
    </Prefetched>
  );
}
