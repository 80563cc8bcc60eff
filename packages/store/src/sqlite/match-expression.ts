import {
  type FieldScope,
  fits,
  type Places,
  reaches,
  stemOf,
  type Term,
  type TextColumn,
} from '@pressmark/core/query';
import { QueryLimit } from '../contract.ts';
import type { DayRange } from '../key.ts';
import { daysOf, periodOf } from '../periods.ts';
import { type Clause, isToken } from '../plan.ts';
import type { Wish } from './doclists.ts';
import {
  everyToken,
  facetToken,
  type IndexColumn,
  indexColumns,
  indexedPeriods,
  markedWhole,
  markedWord,
  noToken,
  placesOf,
  wordsOfWhole,
} from './index-row.ts';

/** What a clause cannot say by itself: which words there are, and between which days articles lie. */
export interface Archive {
  /** Every token of the index that begins with `prefix` and fits, or null where there are more than `limit`. */
  tokens(prefix: string, fits: (token: string) => boolean, limit: number): string[] | null;
  /** The years of which there are articles: no range has to name others. */
  years(): DayRange[];
}

/** A phrase as FTS5 takes it: tokens in order, the last of which may be the beginning of one. */
interface Tokens {
  tokens: string[];
  open: boolean;
}

/** Phrases one truncated phrase may stand for. */
const mostPhrases = 5_000;

const nothing = quote({ tokens: [noToken], open: false });
function tooMany(): QueryLimit {
  return new QueryLimit(
    `A truncated word stands for more than ${mostPhrases} words or phrases; please write more letters of it.`,
  );
}

/** Whether FTS5 itself knows a term: a word, or the beginning of one. */
function isOpen({ text, prefix, most }: Term): boolean {
  return prefix && most === undefined && !text.includes('?');
}

/** Whether a term is a word as it stands. */
export function isWord({ text, prefix }: Term): boolean {
  return !prefix && !text.includes('?');
}

/** The tokens of the index that a term stands for, null where they are too many; `mark` is what the index writes before its words. */
export function expand(term: Term, archive: Archive, mark = ''): string[] | null {
  if (isWord(term)) return [mark + term.text];
  const isMeant = (token: string): boolean => fits(token.slice(mark.length), term);
  return archive.tokens(mark + stemOf(term), isMeant, mostPhrases);
}

/** The only place where text becomes a part of a match expression: always within quotes. */
function quote({ tokens, open }: Tokens): string {
  return `"${tokens.join(' ').replaceAll('"', '""')}"${open ? ' *' : ''}`;
}

function anyOf(parts: string[]): string {
  return parts.length > 1 ? `(${parts.join(' OR ')})` : (parts[0] ?? nothing);
}

/** The phrases that terms stand for: FTS5 knows truncation only at the end, so others are spelt out. */
function spell(terms: Term[], mark: string, archive: Archive): Tokens[] {
  const last = terms.at(-1);
  const open = last !== undefined && isOpen(last);
  let phrases: string[][] = [[]];
  for (const [index, term] of terms.entries()) {
    const words = open && index === terms.length - 1 ? [mark + term.text] : expand(term, archive, mark);
    if (words === null || words.length * phrases.length > mostPhrases) throw tooMany();
    phrases = phrases.flatMap((phrase) => words.map((word) => [...phrase, word]));
  }
  return phrases.map((tokens) => ({ tokens, open }));
}

/** The identifiers that terms stand for: as `spell`, where all words are one token. */
function spellWhole(terms: Term[], column: TextColumn, archive: Archive): Tokens[] {
  const texts = terms.map(({ text }) => text);
  const last = terms.at(-1) as Term;
  const first = terms.findIndex((term) => !isWord(term));
  if (first === -1 || (first === terms.length - 1 && isOpen(last))) {
    return [{ tokens: [markedWhole(column, texts)], open: first !== -1 }];
  }
  const stem = markedWhole(column, [...texts.slice(0, first), stemOf(terms[first] as Term)]);
  const isMeant = (token: string): boolean => {
    const words = wordsOfWhole(token);
    if (words.length > terms.length && !(last.prefix && last.most === undefined)) return false;
    return terms.every((term, at) => fits(words[at] ?? '', term));
  };
  const found = archive.tokens(stem, isMeant, mostPhrases);
  if (found === null) throw tooMany();
  return found.map((token) => ({ tokens: [token], open: false }));
}

function inColumns(columns: IndexColumn[] | 'any', phrase: string): string {
  return columns === 'any' ? phrase : `{${columns.map((column) => `"${column}"`).join(' ')}} : ${phrase}`;
}

/** The phrases, any of which meets a phrase in a field, and in which columns they have to stand. */
function printedPhrases(
  scope: FieldScope,
  terms: Term[],
  archive: Archive,
): { columns: IndexColumn[] | 'any'; phrase: Tokens }[] {
  const { columns, facts } = placesOf(scope);
  const inText = columns.length === 0 ? [] : spell(terms, '', archive);
  const inFacts = facts.flatMap((column) => [
    ...spell(terms, markedWord(column, ''), archive),
    ...spellWhole(terms, column, archive),
  ]);
  return [
    ...inText.map((phrase) => ({ columns, phrase })),
    ...inFacts.map((phrase) => ({ columns: 'any' as const, phrase })),
  ];
}

function phraseExpression(scope: FieldScope, terms: Term[], archive: Archive): string {
  return anyOf(
    printedPhrases(scope, terms, archive).map(({ columns, phrase }) => inColumns(columns, quote(phrase))),
  );
}

/** The tokens, any of which meets a term in a field. */
export function tokensOf(scope: FieldScope, term: Term, archive: Archive): Wish[] {
  return printedPhrases(scope, [term], archive).map(({ columns, phrase: { tokens, open } }) => ({
    token: tokens[0] as string,
    isOpen: open,
    columns:
      columns === 'any' ? null : columns.reduce((bits, name) => bits | (1 << indexColumns.indexOf(name)), 0),
  }));
}

/** The phrases of a part of a query that is one or any of some, as far as the index has such words. */
function phrasesOf(places: Places): Term[][] {
  if (places.type === 'or') return places.of.flatMap(phrasesOf);
  return places.type === 'phrase' && places.terms.every(isToken) ? [places.terms] : [];
}

/** Pairs of phrases that are looked up as such: of more, only the words are. */
const mostPairs = 8;

/** Phrases that are near each other by the places of the index, where an end of a paragraph counts as one. */
function nearExpression({ scope, of, words }: Extract<Clause, { type: 'near' }>, archive: Archive): string {
  const { least, crosses } = reaches[of.operator];
  // No two ends of paragraphs stand side by side, so that so many words are never more than twice as many places.
  const most = (crosses ? 2 : 1) * (least + of.words - 1);
  const [lefts, rights] = [of.left, of.right].map((side) =>
    phrasesOf(side).flatMap((terms) => spell(terms, '', archive)),
  ) as [Tokens[], Tokens[]];
  if (lefts.length * rights.length > mostPairs) return matchExpression(words, archive);
  const pairs = lefts.flatMap((left) => rights.map((right) => `${quote(left)} ${quote(right)}`));
  return anyOf(pairs.map((pair) => inColumns(placesOf(scope).columns, `NEAR(${pair}, ${most - 1})`)));
}

/** Days as tokens: whole years where they fit, then whole months, then days. */
function* dayTokens({ from, to }: DayRange): Generator<string> {
  for (let day = from; day <= to; ) {
    for (const period of indexedPeriods) {
      const value = periodOf(day, period);
      const days = daysOf(period, value);
      if (days?.from !== day || days.to > to) continue;
      yield facetToken(period, value);
      day = days.to + 1;
      break;
    }
  }
}

function daysExpression(range: DayRange, archive: Archive): string {
  const undated = range.from === 0 ? [facetToken('year', '')] : [];
  const tokens = archive
    .years()
    .flatMap(({ from, to }) => [
      ...dayTokens({ from: Math.max(from, range.from), to: Math.min(to, range.to) }),
    ]);
  return anyOf([...undated, ...tokens].map((token) => quote({ tokens: [token], open: false })));
}

/** The part that opens most brackets comes first: FTS5's parser has little room for brackets that open late. */
function deepestFirst(parts: string[]): string[] {
  const depth = (part: string) => part.search(/[^(]/);
  return parts.toSorted((a, b) => depth(b) - depth(a));
}

/** Prints a plain clause as one FTS5 match expression. */
export function matchExpression(clause: Clause, archive: Archive): string {
  const print = (part: Clause): string => matchExpression(part, archive);
  switch (clause.type) {
    case 'all':
      return quote({ tokens: [everyToken], open: false });
    case 'none':
      return nothing;
    case 'phrase':
      return phraseExpression(clause.scope, clause.terms, archive);
    case 'near':
      return nearExpression(clause, archive);
    case 'facet':
      return anyOf(
        clause.values.map((value) => quote({ tokens: [facetToken(clause.dimension, value)], open: false })),
      );
    case 'days':
      return daysExpression(clause, archive);
    case 'and':
      return `(${deepestFirst(clause.of.map(print)).join(' AND ')})`;
    case 'or':
      return anyOf(deepestFirst(clause.of.map(print)));
    case 'not':
      return `(${print(clause.include)} NOT ${print(clause.exclude)})`;
    case 'places':
    case 'words':
      throw new Error('An index of words does not say where words stand.');
  }
}
