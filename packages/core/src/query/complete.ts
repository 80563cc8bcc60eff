import type { Span } from '../diagnostic.ts';
import { type Lexeme, lex } from './lex.ts';
import { parseQuery } from './parse.ts';
import { QueryField, queryFields } from './query.ts';
import { tokenize } from './tokens.ts';
import { meant } from './trouble.ts';

/** One way to go on with a query that is being typed. */
export interface Completion {
  /** What takes the place of the span. */
  insert: string;
  /** What it means, in plain words. */
  note: string;
}

/** What can be completed at a place of a query. */
export interface Completing {
  /** What a completion takes the place of. */
  span: Span;
  /** What is typed of it so far. */
  prefix: string;
  /** Set where the value of a field is typed, of which the archive knows. */
  field?: QueryField;
  /** Fields and operators that fit; none where a value is typed. */
  completions: Completion[];
}

/** Operators with what they mean; `begins` may stand where nothing has been typed yet. */
const operators: (Completion & { begins: boolean })[] = [
  { insert: 'and ', note: 'both', begins: false },
  { insert: 'or ', note: 'either', begins: false },
  { insert: 'not ', note: 'the first, without the second', begins: false },
  { insert: 'near5 ', note: 'at most 5 words apart, in either order', begins: false },
  { insert: 'adj5 ', note: 'the second at most 5 words after the first', begins: false },
  { insert: 'same ', note: 'both in one paragraph', begins: false },
  { insert: 'w/5 ', note: 'the second at most 5 words after the first, over paragraphs', begins: false },
  {
    insert: 'date from ',
    note: 'published between two days: date from 2017-01-01 to 2017-04-30',
    begins: true,
  },
  { insert: 'date after ', note: 'published after a day: date after 2017-04-30', begins: true },
  { insert: 'date before ', note: 'published before a day', begins: true },
  { insert: 'wc>', note: 'more words than a number', begins: true },
  { insert: 'wc<', note: 'fewer words than a number', begins: true },
  { insert: 'atleast2 ', note: 'twice or more in one article', begins: true },
];

const fields: (Completion & { names: string[] })[] = QueryField.options.map((field) => ({
  insert: `${field}=`,
  note: queryFields[field],
  names: [field, ...Object.keys(meant).filter((name) => meant[name] === field)],
}));

const quotes = /^["“”„‟«»＂]/;

/** The value of a field that is being typed at the end of the text. */
function openValue(text: string, lexemes: Lexeme[]): Completing | undefined {
  const groups: (QueryField | undefined)[] = [];
  for (const [index, { kind }] of lexemes.entries()) {
    const before = lexemes[index - 1];
    if (kind === 'open') groups.push(before?.kind === 'field' ? before.field : groups.at(-1));
    if (kind === 'close') groups.pop();
  }
  let first = lexemes.length;
  while (['word', 'unclosed'].includes(lexemes[first - 1]?.kind ?? 'end')) first--;
  const before = lexemes[first - 1];
  const field = before?.kind === 'field' ? before.field : groups.at(-1);
  if (!field) return undefined;
  const span = { start: lexemes[first]?.span.start ?? text.length, end: text.length };
  return { span, prefix: text.slice(span.start).replace(quotes, ''), field, completions: [] };
}

const connecting = new Set<Lexeme['kind']>(['and', 'or', 'not', 'open', 'near', 'same', 'atleast']);

function fitting(prefix: string, previous: Lexeme | undefined): Completion[] {
  const begins = previous === undefined || connecting.has(previous.kind);
  const name = prefix.toLowerCase();
  const isMeant = (text: string): boolean => text.startsWith(name);
  const found = [
    ...fields.filter(({ names }) => begins && names.some(isMeant)),
    ...operators.filter((one) => one.begins === begins && isMeant(one.insert)),
  ];
  return found
    .filter(({ insert }) => insert.trimEnd() !== prefix)
    .map(({ insert, note }) => ({ insert, note }));
}

/**
 * What can be completed in the text of a query that is being typed up to `caret`: the value of a field, else the name of a
 * field or an operator. Null in the middle of a word, and inside quotes that belong to no field.
 */
export function completionsAt(source: string, caret: number): Completing | null {
  if (/^[^\s()（）"”]/.test(source.slice(caret, caret + 1))) return null;
  const text = source.slice(0, caret);
  const lexemes = lex(text).filter(({ kind }) => kind !== 'end');
  const last = lexemes.at(-1);
  const touches = last?.span.end === caret;
  const isValue =
    last?.kind === 'field' ||
    last?.kind === 'open' ||
    last?.kind === 'unclosed' ||
    (last?.kind === 'word' && touches);
  const value = isValue ? openValue(text, lexemes) : undefined;
  const isName = touches && !['open', 'close', 'quoted', 'field'].includes(last.kind);
  const start = isName ? last.span.start : caret;
  const prefix = text.slice(start);
  const completions = last?.kind === 'unclosed' ? [] : fitting(prefix, isName ? lexemes.at(-2) : last);
  // Behind the first word of a value an operator may be begun.
  const goesOn = value && value.span.start < start && prefix.length > 1 && completions.length > 0;
  if (!goesOn && (value || last?.kind === 'unclosed')) return value ?? null;
  return { span: { start, end: caret }, prefix, completions };
}

/** A value as it is typed behind a field so that it is found as it stands: in quotes where it needs them. */
export function printValue(field: QueryField, value: string): string {
  const wanted = tokenize(value).map(({ text }) => text);
  const reads = (text: string): boolean => {
    const parsed = parseQuery(`${field}=${text}`);
    if (!parsed.ok || parsed.query.type !== 'field' || parsed.query.of.type !== 'phrase') return false;
    const { terms } = parsed.query.of;
    return (
      terms.length === wanted.length &&
      terms.every(({ text, prefix }, index) => !prefix && text === wanted[index])
    );
  };
  if (!/\s/.test(value) && reads(value)) return value;
  const quoted = `"${value.replace(/["“”„‟«»＂]/g, ' ')}"`;
  return reads(quoted) ? quoted : `"${wanted.join(' ')}"`;
}
