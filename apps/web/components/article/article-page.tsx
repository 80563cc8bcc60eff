'use client';
import { useQueryState } from 'nuqs';
import { useRef, useState } from 'react';
import { CiteDialog, useCited } from '@/components/cite/cite-dialog.tsx';
import { useShortcuts } from '@/components/shell/shortcut-context.ts';
import type { Stored } from '@/data/types.ts';
import { directionOf } from '@/format/direction.ts';
import { ArticleBody } from './article-body.tsx';
import { ArticleHeading } from './article-heading.tsx';
import { ArticleTools } from './article-tools.tsx';
import { Details } from './details.tsx';
import { HitCounter } from './hit-counter.tsx';
import { RawFields } from './raw-fields.tsx';
import { RepairProvider } from './repair-provider.tsx';
import { useHitWalk } from './use-hit-walk.ts';
import { useWayBack } from './use-way-back.ts';
import { Withdrawn } from './withdrawn.tsx';

interface ArticlePageProps {
  stored: Stored;
  q: string;
  version: number | undefined;
}

/** The reader: the text in its column, and what is known of it beside. */
export function ArticlePage({ stored, q, version }: ArticlePageProps) {
  const { goBack } = useWayBack();
  const [raw, setRaw] = useState(false);
  const column = useRef<HTMLElement>(null);
  const [at] = useQueryState('at');
  const [, cite] = useCited();
  const walk = useHitWalk(column, { at, shown: [stored, raw] });
  const { article, marks } = stored;
  useShortcuts({
    n: () => walk.move(1),
    N: () => walk.move(-1),
    r: () => setRaw((shown) => !shown),
    c: () => void cite('apa'),
    Escape: goBack,
  });
  return (
    <div className="mx-auto max-w-5xl pt-6 print:max-w-none print:p-0">
      <ArticleTools stored={stored} raw={raw} onRaw={setRaw} version={version} />
      <div className="mt-8 grid gap-x-16 print:mt-0 print:block gap-y-12 lg:grid-cols-[minmax(0,1fr)_20rem] xl:gap-x-20">
        <RepairProvider stored={stored} readOnly={version !== undefined}>
          {(shown) => (
            <article
              ref={column}
              lang={article.language}
              dir={directionOf(article.headline)}
              className="min-w-0"
            >
              <Withdrawn withdrawn={stored.withdrawn} />
              <ArticleHeading article={shown} marks={marks} />
              <div className="mt-7">
                {raw ? <RawFields article={article} /> : <ArticleBody article={shown} marks={marks} />}
              </div>
            </article>
          )}
        </RepairProvider>
        <Details stored={stored} />
      </div>
      <CiteDialog id={article.id} />
      {walk.count > 0 && !raw ? <HitCounter walk={walk} q={q} /> : null}
    </div>
  );
}
