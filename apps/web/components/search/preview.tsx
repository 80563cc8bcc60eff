'use client';
import type { Article } from '@pressmark/core';
import { useQuery } from '@tanstack/react-query';
import Link from 'next/link';
import { ArticleBody } from '@/components/article/article-body.tsx';
import { headlineSize } from '@/components/article/headline-size.ts';
import { RepairProvider } from '@/components/article/repair-provider.tsx';
import { AnnotatedText } from '@/components/text/annotated-text.tsx';
import { useApi } from '@/data/api.ts';
import type { Stored } from '@/data/types.ts';
import { directionOf } from '@/format/direction.ts';

/** The article that has the focus, beside the results. */
export function Preview({ id, q }: { id: string; q: string }) {
  const api = useApi();
  const stored = useQuery(
    api.articles.get.queryOptions({ id, q }, { placeholderData: (previous) => previous }),
  );
  if (stored.error) return null;
  if (!stored.data) return <PreviewSkeleton />;
  const { marks } = stored.data;
  return (
    <section
      aria-label="Preview"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
      tabIndex={0}
      className="sticky top-18 max-h-[calc(100dvh-5.5rem)] overflow-y-auto border-hairline border-l pl-8"
    >
      <p className="label mb-3 flex justify-between">
        Preview
        <Link
          href={`/articles/${encodeURIComponent(id)}?q=${encodeURIComponent(q)}`}
          className="link normal-case tracking-normal"
        >
          Open
        </Link>
      </p>
      <RepairProvider stored={stored.data}>
        {(shown) => <Shown article={shown} marks={marks} />}
      </RepairProvider>
    </section>
  );
}

function Shown({ article, marks }: { article: Article; marks: Stored['marks'] }) {
  return (
    <article lang={article.language} dir={directionOf(article.headline)}>
      <h2
        dir="auto"
        className={`headline break-words ${headlineSize(article.headline, ['text-2xl', 'text-xl', 'text-lg'])}`}
      >
        <AnnotatedText
          path="headline"
          text={article.headline}
          marks={marks}
          diagnostics={article.diagnostics}
        />
      </h2>
      {article.subheadline ? (
        <p dir="auto" className="mt-2 font-serif text-lg text-soft">
          <AnnotatedText
            path="subheadline"
            text={article.subheadline}
            marks={marks}
            diagnostics={article.diagnostics}
          />
        </p>
      ) : null}
      <div className="mt-4 pb-8">
        <ArticleBody article={article} marks={marks} compact />
      </div>
    </article>
  );
}

function PreviewSkeleton() {
  return (
    <div aria-hidden="true" className="space-y-3 border-hairline border-l pl-8">
      <div className="skeleton h-3 w-16" />
      <div className="skeleton h-7 w-full" />
      <div className="skeleton h-7 w-2/3" />
      {['w-full', 'w-11/12', 'w-10/12', 'w-full', 'w-2/3'].map((width) => (
        <div key={width} className={`skeleton h-4 ${width}`} />
      ))}
    </div>
  );
}
