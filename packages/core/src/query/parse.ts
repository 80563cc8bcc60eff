import type { Span } from '../diagnostic.ts';
import { listTrouble } from './code-list.ts';
import { accept, type Cursor, fail, peek, spanFrom } from './cursor.ts';
import { parseDate } from './date-clause.ts';
import type { DateReading } from './dates.ts';
import { hasTrouble } from './has-value.ts';
import { lex, quotesIn } from './lex.ts';
import { markMisspelt } from './misspelt.ts';
import { parseNear } from './near-clause.ts';
import { readNexis } from './nexis.ts';
import { printQuery } from './print.ts';
import { problemAt, replaceSpan, type Trouble } from './problem.ts';
import {
  type Dialect,
  isPlaces,
  limits,
  type ParsedQuery,
  type Query,
  type QueryField,
  type QueryProblem,
} from './query.ts';
import { checkNumber, fieldsApart, lexicalTrouble, misplaced, missingOperand } from './trouble.ts';
import { parseWordCount } from './word-count-clause.ts';

/** How dates in the text of a query are read: `dateOrder` for 05/06/2020, `today` (ISO) for dates counted back; and its language. */
export interface ParseOptions extends DateReading {
  /** `factiva` by default. */
  dialect?: Dialect | undefined;
}

// Deep enough for any query written by hand or by program, and far from the limit of the stack.
const deepest = 100;

function parseGroup(cursor: Cursor): Query | null {
  const { span } = peek(cursor);
  cursor.at++;
  cursor.depth++;
  if (cursor.depth > deepest) {
    return fail(cursor, { message: `More than ${deepest} brackets stand inside each other.`, span });
  }
  const query = parseOr(cursor);
  if (!query) return null;
  if (!accept(cursor, 'close')) {
    if (peek(cursor).kind !== 'end') return failMisplaced(cursor);
    const mends = [cursor.source.trimEnd() + ')'.repeat(cursor.depth)];
    return fail(cursor, {
      message: 'This bracket is not closed.',
      span,
      expected: 'a closing bracket',
      mends,
    });
  }
  cursor.depth--;
  return query;
}

/** What is to be looked for in the value of a field, beside what holds of all. */
const valueTroubles: Partial<Record<QueryField, typeof hasTrouble>> = {
  has: hasTrouble,
  sc: listTrouble,
  an: listTrouble,
};

/** A field and its value: words, phrases and what is near what, or a group in brackets. */
function parseField(cursor: Cursor, field: QueryField): Query | null {
  const { span } = peek(cursor);
  if (cursor.insideField) {
    const message = 'A field cannot stand inside the brackets of another.';
    const expected = 'each field with a value of its own: hd=a or td=b';
    return fail(cursor, { message, span, expected, mends: fieldsApart(cursor) });
  }
  const place = cursor.at++;
  const value = peek(cursor).kind;
  if (value !== 'open' && value !== 'word' && value !== 'quoted' && value !== 'atleast') {
    const expected = 'a word, a phrase or a group in brackets';
    return fail(cursor, { message: `The value of ${field}= is missing.`, span, expected });
  }
  cursor.insideField = true;
  const of = value === 'atleast' ? parseAtLeast(cursor) : parseNear(cursor, parseGroup);
  cursor.insideField = false;
  const trouble = of ? valueTroubles[field]?.(cursor, place, of) : undefined;
  if (trouble) return fail(cursor, trouble);
  return of && { type: 'field', field, of, span: spanFrom(cursor, span.start) };
}

/** `atleast3 a`: everything measured that follows. */
function parseAtLeast(cursor: Cursor): Query | null {
  const sign = peek(cursor);
  if (sign.kind !== 'atleast') return null;
  const trouble = checkNumber(cursor, { name: 'atleast', number: sign.times, most: limits.atleast });
  if (trouble) return fail(cursor, trouble);
  cursor.at++;
  const { kind, span } = peek(cursor);
  if (kind === 'field') {
    const expected = 'the field first, then atleast: hd=(atleast2 steel)';
    return fail(cursor, { message: 'A field cannot stand after atleast.', span, expected });
  }
  if (kind !== 'word' && kind !== 'quoted' && kind !== 'open') return fail(cursor, missingOperand(cursor));
  const of = parseNear(cursor, parseGroup);
  if (!of) return null;
  if (!isPlaces(of)) {
    const message =
      'atleast counts words, phrases and groups joined by or; “and” and “not” cannot be counted.';
    const mends = [replaceSpan(cursor.source, sign.span, '')];
    return fail(cursor, { message, span: of.type === 'all' ? span : of.span, mends });
  }
  return { type: 'atleast', times: sign.times, of, span: spanFrom(cursor, sign.span.start) };
}

function parseOperand(cursor: Cursor): Query | null {
  const lexeme = peek(cursor);
  switch (lexeme.kind) {
    case 'word':
    case 'quoted':
    case 'open':
      return parseNear(cursor, parseGroup);
    case 'atleast':
      return parseAtLeast(cursor);
    case 'field':
      return parseField(cursor, lexeme.field);
    case 'date':
      return parseDate(cursor);
    case 'words':
      return parseWordCount(cursor);
    default:
      return fail(cursor, missingOperand(cursor));
  }
}

function join(type: 'and' | 'or', of: Query[], span: Span): Query {
  const [only] = of;
  return of.length === 1 && only ? only : { type, of, span };
}

/** `a not b`, `a not b not c`. */
function parseNot(cursor: Cursor): Query | null {
  const { start } = peek(cursor).span;
  const include = parseOperand(cursor);
  if (!include) return null;
  const excludes: Query[] = [];
  while (accept(cursor, 'not')) {
    const exclude = parseOperand(cursor);
    if (!exclude) return null;
    excludes.push(exclude);
  }
  const span = spanFrom(cursor, start);
  return excludes.length === 0
    ? include
    : { type: 'not', include, exclude: join('or', excludes, span), span };
}

/** `a and b`, `a and not b`: what `and not` excludes, it excludes from all that is joined by this `and`. */
function parseAnd(cursor: Cursor): Query | null {
  const { start } = peek(cursor).span;
  const includes: Query[] = [];
  const excludes: Query[] = [];
  do {
    const isExcluded = includes.length > 0 && accept(cursor, 'not');
    const part = isExcluded ? parseOperand(cursor) : parseNot(cursor);
    if (!part) return null;
    (isExcluded ? excludes : includes).push(part);
  } while (accept(cursor, 'and') || (excludes.length > 0 && peek(cursor).kind === 'not'));
  const span = spanFrom(cursor, start);
  const include = join('and', includes, span);
  return excludes.length === 0
    ? include
    : { type: 'not', include, exclude: join('or', excludes, span), span };
}

function parseOr(cursor: Cursor): Query | null {
  const { start } = peek(cursor).span;
  const of: Query[] = [];
  do {
    const part = parseAnd(cursor);
    if (!part) return null;
    of.push(part);
  } while (accept(cursor, 'or'));
  return join('or', of, spanFrom(cursor, start));
}

/** Something stands where an operator should; a `date` there may also be meant as a word. */
function failMisplaced(cursor: Cursor): null {
  const { at } = cursor;
  if (peek(cursor).kind === 'date' && !parseDate(cursor)) return null;
  cursor.at = at;
  return fail(cursor, misplaced(cursor));
}

/** A text of white space asks for every article; one of single quotes, which are white space too, for nothing known. */
function parseNothing(cursor: Cursor): Query | null {
  const span = quotesIn(cursor.source);
  if (!span) return { type: 'all' };
  return fail(cursor, { message: 'There is no word between the quotes.', span, expected: 'a word' });
}

function parseAll(cursor: Cursor): Query | null {
  if (peek(cursor).kind === 'end') return parseNothing(cursor);
  const trouble = lexicalTrouble(cursor);
  if (trouble) return fail(cursor, trouble);
  const query = parseOr(cursor);
  return query && peek(cursor).kind !== 'end' ? failMisplaced(cursor) : query;
}

type Attempt = { query: Query; notes: QueryProblem[] } | { trouble: Trouble };

function attempt(source: string, { dialect = 'factiva', ...dates }: ParseOptions): Attempt {
  const read =
    dialect === 'nexis' ? readNexis(source) : { lexemes: markMisspelt(source, lex(source)), notes: [] };
  const { lexemes } = read;
  const notes = read.notes.map((note) => problemAt(source, note));
  const cursor: Cursor = { source, lexemes, at: 0, depth: 0, insideField: false, dates, dialect, notes };
  const query = parseAll(cursor);
  if (query) return { query, notes: cursor.notes };
  const span = { start: 0, end: source.length };
  return { trouble: cursor.trouble ?? { message: 'The query cannot be read.', span } };
}

/**
 * Reads the text of a query. Never throws: where the text is not a query, the first problem with its place, what could
 * stand there and, where one is known, the whole query mended; nothing is dropped in silence. Empty text asks for every
 * article.
 */
export function parseQuery(text: string, options: ParseOptions = {}): ParsedQuery {
  const result = attempt(text, options);
  if ('query' in result) return { ok: true, ...result };
  const runs = (candidate: string): boolean => {
    const mended = attempt(candidate, options);
    return 'query' in mended && mended.query.type !== 'all';
  };
  const { dialect, mends = [] } = result.trouble;
  const meant = dialect ? attempt(text, { ...options, dialect }) : result;
  const mend = 'query' in meant ? printQuery(meant.query) : mends.find(runs);
  return { ok: false, problems: [problemAt(text, { ...result.trouble, mend })] };
}
