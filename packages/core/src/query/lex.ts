import type { Span } from '../diagnostic.ts';
import { type Dialect, type NearOperator, QueryField } from './query.ts';

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
  /** What could have stood here. */
  expected?: string;
  /** The language that it is of, where that can be read. */
  dialect?: Dialect;
  /** What does for it where nothing is excluded: the sign, if any, and what is lost, which only finds more. */
  carried?: { sign: Sign | null; note: string };
  /** Whether the words around it may be meant as words, so that quotes are offered where nothing else helps. */
  orQuoted?: boolean;
}

/** What a word that is no word to look for says: its pattern, and the sign made of the number in it. */
export type Operator = [pattern: RegExp, sign: Signing];

function near(operator: NearOperator): (number: string) => Sign {
  return (number) => ({ kind: 'near', operator, words: number === '' ? 1 : Number(number) });
}

type Signing = (number: string, word: string) => Sign;

/** A sign of another language, with what to write instead. */
export function foreign(message: string, instead: (number: string) => string, expected?: string): Signing {
  return (number) => ({
    kind: 'foreign',
    construct: { message, instead: instead(number), ...(expected === undefined ? {} : { expected }) },
  });
}

/** A sign of Nexis. */
function ofNexis(
  instead: (number: string) => string,
  message = 'This operator is of the Nexis language.',
): Signing {
  return (number) => ({
    kind: 'foreign',
    construct: { message, instead: instead(number), dialect: 'nexis' },
  });
}

/** An operator that touches what stands beside it. */
function touching(instead: (word: string) => string): Signing {
  return (_, word) => {
    const apart = instead(word);
    const expected = `${apart}, or quotation marks around words to look for`;
    return {
      kind: 'foreign',
      construct: { message: `“${word}” is written ${apart}.`, instead: apart, expected },
    };
  };
}

/** What sets one language apart: its operators, and the name of the word count. */
export interface Language {
  operators: Operator[];
  comparison: RegExp;
}

/** The operators of Factiva; longer numbers than any limit are cut, for the parser to refuse. */
const operators: Operator[] = [
  [/^adj(\d{0,9})$/, near('adj')],
  [/^w\/(\d{1,9})$/, near('w')],
  [/^near(\d{1,9})$/, near('near')],
  [/^\/(\d{1,9})\/$/, near('near')],
  [/^%$/, near('%')],
  [/^\/f(\d{1,9})\/$/, (number) => ({ kind: 'first', words: Number(number) })],
  [/^same$/, () => ({ kind: 'same' })],
  [/^atleast(\d{1,9})$/, (number) => ({ kind: 'atleast', times: Number(number) })],
  [/^(?:pre|onear)\/(\d{1,9})$/, ofNexis((number) => `w/${number}`)],
  [/^near\/(\d{1,9})$/, foreign('nearN is written without a slash.', (number) => `near${number}`)],
  [
    /^\/(\d{1,9})$/,
    foreign('A distance is written near5 or /5/.', (number) => `near${number}`, 'near5 or /5/'),
  ],
  [/^\/f(\d{1,9})$/, foreign('/FN/ has a slash on both sides.', (number) => `/F${number}/`, '/F50/')],
  [/^w\/$/, foreign('w/ needs a number.', () => 'w/5', 'w/5, or quotation marks around words to look for')],
  [/^n\/(\d{1,9})$/, foreign('This operator is of the ProQuest language.', (number) => `near${number}`)],
  [/^p\/(\d{1,9})$/, foreign('This operator is of the ProQuest language.', (number) => `w/${number}`)],
  [/^same\/?\d{1,9}$/, foreign('same takes no number.', () => 'same')],
  [/^and\/or$/, touching(() => 'or')],
  [/^and-?not$/, touching(() => 'and not')],
  [/^(?:and|or|not)[,;.]+$/, touching((word) => word.replace(/[,;.]+$/, ''))],
  [
    /^(?:adj|near|atleast)\d{1,9}[^\p{L}\p{N}*?$%]+$/u,
    touching((word) => word.replace(/[^\p{L}\p{N}]+$/u, '')),
  ],
  [/^(?:adj|near|atleast|w\/)\d{1,3}\p{L}/u, touching((word) => word.replace(/\d+/, '$& '))],
  [/^\/\d{1,3}\/\p{L}/u, touching((word) => word.replace(/^\/\d+\//, '$& '))],
  [/^w?\/(?:p|para)$/, ofNexis(() => 'same')],
  [/^(?:w|pre|onear)?\/(?:s|sent)$/, ofNexis(() => 'same', 'No operator speaks of sentences.')],
  [/^(?:pre|onear)\/(?:p|para)$/, ofNexis(() => 'same')],
  [/^w?\/seg$/, ofNexis(() => 'and')],
  [/^not\/(?:\d{1,9}|p|para|s|sent|seg)$/, ofNexis(() => 'not')],
  [/%/, foreign('% stands alone, for exactly one word between two others.', () => 'quote', 'a % b')],
  [/[<>]/, foreign('Only wc, the word count, can be compared.', () => 'quote', 'wc>500 or wc<500')],
];

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
  return signOf(word, operators) !== undefined;
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
/** The letters of a word, in either width. */
function spelled(word: string): string {
  return word.replace(/./g, (letter) => `[${letter}${String.fromCharCode(letter.charCodeAt(0) + 0xfee0)}]`);
}

/** Finds a comparison of the word count by its names. */
export function comparisonOf(...names: string[]): RegExp {
  const name = names.map(spelled).join('|');
  const sign = `(?:[:：][${blank}]*)?([<>＜＞][=＝]?|[≤≥])|([=:＝：])`;
  const number = `[^${blank}${quotes}${brackets}]*`;
  return new RegExp(`(?:${name})[${blank}]*(?:${sign})[${blank}]*(${number})`, 'iuy');
}

const factiva: Language = { operators, comparison: comparisonOf('wc') };
const trailing = new RegExp(`[${apostrophe}]+$`, 'u');

const quoteMarks = new RegExp(`[${apostrophe}](?:.*[${apostrophe}])?`, 'su');

/** From the first single quote of a text to the last. */
export function quotesIn(source: string): Span | undefined {
  const found = quoteMarks.exec(source);
  return found ? { start: found.index, end: found.index + found[0].length } : undefined;
}

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
  const name = (found[1] ?? '').normalize('NFKC');
  const span = { start: at, end: at + found[0].length };
  const field = QueryField.safeParse(name.toLowerCase());
  return field.success ? { kind: 'field', field: field.data, span } : { kind: 'unknown', name, span };
}

function readComparison(source: string, at: number, comparison: RegExp): Lexeme | undefined {
  const found = matchAt(comparison, source, at);
  if (!found) return undefined;
  const [text, ordered, equal = '', number = ''] = found;
  const sign = (ordered ?? equal).normalize('NFKC');
  const value = number.replace(/[０-９]/g, (digit) => digit.normalize('NFKC'));
  return { kind: 'words', sign, value, span: { start: at, end: at + text.length } };
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
export function lex(source: string, { operators, comparison }: Language = factiva): Lexeme[] {
  const lexemes: Lexeme[] = [];
  let at = 0;
  while (true) {
    at += matchAt(blanks, source, at)?.[0].length ?? 0;
    if (at === source.length) return [...lexemes, { kind: 'end', span: { start: at, end: at } }];
    const lexeme =
      readBracket(source, at) ??
      readQuoted(source, at) ??
      readComparison(source, at, comparison) ??
      readField(source, at) ??
      readWord(source, at, operators);
    lexemes.push(lexeme);
    if (lexeme.kind === 'unclosed') return lexemes;
    at = lexeme.span.end;
  }
}
