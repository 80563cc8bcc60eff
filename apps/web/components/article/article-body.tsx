import type { Article, Paragraph } from '@pressmark/core';
import clsx from 'clsx';
import type { ReactNode } from 'react';
import { AnnotatedText } from '@/components/text/annotated-text.tsx';
import type { Stored } from '@/data/types.ts';
import { blocksOf } from './blocks.ts';

interface ArticleBodyProps {
  article: Article;
  marks: Stored['marks'];
  compact?: boolean;
}

/** The text of an article, each paragraph as its kind asks for. */
export function ArticleBody({ article, marks, compact = false }: ArticleBodyProps) {
  if (article.body.length === 0) {
    return <p className="text-soft">The export shows the headline of this item only.</p>;
  }
  return (
    <div className={clsx('prose-column space-y-[0.9em]', compact && 'text-[1rem]')}>
      {blocksOf(article.body).map((block, at, blocks) => (
        <Block key={block.first} kind={block.kind} titled={blocks[at - 1]?.kind === 'heading'}>
          {block.paragraphs.map((paragraph, offset) => {
            const path = `body.${block.first + offset}.text`;
            return (
              <Line key={path} kind={block.kind}>
                <AnnotatedText
                  path={path}
                  text={paragraph.text}
                  marks={marks}
                  diagnostics={article.diagnostics}
                />
              </Line>
            );
          })}
        </Block>
      ))}
    </div>
  );
}

type Kind = Paragraph['kind'];

interface BlockProps {
  kind: Kind;
  /** Whether the text has a title of its own for it. */
  titled: boolean;
  children: ReactNode;
}

/** What stands around a run of paragraphs of one kind. */
function Block({ kind, titled, children }: BlockProps) {
  if (kind === 'list')
    return (
      <ul dir="auto" className="list-disc space-y-1.5 ps-5 marker:text-faint">
        {children}
      </ul>
    );
  if (kind === 'related') {
    return (
      <aside
        className={clsx('font-sans text-base', !titled && 'mt-8 border-ink border-t pt-3')}
        aria-label="Related coverage"
      >
        {titled ? null : (
          <p className="label mb-2" lang="en">
            Related coverage
          </p>
        )}
        <ul className="space-y-1.5">{children}</ul>
      </aside>
    );
  }
  if (kind === 'contact')
    return (
      <footer className="border-hairline border-t pt-3 text-[0.9em] text-soft italic">{children}</footer>
    );
  if (kind === 'correction') {
    return (
      <aside className="border-damage border-s-2 py-0.5 ps-4 text-[0.95em]" aria-label="Correction">
        <p className="label mb-1 font-sans" lang="en">
          Correction
        </p>
        {children}
      </aside>
    );
  }
  return children;
}

function Line({ kind, children }: { kind: Kind; children: ReactNode }) {
  switch (kind) {
    case 'heading':
      return (
        <h2 dir="auto" className="headline pt-3 text-xl">
          {children}
        </h2>
      );
    case 'list':
      return <li dir="auto">{children}</li>;
    case 'related':
      return (
        <li dir="auto" className="border-hairline border-b pb-1.5">
          {children}
        </li>
      );
    case 'table':
      return (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling table must be reachable by keyboard
        <pre tabIndex={0} className="overflow-x-auto bg-sunken p-3 font-mono text-sm leading-normal">
          {children}
        </pre>
      );
    case 'caption':
      return (
        <p dir="auto" className="border-hairline border-s ps-4 font-sans text-soft text-sm">
          {children}
        </p>
      );
    case 'note':
      return (
        <p dir="auto" className="font-sans text-soft text-sm">
          {children}
        </p>
      );
    default:
      return (
        <p dir="auto" className="whitespace-pre-line text-pretty">
          {children}
        </p>
      );
  }
}
