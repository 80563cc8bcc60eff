import type { Article } from '../article.ts';
import { type ArchiveFacts, archiveStates, isArchiveState } from './archive-facts.ts';
import { fieldValue } from './field-value.ts';
import type { FieldScope } from './fields.ts';
import { countPlaces, matchTokens, type TokenizedArticle, tokenizeArticle } from './match.ts';
import { printQuery } from './print.ts';
import { isPlaces, type Query, queryFields, type Term } from './query.ts';

/** One clause of a query in words; what it is made of below it. */
export interface Explanation {
  /** Within its field: a query that can be run by itself. */
  query: Query;
  /** As it is printed. */
  text: string;
  /** What an article must meet. Example: `all of these`. */
  words: string;
  of: Explanation[];
  /** Set where the clause is excluded: it must not be met. */
  excluded?: true;
  /** Of one article: whether it meets the clause, and at how many places (counted to a thousand); null where places do not count. */
  verdict?: { holds: boolean; places: number | null };
}

function termWords({ text, prefix, most }: Term): string {
  const word = text.includes('?') ? `“${text}” with one character for each ?` : `“${text}”`;
  if (!prefix) return word;
  return most === undefined
    ? `words that begin with ${word}`
    : `${word} with at most ${most} more characters`;
}

function phraseWords(terms: Term[]): string {
  const [only] = terms;
  if (terms.length > 1 || !only)
    return `the words ${terms.map(termWords).join(', ')}, one directly after the other`;
  return only.prefix ? termWords(only) : `the word ${termWords(only)}`;
}

const distances = {
  adj: (words: number) => `the second at most ${words} words after the first, in one paragraph`,
  w: (words: number) => `the second at most ${words} words after the first`,
  near: (words: number) => `at most ${words} words from one another, in either order`,
  '%': () => 'exactly one word between the first and the second',
};

function rangeWords(from: string | number | undefined, to: string | number | undefined): string {
  if (from === undefined) return to === undefined ? 'any' : `up to ${to}`;
  if (to === undefined) return `from ${from} on`;
  return from === to ? `${from}` : `from ${from} to ${to}`;
}

function wordsOf(query: Query): string {
  switch (query.type) {
    case 'all':
      return 'every article';
    case 'phrase':
      return phraseWords(query.terms);
    case 'and':
      return 'all of these';
    case 'or':
      return 'any of these';
    case 'not':
      return 'the first, without the second';
    case 'field':
      return `in this field: ${queryFields[query.field]}`;
    case 'near':
      return distances[query.operator](query.words);
    case 'same':
      return 'both in one paragraph';
    case 'first':
      return `within the first ${query.words} words`;
    case 'atleast':
      return `at ${query.times} places or more`;
    case 'date':
      return `published ${rangeWords(query.from, query.to)}`;
    case 'words':
      return `word count ${rangeWords(query.min, query.max)}`;
  }
}

/** A part of the value of `has=` in words. */
function stateWords(query: Query): string {
  const word = query.type === 'phrase' ? (query.terms[0]?.text ?? '') : '';
  return isArchiveState(word) ? archiveStates[word] : wordsOf(query);
}

/** The parts a query is directly made of. */
export function partsOf(query: Query): Query[] {
  if (query.type === 'not') return [query.include, query.exclude];
  if ('left' in query) return [query.left, query.right];
  return 'of' in query ? [query.of].flat() : [];
}

const most = 1_000;

function explainPart(query: Query, scope: FieldScope, article: TokenizedArticle | undefined): Explanation {
  if (query.type === 'field' && query.of.type === 'phrase') {
    const value = explainPart(query.of, query.field, article);
    return query.field === 'has' ? value : { ...value, words: `${value.words}, ${wordsOf(query)}` };
  }
  const inner = query.type === 'field' ? query.field : scope;
  const whole: Query =
    scope === 'text' || query.type === 'all'
      ? query
      : { type: 'field', field: scope, of: query, span: query.span };
  const explained: Explanation = {
    query: whole,
    text: printQuery(whole),
    words: scope === 'has' ? stateWords(query) : wordsOf(query),
    of: partsOf(query).map((part) => ({
      ...explainPart(part, inner, article),
      ...(query.type === 'not' && part === query.exclude && { excluded: true as const }),
    })),
  };
  if (!article) return explained;
  const sought = whole.type === 'field' && whole.of === query ? fieldValue(whole) : query;
  const places = isPlaces(sought) ? countPlaces(sought, article.runs(scope), most) : null;
  return {
    ...explained,
    verdict: { holds: places === null ? matchTokens(sought, article, scope) : places > 0, places },
  };
}

/** A query clause by clause, in words; given an article and what its archive knows of it, which clauses it meets: why it is among the results, or not. */
export function explainQuery(query: Query, article?: Article, facts?: ArchiveFacts): Explanation {
  return explainPart(query, 'text', article && tokenizeArticle(article, facts));
}
