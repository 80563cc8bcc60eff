import { type Completing, completionsAt } from '@pressmark/core/query';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useApi } from '@/data/api.ts';

/** One line of the list under the box. */
export interface Option {
  /** What takes the place of what is typed of it. */
  insert: string;
  note: string;
  /** Articles that have it, of values. */
  count: number | null;
}

/** What can be completed at the caret, and the ways to. */
export interface Completions {
  completing: Completing;
  options: Option[];
}

/** Typing pauses this long, in milliseconds, before the archive is asked. */
const pause = 150;
/** Letters from which on names of fields and operators are offered unasked. */
const fewest = 2;
const mostOptions = 10;

function usePaused<T>(value: T): T {
  const [paused, setPaused] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setPaused(value), pause);
    return () => clearTimeout(timer);
  }, [value]);
  return paused;
}

/** What the box offers at the caret: fields and operators at once, values of a field as the archive has them. */
export function useCompletions({
  text,
  caret,
  isOpen,
  isAskedFor,
}: {
  text: string;
  caret: number;
  isOpen: boolean;
  /** Whether everything is wanted, not only what is begun. */
  isAskedFor: boolean;
}): Completions | null {
  const api = useApi();
  const completing = isOpen ? completionsAt(text, caret) : null;
  const field = completing?.field;
  const paused = usePaused(`${field ?? ''}=${completing?.prefix ?? ''}`);
  const values = useQuery(
    api.articles.suggest.queryOptions(
      { field: field ?? 'sc', text: (completing?.prefix ?? '').slice(0, 200), limit: mostOptions },
      {
        enabled: field !== undefined && paused === `${field}=${completing?.prefix}`,
        placeholderData: keepPreviousData,
      },
    ),
  );
  if (!completing) return null;
  if (field === undefined) {
    const isBegun = isAskedFor || completing.prefix.length >= fewest;
    const options = isBegun ? completing.completions.map((one) => ({ ...one, count: null })) : [];
    return { completing, options };
  }
  const known = values.isPlaceholderData ? valuesStill(values.data, completing.prefix) : values.data;
  const options = (known ?? []).map(({ insert, label, count }) => {
    return { insert, note: label === insert.replaceAll('"', '') ? '' : label, count };
  });
  return { completing, options };
}

/** While the answer is under way, those of the last one that still fit. */
function valuesStill<Value extends { insert: string; label: string }>(
  values: Value[] | undefined,
  prefix: string,
) {
  const typed = prefix.toLowerCase();
  return values?.filter(({ insert, label }) => `${insert} ${label}`.toLowerCase().includes(typed));
}

/** The text with a completion in its place, and where the caret stands then. */
export function complete(
  text: string,
  { span, field }: Completing,
  { insert }: Option,
): { text: string; caret: number } {
  // A quote that closes what is being typed is part of what is put in.
  const end = insert.endsWith('"') && text.charAt(span.end) === '"' ? span.end + 1 : span.end;
  const after = text.slice(end);
  const gap = field !== undefined && !/^[\s)]/.test(after) ? ' ' : '';
  const before = text.slice(0, span.start) + insert + gap;
  return { text: before + after, caret: before.length };
}
