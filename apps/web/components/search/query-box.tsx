'use client';
import type { QueryProblem } from '@pressmark/core/query';
import { Search, X } from 'lucide-react';
import { type FormEvent, useRef, useState } from 'react';
import { useShortcuts } from '@/components/shell/shortcut-context.ts';
import { IconButton } from '@/components/ui/button.tsx';
import type { Page } from '@/data/types.ts';
import type { SearchAddress } from './address.ts';
import { settled } from './date-order.ts';
import { ExplainDialog } from './explain-dialog.tsx';
import { QueryInput } from './query-input.tsx';
import { QueryNotes } from './query-notes.tsx';
import { QueryPills } from './query-pills.tsx';
import { useExplained } from './use-explained.ts';
import type { ChangeSearch } from './use-search.ts';

interface QueryBoxProps {
  search: SearchAddress;
  change: ChangeSearch;
  problems: QueryProblem[];
  page: Page | undefined;
}

/** The one box: what is typed, the place where it is wrong, and how it was read. */
export function QueryBox({ search, change, problems, page }: QueryBoxProps) {
  const [text, setText] = useState(search.q);
  const box = useRef<HTMLInputElement>(null);
  useShortcuts({ '/': () => box.current?.select() });
  const asked = text === search.q;
  const wrong = asked && problems.length > 0;
  const explained = useExplained(search, problems.length === 0);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const q = settled(text.trim());
    setText(q);
    change({ q: q || null } as Partial<SearchAddress>);
  };
  return (
    <search>
      <form
        onSubmit={submit}
        className={`relative flex items-center gap-3 border-b-2 pb-1.5 ${wrong ? 'border-error' : 'border-ink focus-within:border-accent'}`}
      >
        <Search size={18} className="shrink-0 text-faint" aria-hidden="true" />
        <QueryInput label="Query" ref={box} text={text} onText={setText} problems={wrong ? problems : []} />
        {text ? (
          <IconButton label="Clear the query" onClick={() => change({ q: '' })} className="size-8">
            <X size={16} />
          </IconButton>
        ) : (
          <kbd className="hidden sm:block">/</kbd>
        )}
        <button
          type="submit"
          className="h-8 rounded bg-accent px-3 font-medium text-accent-ink text-sm hover:opacity-90"
        >
          Search
        </button>
      </form>
      <QueryNotes
        problems={wrong ? problems : []}
        page={asked ? page : undefined}
        notes={asked ? (explained?.notes ?? page?.notes ?? []) : []}
        q={search.q}
        change={change}
      />
      {search.q === '' || problems.length > 0 ? null : (
        <QueryPills search={search} change={change} explained={explained} />
      )}
      <ExplainDialog search={search} change={change} />
    </search>
  );
}
