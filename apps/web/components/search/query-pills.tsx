'use client';
import { clausesOf, localDay, parseQuery, printQuery } from '@pressmark/core/query';
import clsx from 'clsx';
import { ListTree, X } from 'lucide-react';
import { Popover } from 'radix-ui';
import { useState } from 'react';
import type { Explained } from '@/data/types.ts';
import { formatCount, formatNumber } from '@/format/numbers.ts';
import type { SearchAddress } from './address.ts';
import { ClauseTree } from './clause-tree.tsx';
import { narrowedTo } from './narrowed.ts';
import { useTree } from './use-explained.ts';
import type { ChangeSearch } from './use-search.ts';

interface QueryPillsProps {
  search: SearchAddress;
  change: ChangeSearch;
  explained: Explained | undefined;
}

/** Pills shown before "show all". */
const few = 12;

/** What the query asks for, part by part, each with its hits and a way to take it out. */
export function QueryPills({ search, change, explained }: QueryPillsProps) {
  const [isWhole, setWhole] = useState(false);
  const parts = partsOf(search.q);
  const shown = isWhole ? parts : parts.slice(0, few);
  return (
    <div className="mt-3 flex flex-wrap items-center gap-x-1.5 gap-y-2 text-sm">
      {parts.length > 0 ? (
        <ul aria-label="Parts of the query" className="contents">
          {shown.map(({ role, text, rest }, index) => (
            <li key={`${index} ${text}`} className="flex max-w-full items-center gap-1.5">
              {role === 'not' || index > 0 ? <span className="text-faint text-xs">{role}</span> : null}
              <Pill
                search={search}
                text={text}
                total={explained?.clauses[index]?.total}
                onRemove={rest === null ? undefined : () => change({ q: rest })}
              />
            </li>
          ))}
        </ul>
      ) : null}
      {parts.length > few && !isWhole ? (
        <button type="button" className="link px-1 text-xs" onClick={() => setWhole(true)}>
          Show all {formatNumber(parts.length)}
        </button>
      ) : null}
      <button
        type="button"
        onClick={() => change({ why: '' })}
        className="flex items-center gap-1.5 rounded px-1.5 py-1 text-faint text-xs hover:bg-sunken hover:text-ink"
      >
        <ListTree size={13} aria-hidden="true" />
        Explain
      </button>
    </div>
  );
}

interface Part {
  role: 'and' | 'or' | 'not';
  /** As it was typed. */
  text: string;
  /** The query without it, null where it cannot be taken out. */
  rest: string | null;
}

function partsOf(q: string): Part[] {
  const parsed = parseQuery(q, { today: localDay() });
  if (!parsed.ok) return [];
  const clauses = clausesOf(parsed.query);
  return clauses.map(({ role, query, rest }) => ({
    role,
    text: query.type === 'all' ? '' : q.slice(query.span.start, query.span.end),
    // Without the only part nothing is asked for.
    rest: rest && clauses.length > 1 ? printQuery(rest) : null,
  }));
}

/** What the number of a part says. */
function aloneIn(search: SearchAddress): string {
  return ['By itself', narrowedTo(search)].filter(Boolean).join(', ');
}

interface PillProps {
  search: SearchAddress;
  text: string;
  /** Undefined until it is counted, null where it is not. */
  total: number | null | undefined;
  onRemove: (() => void) | undefined;
}

function Pill({ search, text, total, onRemove }: PillProps) {
  const [open, setOpen] = useState(false);
  const isCounted = total !== undefined && total !== null;
  const alone = isCounted ? `\n${aloneIn(search)}: ${formatCount(total, 'article')}` : '';
  return (
    <span className="flex min-w-0 items-center rounded-full border border-hairline bg-raised">
      <Popover.Root open={open} onOpenChange={setOpen}>
        <Popover.Trigger
          title={`${text}${alone}`}
          className={clsx(
            'flex min-w-0 items-baseline gap-2 rounded-full py-1 pl-3 hover:text-accent',
            onRemove ? 'pr-2' : 'pr-3',
          )}
        >
          <span className="max-w-72 truncate font-mono text-xs">{text}</span>
          <span className={`text-xs tabular-nums ${total === 0 ? 'font-medium text-damage' : 'text-faint'}`}>
            {total === undefined ? '…' : total === null ? '?' : formatNumber(total)}
            <span className="sr-only"> {total === 1 ? 'article' : 'articles'}; show what it asks for</span>
          </span>
        </Popover.Trigger>
        <Popover.Portal>
          <Popover.Content
            aria-label={text}
            align="start"
            sideOffset={6}
            collisionPadding={12}
            className="z-50 max-h-96 w-[30rem] max-w-[calc(100vw-1.5rem)] overflow-y-auto rounded-md border border-hairline bg-raised p-4 shadow-lg shadow-shade/10"
          >
            <Part search={search} text={text} />
          </Popover.Content>
        </Popover.Portal>
      </Popover.Root>
      {onRemove ? (
        <button
          type="button"
          onClick={onRemove}
          aria-label={`Remove ${text}`}
          className="rounded-full p-1.5 text-faint hover:bg-accent-soft hover:text-accent"
        >
          <X size={12} aria-hidden="true" />
        </button>
      ) : null}
    </span>
  );
}

function Part({ search, text }: { search: SearchAddress; text: string }) {
  const { data } = useTree(search, text, undefined);
  if (!data?.tree) return <div aria-hidden="true" className="skeleton h-4 w-2/3" />;
  return (
    <>
      <p className="mb-3 text-faint text-xs">
        {data.total === null ? data.limit : `${aloneIn(search)}: ${formatCount(data.total, 'article')}`}
      </p>
      <ClauseTree clause={data.tree} />
    </>
  );
}
