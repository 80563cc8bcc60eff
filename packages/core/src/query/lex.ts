import type { Span } from '../diagnostic.ts';
import { QueryField } from './query.ts';

/** One piece of the text of a query with its place. */
export type Lexeme = { span: Span } & (
  | { kind: 'and' | 'or' | 'not' | 'date' | 'open' | 'close' | 'unclosed' | 'end' }
  /** As typed; its tokens are read where it is used. */
  | { kind: 'word'; text: string }
  /** `text` is what stands between the quotes; the span holds them too. */
  | { kind: 'quoted'; text: string }
  | { kind: 'field'; field: QueryField }
  /** A name before `=` that is no field. */
  | { kind: 'unknown'; name: string }
  | { kind: 'unsupported'; construct: Construct }
);

/** A construct of the language that is recognised and not answered yet. */
export interface Construct {
  label: string;
  /** What to do with it so that the query can run: leave it out, put `and` in its place, quote it. */
  mend?: 'drop' | 'and' | 'quote';
}

const constructs: [pattern: RegExp, construct: Construct][] = [
  [/^adj1?$/i, { label: 'adj', mend: 'drop' }],
  [/^adj\d+$/i, { label: 'adjN (within N words, in this order)', mend: 'and' }],
  [/^(?:pre|onear)\/?\d+$/i, { label: 'pre/N (within N words, in this order)', mend: 'and' }],
  [/^near\d+$/i, { label: 'nearN (within N words, in either order)', mend: 'and' }],
  [/^(?:w|near)\/\d+$/i, { label: 'w/N (within N words)', mend: 'and' }],
  [/^w\/(?:p|s|para|sent|seg)$/i, { label: 'w/p and w/s (in one paragraph or sentence)', mend: 'and' }],
  [/^\/\d+\/$/, { label: '/N/ (within N words)', mend: 'and' }],
  [/\/F\d+\//i, { label: '/FN/ (in the first N words)', mend: 'drop' }],
  [/^same$/i, { label: 'same (in the same paragraph)', mend: 'and' }],
  [/^atleast\d+$/i, { label: 'atleastN (at least N times)', mend: 'drop' }],
  [/^%$/, { label: '% (exactly one word)', mend: 'and' }],
  [/%/, { label: '% (exactly one word)', mend: 'quote' }],
  [/[<>]/, { label: 'a comparison such as wc>500' }],
];

/** Field names of the language that are not answered yet. */
const laterField = /^(?:wc|has|tag|issue|(?:wc)?[<>])$/i;
const operators = new Set(['and', 'or', 'not', 'date']);

/** Whether an unquoted word of this text would be read as an operator. */
export function isReserved(word: string): boolean {
  return operators.has(word.toLowerCase()) || constructs.some(([pattern]) => pattern.test(word));
}

// Single quotes around a word are white space; invisible marks come along when a query is pasted.
const blank = String.raw`\s\p{Cc}\u200B\u200E\u200F\u202A-\u202E\u2066-\u2069`;
const apostrophe = "'‘’‚‛`´";
const quotes = '"“”„‟«»＂';
const brackets = '()（）';
const blanks = new RegExp(`[${blank}${apostrophe}]+`, 'uy');
const named = new RegExp(
  `([^${blank}${quotes}${brackets}=:＝：]*)(?:[${blank}]*[=＝]|[:：])[${blank}${apostrophe}]*`,
  'uy',
);
const word = new RegExp(`[^${blank}${quotes}${brackets}=:＝：]+`, 'uy');
const quoted = new RegExp(`[${quotes}]([^${quotes}]*)[${quotes}]`, 'uy');
const trailing = new RegExp(`[${apostrophe}]+$`, 'u');

function matchAt(pattern: RegExp, source: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(source);
}

function readBracket(source: string, at: number): Lexeme | undefined {
  const place = brackets.indexOf(source.charAt(at));
  if (place < 0) return undefined;
  return { kind: place % 2 === 0 ? 'open' : 'close', span: { start: at, end: at + 1 } };
}

function readQuoted(source: string, at: number): Lexeme | undefined {
  if (!quotes.includes(source.charAt(at))) return undefined;
  const found = matchAt(quoted, source, at);
  if (!found) return { kind: 'unclosed', span: { start: at, end: at + 1 } };
  return { kind: 'quoted', text: found[1] ?? '', span: { start: at, end: at + found[0].length } };
}

function readField(source: string, at: number): Lexeme | undefined {
  const found = matchAt(named, source, at);
  if (!found) return undefined;
  const name = found[1] ?? '';
  const span = { start: at, end: at + found[0].length };
  if (laterField.test(name)) {
    return { kind: 'unsupported', construct: { label: `the field ${name}=` }, span };
  }
  const field = QueryField.safeParse(name.toLowerCase());
  return field.success ? { kind: 'field', field: field.data, span } : { kind: 'unknown', name, span };
}

function readWord(source: string, at: number): Lexeme {
  // What is no blank, quote, bracket or field is a word; a stray half of a character too.
  const found = matchAt(word, source, at)?.[0] ?? source.charAt(at);
  const text = found.replace(trailing, '');
  const span = { start: at, end: at + text.length };
  // Full-width letters of an input method are the same operators.
  const plain = text.normalize('NFKC').toLowerCase();
  if (operators.has(plain)) return { kind: plain as 'and' | 'or' | 'not' | 'date', span };
  const construct = constructs.find(([pattern]) => pattern.test(plain))?.[1];
  return construct ? { kind: 'unsupported', construct, span } : { kind: 'word', text, span };
}

/** The pieces of a query in order, `end` last; every character but white space is part of one. Stops at an unclosed quote. */
export function lex(source: string): Lexeme[] {
  const lexemes: Lexeme[] = [];
  let at = 0;
  while (true) {
    at += matchAt(blanks, source, at)?.[0].length ?? 0;
    if (at === source.length) return [...lexemes, { kind: 'end', span: { start: at, end: at } }];
    const lexeme =
      readBracket(source, at) ?? readQuoted(source, at) ?? readField(source, at) ?? readWord(source, at);
    lexemes.push(lexeme);
    if (lexeme.kind === 'unclosed') return lexemes;
    at = lexeme.span.end;
  }
}
