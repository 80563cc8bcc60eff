import type { FieldScope, Places, Query, Term } from '@pressmark/core/query';
import { fieldValue, tokenize } from '@pressmark/core/query';
import type { Dimension, Period, Selection, Wanted } from './contract.ts';
import { isIndexed } from './facets.ts';
import { type DayRange, dayOf, everyDay, lastDay } from './key.ts';
import { daysOf, isPeriod } from './periods.ts';
import { chosenIn } from './selection.ts';

/** A condition on articles, in terms every engine has: words in a field, a facet value, days, and their combinations. */
export type Clause =
  | { type: 'all' }
  | { type: 'none' }
  | { type: 'phrase'; scope: FieldScope; terms: Term[] }
  /** At so many places or more; `places.ts` of core says what stands where. */
  | { type: 'places'; scope: FieldScope; of: Places; times: number }
  /** Two phrases, or any of some, near each other or a little farther; `words` is what that takes at least. */
  | { type: 'near'; scope: 'text' | 'td'; of: Near; words: Clause }
  /** Word count, both ends inclusive. */
  | { type: 'words'; min?: number | undefined; max?: number | undefined }
  /** Any of the values of a dimension. */
  | { type: 'facet'; dimension: Exclude<Dimension, Period>; values: string[] }
  | ({ type: 'days' } & DayRange)
  | { type: 'and' | 'or'; of: Clause[] }
  | { type: 'not'; include: Clause; exclude: Clause };

type Near = Extract<Places, { type: 'near' }>;

/** What to find: articles of these days (a range of keys) that meet the clause. */
export interface Plan {
  days: DayRange;
  clause: Clause;
}

const all: Clause = { type: 'all' };
const none: Clause = { type: 'none' };

/** All of the clauses; nested ones are laid flat. */
function every(clauses: Clause[]): Clause {
  const of = clauses.flatMap((clause) => (clause.type === 'and' ? clause.of : [clause]));
  const kept = of.filter(({ type }) => type !== 'all');
  if (kept.some(({ type }) => type === 'none')) return none;
  return kept.length > 1 ? { type: 'and', of: kept } : (kept[0] ?? all);
}

/** Any of the clauses; nested ones are laid flat. */
function any(clauses: Clause[]): Clause {
  const of = clauses.flatMap((clause) => (clause.type === 'or' ? clause.of : [clause]));
  const kept = of.filter(({ type }) => type !== 'none');
  if (kept.some(({ type }) => type === 'all')) return all;
  return kept.length > 1 ? { type: 'or', of: kept } : (kept[0] ?? none);
}

function without(include: Clause, exclude: Clause): Clause {
  if (exclude.type === 'none' || include.type === 'none') return include;
  return exclude.type === 'all' ? none : { type: 'not', include, exclude };
}

function days({ from, to }: DayRange): Clause {
  return from <= to ? { type: 'days', from, to } : none;
}

const pattern = /^[\p{L}\p{N}\p{M}?]+$/u;

/** A term that is no token of the one tokenizer is found nowhere, whatever an engine would make of it. */
export function isToken({ text }: Term): boolean {
  if (text.includes('?')) return pattern.test(text);
  const [token, ...more] = tokenize(text);
  return token?.text === text && more.length === 0;
}

/** Whether a field looks at what the archive knows of articles, not at what they say. */
export function isOfArchive(scope: FieldScope): boolean {
  return scope === 'tag' || scope === 'has';
}

/** Whether the words of a field are in the index. */
function isInIndex(scope: FieldScope): boolean {
  // What was noticed in articles is kept with them.
  return scope !== 'issue' && !isOfArchive(scope);
}

function phraseClause(terms: Term[], scope: FieldScope): Clause {
  return terms.every(isToken) ? { type: 'phrase', scope, terms } : none;
}

/** The clause of a query; dates look at the day of publication, so an article without a date has none of them. */
function clauseOf(query: Query, scope: FieldScope): Clause {
  switch (query.type) {
    case 'all':
      return all;
    case 'and':
      return every(query.of.map((part) => clauseOf(part, scope)));
    case 'or':
      return any(query.of.map((part) => clauseOf(part, scope)));
    case 'not':
      return without(clauseOf(query.include, scope), clauseOf(query.exclude, scope));
    case 'field':
      return clauseOf(fieldValue(query), query.field);
    case 'date':
      return days({ from: query.from ? dayOf(query.from) : 1, to: query.to ? dayOf(query.to) : lastDay });
    case 'words':
      return { type: 'words', min: query.min, max: query.max };
    case 'atleast':
      return { type: 'places', scope, of: query.of, times: query.times };
    case 'phrase':
      if (isInIndex(scope)) return phraseClause(query.terms, scope);
  }
  return { type: 'places', scope, of: query, times: 1 };
}

/** Whether words and values of the index, and their combinations, alone decide a clause. */
export function isPlain(clause: Clause): boolean {
  switch (clause.type) {
    case 'places':
    case 'words':
      return false;
    case 'facet':
      return isIndexed(clause.dimension);
    case 'and':
    case 'or':
      return clause.of.every(isPlain);
    case 'not':
      return isPlain(clause.include) && isPlain(clause.exclude);
    default:
      return true;
  }
}

/** Words that two phrases may be apart and leave fewer articles than their words do alone. */
const farthest = 15;

/** What an article must hold for something to stand anywhere in it. */
function wordsFor(places: Places, scope: FieldScope): Clause {
  switch (places.type) {
    case 'phrase':
      return isInIndex(scope) ? phraseClause(places.terms, scope) : all;
    case 'or':
      return any(places.of.map((part) => wordsFor(part, scope)));
    case 'first':
      return wordsFor(places.of, scope);
    default: {
      const words = every([wordsFor(places.left, scope), wordsFor(places.right, scope)]);
      if (places.type !== 'near' || places.words > farthest || words.type === 'none') return words;
      if (!isOfPhrases(places.left) || !isOfPhrases(places.right)) return words;
      // In other fields, what is near may begin in one column of an index and end in another.
      return scope === 'text' || scope === 'td' ? { type: 'near', scope, of: places, words } : words;
    }
  }
}

/** Whether a part of a query is a phrase or any of some. */
function isOfPhrases(places: Places): boolean {
  return places.type === 'phrase' || (places.type === 'or' && places.of.every(isOfPhrases));
}

/** A plain clause that every article of this clause meets (`outer`), or that only articles of this clause meet (`inner`). */
function approximate(clause: Clause, side: 'outer' | 'inner'): Clause {
  switch (clause.type) {
    case 'places':
      return side === 'outer' ? wordsFor(clause.of, clause.scope) : none;
    case 'words':
      return side === 'outer' ? all : none;
    case 'facet':
      return isPlain(clause) ? clause : side === 'outer' ? all : none;
    case 'and':
      return every(clause.of.map((part) => approximate(part, side)));
    case 'or':
      return any(clause.of.map((part) => approximate(part, side)));
    case 'not': {
      const other = side === 'outer' ? 'inner' : 'outer';
      return without(approximate(clause.include, side), approximate(clause.exclude, other));
    }
    default:
      return clause;
  }
}

/** The plain clause of the articles among which those of a clause are. */
export function candidatesOf(clause: Clause): Clause {
  return approximate(clause, 'outer');
}

/** Both clauses. */
export function both(a: Clause, b: Clause): Clause {
  return every([a, b]);
}

/** Ranges in order, those that touch joined. */
function joinRanges(ranges: DayRange[]): DayRange[] {
  const joined: DayRange[] = [];
  for (const range of ranges.toSorted((a, b) => a.from - b.from)) {
    const last = joined.at(-1);
    if (last && range.from <= last.to + 1) last.to = Math.max(last.to, range.to);
    else joined.push({ ...range });
  }
  return joined;
}

function choiceOf([dimension, values]: [Dimension, string[]]): Clause {
  if (!isPeriod(dimension)) return { type: 'facet', dimension, values };
  return any(joinRanges(values.flatMap((value) => daysOf(dimension, value) ?? [])).map(days));
}

/** The clause within everything that is chosen. */
function chosenOf(clause: Clause, { dates, exclude, ...chosen }: Selection): Clause {
  const range = dates
    ? days({ from: dates.from ? dayOf(dates.from) : 1, to: dates.to ? dayOf(dates.to) : lastDay })
    : all;
  const included = every([clause, range, ...chosenIn(chosen).map(choiceOf)]);
  return without(included, any(chosenIn(exclude).map(choiceOf)));
}

/** Takes the days that every hit must be of out of a clause: they become a range of keys. */
function split(clause: Clause): Plan {
  if (clause.type === 'days') return { days: clause, clause: all };
  if (clause.type === 'not') {
    const { days, clause: include } = split(clause.include);
    return { days, clause: without(include, clause.exclude) };
  }
  if (clause.type !== 'and') return { days: everyDay, clause };
  const parts = clause.of.map(split);
  return {
    days: {
      from: Math.max(...parts.map(({ days }) => days.from)),
      to: Math.min(...parts.map(({ days }) => days.to)),
    },
    clause: every(parts.map((part) => part.clause)),
  };
}

/** Plans a search: one range of days and one clause over the rest. */
export function planOf({ query, selection = {} }: Wanted): Plan {
  const { days, clause } = split(chosenOf(clauseOf(query, 'text'), selection));
  return { days: { from: days.from, to: days.to }, clause };
}
