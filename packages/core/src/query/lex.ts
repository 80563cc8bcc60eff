import type { Span } from '../diagnostic.ts';
import { type NearOperator, QueryField } from './query.ts';

/** One piece of the text of a query with its place. */
export type Lexeme = { span: Span } & Sign;

/** What a piece of a query says. */
export type Sign =
  | { kind: 'and' | 'or' | 'not' | 'date' | 'open' | 'close' | 'unclosed' | 'end' }
  | { kind: 'same' }
  /** As typed; its tokens are read where it is used. */
  | { kind: 'word'; text: string }
  /** `text` is what stands between the quotes; the span holds them too. */
  | { kind: 'quoted'; text: string }
  | { kind: 'field'; field: QueryField }
  /** A name before `=` that is no field. */
  | { kind: 'unknown'; name: string }
  | { kind: 'near'; operator: NearOperator; words: number }
  | { kind: 'first'; words: number }
  | { kind: 'atleast'; times: number }
  /** A comparison of the word count; the number as typed. */
  | { kind: 'words'; sign: string; value: string }
  | { kind: 'foreign'; construct: Construct };

/** Something that is recognised and is not of the language. */
export interface Construct {
  message: string;
  /** What to put in its place so that the query can run; '' leaves it out, `quote` puts the words around it in quotes. */
  instead?: string;
}

/** What a word that is no word to look for says: its pattern, and the sign made of the number in it. */
export type Operator = [pattern: RegExp, sign: (number: string, word: string) => Sign];

function near(operator: NearOperator): (number: string) => Sign {
  return (number) => ({ kind: 'near', operator, words: number === '' ? 1 : Number(number) });
}

/** A sign of another language, with what to write instead. */
export function foreign(message: string, instead: (number: string) => string): (number: string) => Sign {
  return (number) => ({ kind: 'foreign', construct: { message, instead: instead(number) } });
}

/** The operators of the language; longer numbers than any limit are cut, for the parser to refuse. */
const factiva: Operator[] = [
  [/^adj(\d{0,9})$/, near('adj')],
  [/^w\/(\d{1,9})$/, near('w')],
  [/^near(\d{1,9})$/, near('near')],
  [/^\/(\d{1,9})\/$/, near('near')],
  [/^%$/, near('%')],
  [/^\/f(\d{1,9})\/$/, (number) => ({ kind: 'first', words: Number(number) })],
  [/^same$/, () => ({ kind: 'same' })],
  [/^atleast(\d{1,9})$/, (number) => ({ kind: 'atleast', times: Number(number) })],
  [
    /^(?:pre|onear)\/(\d{1,9})$/,
    foreign('This operator is of the Nexis language.', (number) => `w/${number}`),
  ],
  [/^near\/(\d{1,9})$/, foreign('nearN is written without a slash.', (number) => `near${number}`)],
  [/^w\/(?:p|para)$/, foreign('This operator is of the Nexis language.', () => 'same')],
  [/^w\/(?:s|sent)$/, foreign('No operator speaks of sentences.', () => 'same')],
  [/^w\/seg$/, foreign('This operator is of the Nexis language.', () => 'and')],
  [/%/, foreign('% stands alone, for exactly one word between two others.', () => 'quote')],
  [/[<>]/, foreign('Only wc, the word count, can be compared.', () => 'quote')],
];

const laterField = /^(?:has|tag)$/i;
const connectives = new Set(['and', 'or', 'not', 'date']);

function signOf(word: string, operators: Operator[]): Sign | undefined {
  // Full-width letters of an input method are the same operators.
  const plain = word.normalize('NFKC').toLowerCase();
  if (connectives.has(plain)) return { kind: plain as 'and' | 'or' | 'not' | 'date' };
  for (const [pattern, sign] of operators) {
    const found = pattern.exec(plain);
    if (found) return sign(found[1] ?? '', plain);
  }
  return undefined;
}

/** Whether an unquoted word of this text would be read as an operator. */
export function isReserved(word: string): boolean {
  return signOf(word, factiva) !== undefined;
}

// Single quotes around a word are white space; invisible marks come along when a query is pasted.
const blank = String.raw`\s\p{Cc}\u200B\u200E\u200F\u202A-\u202E\u2066-\u2069`;
const apostrophe = "'‘’‚‛`´";
const quotes = '"“”„‟«»＂';
const brackets = '()（）';
const blanks = new RegExp(`[${blank}${apostrophe}]+`, 'uy');
// `china/F50/` is a word and an operator.
const firstWords = '/[fF]\\d{1,9}/';
const letter = `(?:(?!${firstWords})[^${blank}${quotes}${brackets}=:＝：])`;
const named = new RegExp(`(${letter}*)(?:[${blank}]*[=＝]|[:：])[${blank}${apostrophe}]*`, 'uy');
const word = new RegExp(`${firstWords}|${letter}+`, 'uy');
const quoted = new RegExp(`[${quotes}]([^${quotes}]*)[${quotes}]`, 'uy');
const comparison = new RegExp(
  `wc[${blank}]*([<>＜＞][=＝]?|[≤≥=:＝：])[${blank}]*([^${blank}${quotes}${brackets}]*)`,
  'iuy',
);
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
    const message = `The archive knows no ${name.toLowerCase() === 'tag' ? 'tags' : 'notes and duplicates'} yet.`;
    return { kind: 'foreign', construct: { message }, span };
  }
  const field = QueryField.safeParse(name.toLowerCase());
  return field.success ? { kind: 'field', field: field.data, span } : { kind: 'unknown', name, span };
}

function readComparison(source: string, at: number): Lexeme | undefined {
  const found = matchAt(comparison, source, at);
  if (!found) return undefined;
  const [text, sign = '', value = ''] = found;
  return { kind: 'words', sign: sign.normalize('NFKC'), value, span: { start: at, end: at + text.length } };
}

function readWord(source: string, at: number, operators: Operator[]): Lexeme {
  // What is no blank, quote, bracket or field is a word; a stray half of a character too.
  const found = matchAt(word, source, at)?.[0] ?? source.charAt(at);
  const text = found.replace(trailing, '');
  const span = { start: at, end: at + text.length };
  const sign = signOf(text, operators);
  return sign ? { ...sign, span } : { kind: 'word', text, span };
}

/** The pieces of a query in order, `end` last; every character but white space is part of one. Stops at an unclosed quote. */
export function lex(source: string, operators: Operator[] = factiva): Lexeme[] {
  const lexemes: Lexeme[] = [];
  let at = 0;
  while (true) {
    at += matchAt(blanks, source, at)?.[0].length ?? 0;
    if (at === source.length) return [...lexemes, { kind: 'end', span: { start: at, end: at } }];
    const lexeme =
      readBracket(source, at) ??
      readQuoted(source, at) ??
      readComparison(source, at) ??
      readField(source, at) ??
      readWord(source, at, operators);
    lexemes.push(lexeme);
    if (lexeme.kind === 'unclosed') return lexemes;
    at = lexeme.span.end;
  }
}
