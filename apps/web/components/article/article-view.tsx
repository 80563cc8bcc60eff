'use client';
import { problemsOf } from '@pressmark/client';
import { useQuery } from '@tanstack/react-query';
import { Failure } from '@/components/ui/failure.tsx';
import { useApi } from '@/data/api.ts';
import type { Stored } from '@/data/types.ts';
import { ArticlePage } from './article-page.tsx';
import { ArticleSkeleton } from './article-skeleton.tsx';
import { UnknownArticle } from './unknown-article.tsx';

interface ArticleViewProps {
  id: string;
  q: string;
  /** An earlier version, where one was asked for. */
  version: number | undefined;
}

/** One article, with the hits of the query it was found by. */
export function ArticleView({ id, q, version }: ArticleViewProps) {
  const api = useApi();
  const asked = useQuery(api.articles.get.queryOptions({ id, q }));
  // A query that does not parse has no hits to show; the article is there all the same.
  const broken = problemsOf(asked.error).length > 0;
  const plain = useQuery(api.articles.get.queryOptions({ id }, { enabled: broken }));
  const stored = broken ? plain : asked;
  const earlier = useQuery(
    api.articles.version.queryOptions({ id, version: version ?? 1 }, { enabled: version !== undefined }),
  );
  const error = stored.error ?? earlier.error;
  if (error?.data?.code === 'NOT_FOUND') return <UnknownArticle />;
  if (error)
    return <Failure error={error} retry={() => void Promise.all([stored.refetch(), earlier.refetch()])} />;
  if (!stored.data || (version !== undefined && !earlier.data)) return <ArticleSkeleton />;
  const shown: Stored =
    earlier.data && version !== undefined
      ? { ...stored.data, article: earlier.data, marks: {} }
      : stored.data;
  return <ArticlePage stored={shown} q={broken ? '' : q} version={version} />;
}
