import type { Span } from '@pressmark/core';
import {
  clausesOf,
  type Dialect,
  type Explanation,
  explainQuery,
  type FieldScope,
  fieldColumns,
  foldName,
  parseQuery,
  printQuery,
  printValue,
  type Query,
  type QueryField,
  type QueryProblem,
  queryFields,
  type Term,
  type TextColumn,
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
/** Values of a list that are looked up. */
const mostListed = 20;

const noSpan = { start: 0, end: 0 };

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

/** Whether a field looks at the text, the words of which are known together. */
function isOfText(scope: FieldScope): boolean {
  const columns: readonly TextColumn[] = fieldColumns.text;
  return fieldColumns[scope].every((column) => columns.includes(column));
}

/** A word by itself, where a field looks. */
function wordIn(text: string, scope: FieldScope, span: Span): Query {
  const phrase: Query = { type: 'phrase', terms: [{ text, prefix: false }], quoted: false, span };
  return scope === 'text' ? phrase : { type: 'field', field: scope, of: phrase, span };
}

/** How often a truncated word stands for too little or too much. */
async function truncationNote(store: Store, [term, span]: [Term, Span], scope: FieldScope): Promise<Note[]> {
  const typed = `${term.text}${term.prefix ? (term.most === undefined ? '*' : `$${term.most}`) : ''}`;
  const { count, isMore, words } = await store.expand(term, scope);
  if (count === 0)
    return [
      {
        message: `No word of ${isOfText(scope) ? 'the archive' : queryFields[scope as QueryField]} fits “${typed}”.`,
        span,
      },
    ];
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
    const total = await store.countHits({ query: wordIn(word, scope, span) });
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

/** The values of a list typed as words side by side: parted by commas, or each of them one that the archive has. */
async function listedIn(store: Store, field: QueryField, typed: string): Promise<string[]> {
  const isParted = /[,;]/.test(typed);
  const parts = typed.split(isParted ? /[,;]/ : /[\s/]+/).flatMap((part) => part.trim() || []);
  if (parts.length < 2 || parts.length > mostListed) return [];
  const known = await Promise.all(parts.map((part) => isValue(store, field, part)));
  return (isParted ? known.includes(true) : !known.includes(false)) ? parts : [];
}

/** Whether the archive has a code, a name or an accession number, written in full. */
async function isValue(store: Store, field: QueryField, text: string): Promise<boolean> {
  if (field === 'an') {
    const terms = tokenize(text).map((token) => ({ text: token.text, prefix: false }));
    const of: Query = { type: 'phrase', terms, quoted: false, span: noSpan };
    return (await store.countHits({ query: { type: 'field', field, of, span: noSpan } })) > 0;
  }
  const values = await suggestValues(store, { field, text: text.slice(0, 100), limit: 50 });
  return values.some((value) => [value.insert, value.label].some((one) => foldName(one) === foldName(text)));
}

/** Codes or names typed as words side by side, which no article has all in one place. */
async function listNote(
  store: Store,
  { q }: Asked,
  { field, span }: { field: QueryField; span: Span },
): Promise<Note[]> {
  const typed = q.slice(span.start, span.end);
  const list = (await listedIn(store, field, typed)).map((value) => printValue(field, value)).join(' or ');
  if (list === '') return [];
  const isBracketed = q.charAt(span.start - 1) === '(' && q.charAt(span.end) === ')';
  const instead = isBracketed ? list : `(${list})`;
  return [{ message: `No article has ${field}=${typed}. Any of them is ${field}=(${list}).`, span, instead }];
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
  // What the archive has of articles are a few words, all of them known to the language.
  if (scope === 'has') return [];
  const truncated = phrase.terms.some(({ text, prefix }) => prefix || text.includes('?'));
  const isEmpty = (await store.countHits({ query: leaf })) === 0;
  if (isEmpty && !truncated && scope !== 'text' && (scope === 'an' || isListed(scope))) {
    const of = { field: scope, span: phrase.span };
    const list = await listNote(store, asked, of);
    if (list.length > 0) return list;
    if (scope !== 'an') return valueNote(store, asked, of);
  }
  const isNowhere = async ([{ text }, span]: [Term, Span]) =>
    phrase.terms.length === 1 || (await store.countHits({ query: wordIn(text, scope, span) })) === 0;
  // The words of tags are in no index.
  if (scope === 'tag') return [];
  const notes: Note[] = [];
  for (const typed of typedTerms(asked.q, phrase)) {
    const [term] = typed;
    if (term.prefix || term.text.includes('?')) notes.push(...(await truncationNote(store, typed, scope)));
    else if (isEmpty && (await isNowhere(typed))) {
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

async function notesOn(store: Store, asked: Asked): Promise<Note[]> {
  const notes: Note[] = [];
  for (const [index, { query: leaf }] of [...leavesOf(explainQuery(asked.query))].entries()) {
    if (index >= mostLeaves) {
      const message = `Only the first ${mostLeaves} words and phrases were looked up for these notes.`;
      return [...notes, { message, span: leaf.type === 'all' ? { start: 0, end: 0 } : leaf.span }];
    }
    notes.push(...(await leafNotes(store, asked, leaf)));
  }
  return notes;
}

/** What a query asks for and the archive does not have: days, words, values; and words that stand for thousands. */
export async function archiveNotes(store: Store, asked: Asked): Promise<QueryProblem[]> {
  return (await notesOn(store, asked)).map((note) => problemOf(asked, note));
}

/** A query with every word and value the archive does not have as it has one near to it, or null. */
export async function mendQuery(
  store: Store,
  asked: Asked,
): Promise<{ query: Query; changes: string[] } | null> {
  const { q, dialect } = asked;
  const mends = (await notesOn(store, asked)).filter(({ instead }) => instead !== undefined);
  if (mends.length === 0) return null;
  const mended = mends
    .toSorted((a, b) => b.span.start - a.span.start)
    .reduce((text, { span, instead }) => text.slice(0, span.start) + instead + text.slice(span.end), q);
  const parsed = parseQuery(mended, { dialect });
  const changes = mends.map(({ span, instead }) => `${instead} instead of ${q.slice(span.start, span.end)}`);
  return parsed.ok ? { query: parsed.query, changes } : null;
}
