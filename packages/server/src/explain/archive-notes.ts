import type { Span } from '@pressmark/core';
import {
  clausesOf,
  type Dialect,
  type Explanation,
  explainQuery,
  type FieldScope,
  parseQuery,
  printQuery,
  type Query,
  type QueryField,
  type QueryProblem,
  queryFields,
  type Term,
  tokenize,
} from '@pressmark/core/query';
import { QueryLimit, type Store } from '@pressmark/store';
import { isListed, suggestValues } from './values.ts';

interface Asked {
  q: string;
  dialect: Dialect;
  query: Query;
}

/** What is worth saying of a part of a query, with what could stand in the place of a span of it. */
interface Note {
  message: string;
  span: Span;
  /** The words to put there. */
  instead?: string | undefined;
  /** The whole query, mended. */
  mend?: string | undefined;
}

/** Leaves that are looked at, and from how many words on a truncated one is broad. */
const mostLeaves = 60;
const broad = 1_000;

const format = (value: number) => value.toLocaleString('en');

function* leavesOf(part: Explanation): Generator<Explanation> {
  if (part.of.length === 0) yield part;
  for (const inner of part.of) yield* leavesOf(inner);
}

/** The words of a phrase and their places in the text, where there is one for each. */
function typedTerms(q: string, { terms, span }: Extract<Query, { type: 'phrase' }>): [Term, Span][] {
  const tokens = tokenize(q.slice(span.start, span.end));
  return terms.map((term, index): [Term, Span] => {
    const token = terms.length > 1 && tokens.length === terms.length ? tokens[index] : undefined;
    return [term, token ? { start: span.start + token.start, end: span.start + token.end } : span];
  });
}

async function dateNote(
  store: Store,
  { query }: Asked,
  date: Extract<Query, { type: 'date' }>,
): Promise<Note[]> {
  const { from, to } = await store.totals();
  const isOutside = from && to && ((date.from ?? '') > to || (date.to ?? '9999-12-31') < from);
  if (!isOutside) return [];
  const rest = clausesOf(query).find((clause) => clause.query === date)?.rest;
  const message = `The archive holds articles from ${from} to ${to}: none is of these days.`;
  return [{ message, span: date.span, mend: rest ? printQuery(rest) : undefined }];
}

/** How often a truncated word stands for too little or too much. */
async function truncationNote(store: Store, [term, span]: [Term, Span], scope: FieldScope): Promise<Note[]> {
  const typed = `${term.text}${term.prefix ? (term.most === undefined ? '*' : `$${term.most}`) : ''}`;
  const { count, isMore, words } = await store.expand(term, scope);
  if (count === 0)
    return [{ message: `No word ${scope === 'text' ? 'of the archive' : 'there'} fits “${typed}”.`, span }];
  if (count < broad) return [];
  const number = `${isMore ? 'more than ' : ''}${format(count)}`;
  return [{ message: `“${typed}” stands for ${number} words, such as ${words.join(', ')}.`, span }];
}

/** A word that occurs nowhere, with the spelling of the archive that most articles have. */
async function spellingNote(
  store: Store,
  [{ text }, span]: [Term, Span],
  scope: FieldScope,
): Promise<Note[]> {
  const found: { word: string; total: number }[] = [];
  for (const word of await store.spellings(text)) {
    const phrase: Query = { type: 'phrase', terms: [{ text: word, prefix: false }], quoted: false, span };
    const query: Query = scope === 'text' ? phrase : { type: 'field', field: scope, of: phrase, span };
    const total = await store.countHits({ query });
    if (total > 0) found.push({ word, total });
  }
  found.sort((a, b) => b.total - a.total);
  const where = scope === 'text' ? 'nowhere in the archive' : `nowhere in ${queryFields[scope]}`;
  const near = found.slice(0, 3).map(({ word, total }) => `${word} (${format(total)})`);
  const instead = found[0]?.word;
  const also = near.length > 0 ? ` Near it: ${near.join(', ')}.` : '';
  return [{ message: `“${text}” stands ${where}.${also}`, span, instead }];
}

/** Values of a list near to what was typed: those that hold it, or ever shorter beginnings of it; else the most frequent. */
async function nearValues(store: Store, field: QueryField, typed: string) {
  const find = async (text: string) => {
    const values = await suggestValues(store, { field, text, limit: 4 });
    return values.filter(({ insert }) => insert.toLowerCase() !== typed.toLowerCase()).slice(0, 3);
  };
  for (let length = typed.length; length >= Math.min(3, typed.length); length--) {
    const values = await find(typed.slice(0, length));
    if (values.length > 0) return { values, isNear: true };
  }
  return { values: field === 'issue' ? [] : await find(''), isNear: false };
}

async function valueNote(
  store: Store,
  { q }: Asked,
  { field, span }: { field: QueryField; span: Span },
): Promise<Note[]> {
  const typed = q
    .slice(span.start, span.end)
    .replace(/^["“”]|["“”]$/g, '')
    .slice(0, 100);
  const { values, isNear } = await nearValues(store, field, typed);
  const there = values.map(({ insert, label, count }) => {
    const name = insert === label ? insert : `${insert} (${label})`;
    return count === null ? name : `${name}, ${format(count)}`;
  });
  const also = there.length > 0 ? ` There is ${there.join('; ')}.` : '';
  const instead = isNear ? values[0]?.insert : undefined;
  return [{ message: `No article has ${field}=${typed}.${also}`, span, instead }];
}

async function phraseNotes(
  store: Store,
  asked: Asked,
  { phrase, leaf }: { phrase: Extract<Query, { type: 'phrase' }>; leaf: Query },
): Promise<Note[]> {
  const scope: FieldScope = leaf.type === 'field' ? leaf.field : 'text';
  const truncated = phrase.terms.some(({ text, prefix }) => prefix || text.includes('?'));
  const isEmpty = (await store.countHits({ query: leaf })) === 0;
  if (isEmpty && !truncated && scope !== 'text' && isListed(scope)) {
    return valueNote(store, asked, { field: scope, span: phrase.span });
  }
  const notes: Note[] = [];
  for (const typed of typedTerms(asked.q, phrase)) {
    const [term] = typed;
    if (term.prefix || term.text.includes('?')) notes.push(...(await truncationNote(store, typed, scope)));
    else if (isEmpty && (phrase.terms.length === 1 || (await store.countWords([term.text]))[0] === 0)) {
      notes.push(...(await spellingNote(store, typed, scope)));
    }
  }
  return notes;
}

async function leafNotes(store: Store, asked: Asked, leaf: Query): Promise<Note[]> {
  const phrase = leaf.type === 'field' ? leaf.of : leaf;
  try {
    if (leaf.type === 'date') return await dateNote(store, asked, leaf);
    return phrase.type === 'phrase' ? await phraseNotes(store, asked, { phrase, leaf }) : [];
  } catch (error) {
    // What is too much to look up is said where it is counted.
    if (error instanceof QueryLimit) return [];
    throw error;
  }
}

function problemOf({ q, dialect }: Asked, { message, span, instead, mend }: Note): QueryProblem {
  const before = q.slice(0, span.start).split('\n');
  const mended = instead === undefined ? mend : q.slice(0, span.start) + instead + q.slice(span.end);
  const isQuery = mended !== undefined && parseQuery(mended, { dialect }).ok;
  return {
    message,
    span,
    line: before.length,
    column: (before.at(-1) ?? '').length + 1,
    ...(isQuery && { mend: mended }),
  };
}

/** What a query asks for and the archive does not have: days, words, values; and words that stand for thousands. */
export async function archiveNotes(store: Store, asked: Asked): Promise<QueryProblem[]> {
  const notes: Note[] = [];
  let looked = 0;
  for (const { query: leaf } of leavesOf(explainQuery(asked.query))) {
    if (++looked > mostLeaves) break;
    notes.push(...(await leafNotes(store, asked, leaf)));
  }
  return notes.map((note) => problemOf(asked, note));
}
