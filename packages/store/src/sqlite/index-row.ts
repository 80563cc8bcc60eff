import type { Article } from '@pressmark/core';
import {
  columnTexts,
  type FieldScope,
  type FieldText,
  fieldColumns,
  indexText,
  paragraphBreak,
  type TextColumn,
  textColumns,
  tokenize,
} from '@pressmark/core/query';
import type { Dimension } from '../contract.ts';
import type { FacetValue } from '../facets.ts';
import { dayOf } from '../key.ts';
import { periodOf } from '../periods.ts';

// Signs of private use: letters to FTS5, and no text yields them (see `indexText`), so what is marked with them is never
// found by a word that stands in no field, and needs no filter by column to be kept apart.
const wordSign = '\uE001';
const wholeSign = '\uE002';
const facetSign = '\uE003';

const bodyColumns: readonly TextColumn[] = ['lead', 'rest', 'captions', 'corrections'];
const plainColumns = fieldColumns.text.filter((column) => column !== 'rest');
const factColumns = textColumns.filter(
  (column) => !(fieldColumns.text as readonly TextColumn[]).includes(column),
);

/**
 * The columns of the index. Those of the text keep their names; `body` holds every paragraph in reading order, so that
 * places in it are distances in the text, and the lead, captions and corrections a second time. `facts` holds the words
 * of all other fields, each marked with its field, and a token for each facet value.
 */
export const indexColumns = [...plainColumns, 'body', 'facts'] as const;
export type IndexColumn = (typeof indexColumns)[number];

/** Where a field of the query language is looked up: in columns of the index, or in marked words of `facts`. */
export function placesOf(scope: FieldScope): { columns: IndexColumn[] | 'any'; facts: TextColumn[] } {
  const names: readonly TextColumn[] = fieldColumns[scope];
  const facts = names.filter((name) => factColumns.includes(name));
  if (scope === 'text') return { columns: 'any', facts };
  const hasBody = bodyColumns.every((name) => names.includes(name));
  const columns = names.filter((name) => !facts.includes(name) && !(hasBody && bodyColumns.includes(name)));
  return { columns: [...(columns as IndexColumn[]), ...(hasBody ? (['body'] as const) : [])], facts };
}

/** A word of a fact as the index holds it. */
export function markedWord(column: TextColumn, word: string): string {
  return `${wordSign}${column.toLowerCase()}${wordSign}${word}`;
}

/** An identifier as the index holds it: all of its words as one. */
export function markedWhole(column: TextColumn, words: string[]): string {
  return `${wordSign}${column.toLowerCase()}${wholeSign}${words.join(wholeSign)}`;
}

/** The words of an identifier that the index holds as one. */
export function wordsOfWhole(token: string): string[] {
  return token.split(wholeSign).slice(1);
}

/** The token of a facet value: its bytes in hex, so that no folding makes two values one. */
export function facetToken(dimension: Dimension, value: string): string {
  return `${facetSign}${dimension}${wordSign}${Buffer.from(value).toString('hex')}`;
}

/** The token every article has, and the one that none has. */
export const everyToken = `${facetSign}all`;
export const noToken = `${facetSign}none`;

/** The periods whose values are tokens; a week is seven days. */
export const indexedPeriods = ['year', 'month', 'day'] as const;

function factText(column: TextColumn, { text, whole }: FieldText): string {
  const words = tokenize(text).map((token) => token.text);
  if (whole) return words.length > 0 ? markedWhole(column, words) : '';
  return words.map((word) => markedWord(column, word)).join(' ');
}

// Codes, their names and days recur in article after article.
const memory = 50_000;

function remember<T>(known: Map<T, string>, key: T, make: () => string): string {
  let text = known.get(key);
  if (text !== undefined) return text;
  if (known.size >= memory) known.clear();
  text = make();
  known.set(key, text);
  return text;
}

const remembered = new Map(
  factColumns.map((column) => [
    column,
    { words: new Map<string, string>(), wholes: new Map<string, string>() },
  ]),
);

function factTextOnce(column: TextColumn, fact: FieldText): string {
  const known = remembered.get(column);
  if (known === undefined || !fact.path.startsWith('codes.')) return factText(column, fact);
  return remember(fact.whole ? known.wholes : known.words, fact.text, () => factText(column, fact));
}

const dateTokens = new Map<number, string>();

function dateTokensOf(day: number): string {
  return remember(dateTokens, day, () =>
    indexedPeriods.map((period) => facetToken(period, periodOf(day, period))).join(' '),
  );
}

const facetTokens = new Map<string, string>();

function facetTokenOnce({ dimension, value }: FacetValue): string {
  return remember(facetTokens, `${dimension} ${value}`, () => facetToken(dimension, value));
}

const separator = ` ${paragraphBreak} `;

function factsOf(article: Article, facets: FacetValue[]): string {
  const facts = factColumns.flatMap((column) =>
    columnTexts(article, column).map((fact) => factTextOnce(column, fact)),
  );
  const dates = dateTokensOf(dayOf(article.publication?.date));
  const tokens = [everyToken, dates, ...facets.map(facetTokenOnce)].join(' ');
  return [...facts, tokens].join(separator);
}

/** What the index is given for an article: one text a column, in the order of `indexColumns`. */
export function indexRow(article: Article, facets: FacetValue[]): string[] {
  const plain = plainColumns.map((column) =>
    columnTexts(article, column)
      .map(({ text }) => indexText(text))
      .join(separator),
  );
  const body = article.body.map(({ text }) => indexText(text)).join(separator);
  return [...plain, body, factsOf(article, facets)];
}
