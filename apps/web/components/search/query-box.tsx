'use client';
import type { QueryProblem } from '@pressmark/core/query';
import { Search, X } from 'lucide-react';
import { type FormEvent, useRef, useState } from 'react';
import { useShortcuts } from '@/components/shell/shortcut-context.ts';
import { segmentText } from '@/components/text/segments.ts';
import { IconButton } from '@/components/ui/button.tsx';
import type { Page } from '@/data/types.ts';
import type { SearchAddress } from './address.ts';
import { QueryNotes } from './query-notes.tsx';
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
  const submit = (event: FormEvent) => {
    event.preventDefault();
    change({ q: text.trim() || null } as Partial<SearchAddress>);
  };
  return (
    <search>
      <form
        onSubmit={submit}
        className={`flex items-center gap-3 border-b-2 pb-1.5 ${wrong ? 'border-error' : 'border-ink focus-within:border-accent'}`}
      >
        <Search size={18} className="shrink-0 text-faint" aria-hidden="true" />
        <MarkedInput ref={box} text={text} onText={setText} problems={wrong ? problems : []} />
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
        q={search.q}
        change={change}
      />
    </search>
  );
}

interface MarkedInputProps {
  ref: React.RefObject<HTMLInputElement | null>;
  text: string;
  onText(text: string): void;
  problems: QueryProblem[];
}

const typed = 'font-mono text-base whitespace-pre py-1.5';

/** An input with a wave under the places that are wrong, drawn behind it in the same letters. */
function MarkedInput({ ref, text, onText, problems }: MarkedInputProps) {
  const behind = useRef<HTMLDivElement>(null);
  // A problem at the end of the text has no letter of its own to stand under.
  const places = problems.map(({ span }) => ({ start: span.start, end: Math.max(span.end, span.start + 1) }));
  const drawn = places.length > 0 ? segmentText(`${text} `, places) : [];
  return (
    <div className="relative min-w-0 flex-1">
      <div
        ref={behind}
        aria-hidden="true"
        className={`pointer-events-none absolute inset-0 overflow-hidden text-transparent ${typed}`}
      >
        {drawn.map((segment, index) => (
          <span
            key={index}
            className={
              segment.mark === undefined ? '' : 'rounded-xs bg-error-soft shadow-[0_2px_0_var(--error)]'
            }
          >
            {segment.text}
          </span>
        ))}
      </div>
      <input
        ref={ref}
        aria-label="Query"
        aria-invalid={problems.length > 0}
        aria-describedby={problems.length > 0 ? 'query-problem' : undefined}
        value={text}
        onChange={(event) => onText(event.target.value)}
        onScroll={(event) => behind.current?.scrollTo(event.currentTarget.scrollLeft, 0)}
        onKeyDown={(event) => event.key === 'Escape' && event.currentTarget.blur()}
        placeholder="Words, “phrases”, and, or, not, hd=, by=, date from … to …"
        spellCheck={false}
        autoComplete="off"
        autoCapitalize="off"
        enterKeyHint="search"
        className={`relative w-full bg-transparent outline-none placeholder:font-sans placeholder:text-faint ${typed}`}
      />
    </div>
  );
}
