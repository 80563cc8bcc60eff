import type { Span } from '../diagnostic.ts';
import type { Dialect, QueryProblem } from './query.ts';

/** What stops a query, before it is known which of the proposed texts would run. */
export interface Trouble {
  message: string;
  span: Span;
  expected?: string;
  /** Whole queries that may mend it, best first; the first that parses is offered. */
  mends?: string[];
  /** The language in which the whole query may have been meant. */
  dialect?: Dialect | undefined;
}

/** Makes a problem of a query: line and column count from 1, columns in UTF-16 code units. */
export function problemAt(
  source: string,
  { message, span, expected, mend }: Omit<Trouble, 'mends' | 'dialect'> & { mend?: string | undefined },
): QueryProblem {
  const before = source.slice(0, span.start).split('\n');
  return {
    message,
    span,
    line: before.length,
    column: (before.at(-1) ?? '').length + 1,
    ...(expected === undefined ? {} : { expected }),
    ...(mend === undefined ? {} : { mend }),
  };
}

/** The text with other words in the place of a span, or without it where they are empty. */
export function replaceSpan(source: string, span: Span, replacement: string): string {
  if (replacement !== '') return source.slice(0, span.start) + replacement + source.slice(span.end);
  const before = source.slice(0, span.start).trimEnd();
  const after = source.slice(span.end).trimStart();
  const gap = before === '' || before.endsWith('(') || after === '' || after.startsWith(')') ? '' : ' ';
  return before + gap + after;
}
