'use client';
import { ArrowLeft, Check, Link2, Quote, Rows3 } from 'lucide-react';
import Link from 'next/link';
import { useCited } from '@/components/cite/cite-dialog.tsx';
import { tool } from '@/components/ui/tool.ts';
import { useCopied } from '@/components/ui/use-copied.ts';
import type { Stored } from '@/data/types.ts';
import { formatMoment } from '@/format/dates.ts';
import { ResultSteps } from './result-steps.tsx';
import { useWayBack } from './use-way-back.ts';

interface ArticleToolsProps {
  stored: Stored;
  raw: boolean;
  onRaw(raw: boolean): void;
  version: number | undefined;
}

/** Back to the results, the raw fields, a reference, a link to keep. */
export function ArticleTools({ stored, raw, onRaw, version }: ArticleToolsProps) {
  const [, cite] = useCited();
  const back = useWayBack();
  return (
    <>
      <div className="-mx-2 flex flex-wrap items-center gap-1 print:hidden">
        <Link href={back.href} onNavigate={back.onNavigate} prefetch={false} className={tool}>
          <ArrowLeft size={15} aria-hidden="true" />
          {back.href === '/search' ? 'Search' : 'Back to the results'}
        </Link>
        <div className="mr-auto">
          <ResultSteps id={stored.article.id} />
        </div>
        <button type="button" aria-pressed={raw} onClick={() => onRaw(!raw)} className={tool}>
          <Rows3 size={15} aria-hidden="true" />
          Raw fields
        </button>
        {version === undefined ? (
          <button type="button" onClick={() => void cite('apa')} className={tool}>
            <Quote size={15} aria-hidden="true" />
            Cite
          </button>
        ) : null}
        <CopyLink id={stored.article.id} />
      </div>
      {version === undefined ? null : <VersionNote stored={stored} version={version} />}
    </>
  );
}

function CopyLink({ id }: { id: string }) {
  const [copied, copy] = useCopied();
  const copyLink = () => void copy(`${location.origin}/articles/${encodeURIComponent(id)}`);
  return (
    <button type="button" onClick={copyLink} className={tool}>
      {copied ? <Check size={15} aria-hidden="true" /> : <Link2 size={15} aria-hidden="true" />}
      <span aria-live="polite">{copied ? 'Copied' : 'Copy link'}</span>
    </button>
  );
}

function VersionNote({ stored, version }: { stored: Stored; version: number }) {
  const replaced = stored.versions.find((entry) => entry.version === version)?.replacedAt;
  return (
    <p className="mt-3 border-damage border-l-2 py-1 pl-4 text-sm">
      This is version {version} of the article
      {replaced ? (
        <>
          , replaced on <time suppressHydrationWarning>{formatMoment(replaced)}</time>
        </>
      ) : null}
      .{' '}
      <Link href={`/articles/${encodeURIComponent(stored.article.id)}`} className="link">
        Show the newest
      </Link>
    </p>
  );
}
