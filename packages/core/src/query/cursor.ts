import type { Span } from '../diagnostic.ts';
import type { DateReading } from './dates.ts';
import type { Lexeme } from './lex.ts';
import type { Trouble } from './problem.ts';
import type { Dialect, QueryProblem } from './query.ts';

/** Where the parser stands in a query. */
export interface Cursor {
  source: string;
  lexemes: Lexeme[];
  at: number;
  /** Brackets open. */
  depth: number;
  insideField: boolean;
  dates: DateReading;
  dialect: Dialect;
  notes: QueryProblem[];
  /** The first trouble met; the parser stops there. */
  trouble?: Trouble;
}

/** The lexeme at the cursor; behind the last one it is `end`. */
export function peek({ lexemes, at }: Cursor): Lexeme {
  return lexemes[at] ?? (lexemes.at(-1) as Lexeme);
}

/** Steps over the lexeme if it is of this kind. */
export function accept(cursor: Cursor, kind: Lexeme['kind']): boolean {
  if (peek(cursor).kind !== kind) return false;
  cursor.at++;
  return true;
}

/** From a place to the end of what has been read. */
export function spanFrom({ lexemes, at }: Cursor, start: number): Span {
  return { start, end: lexemes[at - 1]?.span.end ?? start };
}

/** The text of a lexeme. */
export function typed({ source }: Cursor, { span }: Lexeme): string {
  return source.slice(span.start, span.end).trim();
}

/** Notes the trouble and answers null, which every level of the parser hands up. */
export function fail(cursor: Cursor, trouble: Trouble): null {
  cursor.trouble ??= trouble;
  return null;
}
