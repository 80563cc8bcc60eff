import type { Article } from '@pressmark/core';
import { AnnotatedText } from '@/components/text/annotated-text.tsx';
import { Badge } from '@/components/ui/badge.tsx';
import type { Stored } from '@/data/types.ts';
import { formatDay } from '@/format/dates.ts';
import { formatCount } from '@/format/numbers.ts';
import { headlineSize } from './headline-size.ts';

interface HeadingProps {
  article: Article;
  marks: Stored['marks'];
}

/** From the section to the byline, as the paper would have set it. */
export function ArticleHeading({ article, marks }: HeadingProps) {
  const annotated = (path: keyof Article & string, text: string) => (
    <AnnotatedText path={path} text={text} marks={marks} diagnostics={article.diagnostics} />
  );
  return (
    <header className="max-w-[40rem]">
      <p className="label flex flex-wrap gap-x-2">
        {[article.section, article.column, article.kicker].filter(Boolean).map((text) => (
          <span key={text}>{text}</span>
        ))}
        {article.kind === 'headline' ? <Badge>Headline only</Badge> : null}
      </p>
      <h1
        dir="auto"
        className={`headline mt-2 break-words ${headlineSize(article.headline, ['text-3xl sm:text-4xl', 'text-2xl sm:text-3xl', 'text-xl sm:text-2xl'])}`}
      >
        {article.headline ? (
          annotated('headline', article.headline)
        ) : (
          <span className="text-faint">Without a headline</span>
        )}
      </h1>
      {article.subheadline ? (
        <p dir="auto" className="mt-3 text-pretty font-serif text-soft text-xl">
          {annotated('subheadline', article.subheadline)}
        </p>
      ) : null}
      <div className="mt-5 border-hairline border-t pt-3 text-sm">
        {article.byline ? (
          <p dir="auto" className="font-medium">
            {annotated('byline', article.byline)}
          </p>
        ) : null}
        <p lang="en" className="text-soft tabular-nums">
          <bdi>{dataLine(article)}</bdi>
        </p>
      </div>
    </header>
  );
}

function dataLine({ source, publication, wordCount, credit }: Article): string {
  const words = wordCount.stated ?? wordCount.counted;
  return [
    source?.name,
    publication?.time
      ? `${publication.time.slice(0, 5)}${publication.zone ? ` ${publication.zone}` : ''}`
      : undefined,
    publication ? formatDay(publication.date) : 'no date',
    formatCount(words, 'word'),
    credit === source?.name ? undefined : credit,
  ]
    .filter(Boolean)
    .join(', ');
}
