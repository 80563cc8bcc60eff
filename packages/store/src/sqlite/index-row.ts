import type { Article } from '@pressmark/core';
import {
  bodyColumns,
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
import { type FacetValue, isIndexed } from '../facets.ts';
import { dayOf } from '../key.ts';
import { periodOf } from '../periods.ts';

// No word has this sign, so what is marked with it is never found by a word that stands in no field, and needs no filter by
// column to be kept apart. It is ASCII: FTS5 takes a tenth longer over an article whose marks are not.
const sign = '_';

const plainColumns = fieldColumns.text.filter((column) => column !== 'rest');
// What was noticed while reading changes with the reader: it is looked up in the articles themselves. Tags and states change with users.
const unindexed: readonly TextColumn[] = ['issues', 'tags', 'states'];
const factColumns = textColumns.filter(
  (column) => !unindexed.includes(column) && !(fieldColumns.text as readonly TextColumn[]).includes(column),
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
  const isBody = (name: TextColumn) => (bodyColumns as readonly TextColumn[]).includes(name);
  const isText = (name: TextColumn) => !facts.includes(name) && !unindexed.includes(name);
  const columns = names.filter((name) => isText(name) && !(hasBody && isBody(name)));
  return { columns: [...(columns as IndexColumn[]), ...(hasBody ? (['body'] as const) : [])], facts };
}

/** A word of a fact as the index holds it. */
export function markedWord(column: TextColumn, word: string): string {
  return `${sign}${column.toLowerCase()}${sign}${word}`;
}

/** An identifier as the index holds it: all of its words as one. */
export function markedWhole(column: TextColumn, words: string[]): string {
  return [`${sign}${column.toLowerCase()}${sign}`, ...words].join(sign);
}

/** The words of an identifier that the index holds as one. */
export function wordsOfWhole(token: string): string[] {
  return token.split(sign).slice(3);
}

/** The token of a facet value: its bytes in hex, so that no folding makes two values one. */
export function facetToken(dimension: Dimension, value: string): string {
  return `${sign}${sign}${dimension}${sign}${Buffer.from(value).toString('hex')}`;
}

/** The token every article has, and the one that none has. */
export const everyToken = `${sign}${sign}all`;
export const noToken = `${sign}${sign}none`;

/** The periods whose values are tokens; a week is seven days. */
export const indexedPeriods = ['year', 'month', 'day'] as const;

function factText(column: TextColumn, { text, whole }: FieldText): string {
  const words = tokenize(text).map((token) => token.text);
  if (whole) return words.length > 0 ? markedWhole(column, words) : '';
  return words.map((word) => markedWord(column, word)).join(' ');
}

// Codes, facet values and days recur in article after article.
const memory = 50_000;
const remembered = new Map<string, string>();

function remember(key: string, make: () => string): string {
  const known = remembered.get(key);
  if (known !== undefined) return known;
  if (remembered.size >= memory) remembered.clear();
  const text = make();
  remembered.set(key, text);
  return text;
}

const factSeparator = ` ${sign} `;

function factTexts(article: Article, column: TextColumn): string[] {
  return columnTexts(article, column).map((fact) => factText(column, fact));
}

function isCodeColumn(column: TextColumn, { codes }: Article): column is TextColumn & keyof Article['codes'] {
  return column in codes;
}

/** The facts of one column; those of a code are the facts of the article if it had this code alone. */
function columnFacts(article: Article, column: TextColumn): string[] {
  if (!isCodeColumn(column, article)) return factTexts(article, column);
  return article.codes[column].map((code) =>
    remember(`${column} ${code.code.length} ${code.code}${code.name ?? ''}`, () => {
      const alone = { ...article, codes: { ...article.codes, [column]: [code] } };
      return factTexts(alone, column).join(factSeparator);
    }),
  );
}

function dateTokens(date: string | undefined): string {
  const day = dayOf(date);
  return indexedPeriods.map((period) => facetToken(period, periodOf(day, period))).join(' ');
}

function factsOf(article: Article, facets: FacetValue[]): string {
  const facts = factColumns.flatMap((column) => columnFacts(article, column));
  const date = article.publication?.date;
  const tokens = facets
    .filter(({ dimension }) => isIndexed(dimension))
    .map(({ dimension, value }) => remember(`${dimension}\n${value}`, () => facetToken(dimension, value)));
  const dates = remember(`date\n${date}`, () => dateTokens(date));
  return [...facts, [everyToken, dates, ...tokens].join(' ')].join(factSeparator);
}

/** A text as FTS5 is to cut it: `indexText` leaves our sign in plain texts, where it separates. */
function plainText(text: string): string {
  return indexText(text).replaceAll(sign, ' ');
}

const separator = ` ${paragraphBreak} `;
const word = /[\p{L}\p{N}]/u;

/** Texts in one, those without a word left out: what is near is looked for on the ground that no two breaks stand side by side. */
function joined(texts: readonly { text: string }[]): string {
  return texts
    .map(({ text }) => text)
    .filter((text) => word.test(text))
    .map(plainText)
    .join(separator);
}

/** What the index is given for an article with repairs: it is found by what the file says and by its repaired text. */
export function repairedRow(texts: string[], repaired: string[]): string[] {
  return texts.map((text, column) => {
    const other = repaired[column] ?? text;
    return other === text ? text : other + separator + text;
  });
}

/** What the index is given for an article: one text a column, in the order of `indexColumns`. */
export function indexRow(article: Article, facets: FacetValue[]): string[] {
  const plain = plainColumns.map((column) => joined(columnTexts(article, column)));
  const body = joined(article.body);
  return [...plain, body, factsOf(article, facets)];
}
