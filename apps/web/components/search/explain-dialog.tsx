'use client';
import Link from 'next/link';
import { type FormEvent, useRef } from 'react';
import { Button } from '@/components/ui/button.tsx';
import { Dialog } from '@/components/ui/dialog.tsx';
import { reasonOf } from '@/data/reason.ts';
import type { ArticleVerdict } from '@/data/types.ts';
import type { SearchAddress } from './address.ts';
import { ClauseTree } from './clause-tree.tsx';
import { dimensionTitles, valueLabel } from './labels.ts';
import { narrowedTo } from './narrowed.ts';
import { useTree } from './use-explained.ts';
import type { ChangeSearch } from './use-search.ts';

interface ExplainDialogProps {
  search: SearchAddress;
  change: ChangeSearch;
}

/** How the query is read, clause by clause, and why one article is among the results, or is not. */
export function ExplainDialog({ search, change }: ExplainDialogProps) {
  return (
    <Dialog
      open={search.why !== null}
      onOpenChange={(open) => (open ? undefined : change({ why: null }))}
      title={search.why ? 'Why this article?' : 'What the query asks for'}
      wide
    >
      {search.why === null ? null : <Explanation search={search} change={change} article={search.why} />}
    </Dialog>
  );
}

function Explanation({ search, change, article }: ExplainDialogProps & { article: string }) {
  const { data, error } = useTree(search, search.q, article || undefined);
  const narrowed = narrowedTo(search);
  return (
    <div className="space-y-5">
      {error ? (
        <p role="alert" className="text-error text-sm">
          {reasonOf(error)}
        </p>
      ) : null}
      {data?.article ? <Verdict verdict={data.article} /> : null}
      {data?.tree ? <ClauseTree clause={data.tree} /> : null}
      {data || error ? null : <div aria-hidden="true" className="skeleton h-16 w-full" />}
      <p className="text-faint text-xs">
        The number behind each clause is the articles it finds by itself
        {narrowed && `, ${narrowed}`}.
      </p>
      <AskWhy key={article} article={article} change={change} />
    </div>
  );
}

function AskWhy({ article, change }: { article: string; change: ChangeSearch }) {
  const box = useRef<HTMLInputElement>(null);
  const ask = (event: FormEvent) => {
    event.preventDefault();
    change({ why: box.current?.value.trim() ?? '' });
  };
  return (
    <form onSubmit={ask} className="border-hairline border-t pt-4">
      <label htmlFor="why-article" className="text-soft text-sm">
        Why is an article here, or not? Its accession number or id:
      </label>
      <div className="mt-2 flex gap-2">
        <input
          ref={box}
          id="why-article"
          defaultValue={article}
          spellCheck={false}
          autoComplete="off"
          className="h-9 w-full min-w-0 rounded border border-rule bg-transparent px-2.5 font-mono text-sm outline-none focus:border-accent"
        />
        <Button type="submit">Ask</Button>
      </div>
    </form>
  );
}

function Verdict({ verdict }: { verdict: ArticleVerdict }) {
  const { id, headline, found, holds, withdrawn, selection } = verdict;
  return (
    <div className="space-y-2 rounded-md bg-sunken p-4 text-sm">
      <p className="headline text-lg">
        <Link href={`/articles/${encodeURIComponent(id)}`} prefetch={false} className="hover:text-accent">
          {headline || 'Without a headline'}
        </Link>
      </p>
      <p className={found ? 'font-medium text-accent' : 'font-medium text-error'}>
        {found ? 'It is among the results.' : 'It is not among the results.'}
      </p>
      {withdrawn ? <p>The vendor took it back: no search finds it.</p> : null}
      {!found && holds && !withdrawn ? <p>It meets the query; a filter leaves it out.</p> : null}
      {selection.length > 0 ? (
        <ul className="space-y-0.5">
          {selection.map((choice) => (
            <li key={`${choice.by} ${choice.excluded}`} className={choice.holds ? '' : 'text-error'}>
              {choiceWords(choice)}
            </li>
          ))}
        </ul>
      ) : null}
    </div>
  );
}

function choiceWords({ by, excluded, values, holds }: ArticleVerdict['selection'][number]): string {
  if (by === 'sample') return holds ? 'It was drawn into the sample.' : 'It was not drawn into the sample.';
  const [from, to] = values;
  const named =
    by === 'dates'
      ? `dates ${from || '…'} to ${to || '…'}`
      : `${dimensionTitles[by]}: ${values.map((value) => valueLabel(by, value)).join(', ')}`;
  return `${excluded ? 'Excluded' : 'Chosen'} ${named} – ${holds ? 'fits' : 'does not fit'}`;
}
