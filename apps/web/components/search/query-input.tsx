'use client';
import type { QueryProblem } from '@pressmark/core/query';
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import { segmentText } from '@/components/text/segments.ts';
import { type Completions, complete, type Option, useCompletions } from './completions.ts';
import { OptionList } from './option-list.tsx';

interface QueryInputProps {
  ref: React.RefObject<HTMLInputElement | null>;
  label: string;
  text: string;
  onText(text: string): void;
  problems: QueryProblem[];
}

const typed = 'font-mono text-base whitespace-pre py-1.5';
const closed = { isOpen: false, isAskedFor: false, active: -1 };

/** The list under the box: whether it is open, and which option the arrow keys have reached. */
function useOptionList(text: string, onText: (text: string) => void, box: QueryInputProps['ref']) {
  const [caret, setCaret] = useState(text.length);
  const [list, setList] = useState(closed);
  const pending = useRef<number | null>(null);
  const completions = useCompletions({ text, caret, isOpen: list.isOpen, isAskedFor: list.isAskedFor });
  const options = completions?.options ?? [];
  // The caret can be set when the input has the new text.
  useEffect(() => {
    if (pending.current === null) return;
    box.current?.setSelectionRange(pending.current, pending.current);
    pending.current = null;
  });
  const choose = (option: Option) => {
    if (!completions) return;
    const done = complete(text, completions.completing, option);
    onText(done.text);
    setCaret(done.caret);
    pending.current = done.caret;
    // After a field its values are offered, after a value nothing more.
    setList({ ...closed, isOpen: option.insert.endsWith('=') });
    box.current?.focus();
  };
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined && options.length > 0) {
      event.preventDefault();
      const reached = list.active + step;
      setList({
        ...list,
        active: reached >= options.length ? -1 : reached < -1 ? options.length - 1 : reached,
      });
    } else if (event.key === 'ArrowDown') {
      event.preventDefault();
      setCaret(event.currentTarget.selectionStart ?? text.length);
      setList({ isOpen: true, isAskedFor: true, active: -1 });
    } else if (event.key === 'Enter' && options[list.active]) {
      event.preventDefault();
      choose(options[list.active] as Option);
    } else if (event.key === 'Escape') {
      if (options.length === 0) event.currentTarget.blur();
      else event.stopPropagation();
      setList(closed);
    }
  };
  return {
    completions: options.length > 0 ? (completions as Completions) : null,
    active: list.active,
    choose,
    onKeyDown,
    onType(typedText: string, place: number | null) {
      setCaret(place ?? typedText.length);
      setList({ ...closed, isOpen: true });
      onText(typedText);
    },
    close: () => setList(closed),
  };
}

/** The input of a query: what is wrong is marked in it, and what can be completed is listed under it. */
export function QueryInput({ ref, label, text, onText, problems }: QueryInputProps) {
  const behind = useRef<HTMLDivElement>(null);
  const id = useId();
  const list = useOptionList(text, onText, ref);
  const isOpen = list.completions !== null;
  return (
    // Where the box is narrow its list is as wide as all that stands beside it.
    <div className="min-w-0 flex-1 sm:relative">
      <div className="relative">
        <Waves ref={behind} text={text} problems={problems} />
        <input
          ref={ref}
          role="combobox"
          aria-label={label}
          aria-autocomplete="list"
          aria-expanded={isOpen}
          aria-controls={isOpen ? id : undefined}
          aria-activedescendant={isOpen && list.active >= 0 ? `${id}-${list.active}` : undefined}
          aria-invalid={problems.length > 0}
          aria-describedby={problems.length > 0 ? 'query-problem' : undefined}
          value={text}
          onChange={(event) => list.onType(event.target.value, event.target.selectionStart)}
          onScroll={(event) => behind.current?.scrollTo(event.currentTarget.scrollLeft, 0)}
          onKeyDown={list.onKeyDown}
          onBlur={list.close}
          placeholder="Words, “phrases”, and, or, not, hd=, by=, date from … to …"
          spellCheck={false}
          autoComplete="off"
          autoCapitalize="off"
          enterKeyHint="search"
          className={`relative w-full bg-transparent outline-none placeholder:font-sans placeholder:text-faint ${typed}`}
        />
      </div>
      {list.completions ? (
        <OptionList
          id={id}
          options={list.completions.options}
          active={list.active}
          start={list.completions.completing.span.start}
          onChoose={list.choose}
        />
      ) : null}
    </div>
  );
}

interface WavesProps {
  ref: React.RefObject<HTMLDivElement | null>;
  text: string;
  problems: QueryProblem[];
}

/** A line under the places that are wrong, drawn behind the input in the same letters. */
function Waves({ ref, text, problems }: WavesProps) {
  // A problem at the end of the text has no letter of its own to stand under.
  const places = problems.map(({ span }) => ({ start: span.start, end: Math.max(span.end, span.start + 1) }));
  const drawn = places.length > 0 ? segmentText(`${text} `, places) : [];
  return (
    <div
      ref={ref}
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
  );
}
