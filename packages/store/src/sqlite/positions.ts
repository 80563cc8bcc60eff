import { countPlaces, type Places, paragraphBreak, type Term } from '@pressmark/core/query';
import type { Database } from 'better-sqlite3';
import type { Clause } from '../plan.ts';
import { type IndexColumn, indexColumns } from './index-row.ts';
import { type KeySet, noKeys } from './key-sets.ts';
import { type Archive, expand } from './match-expression.ts';
import { columnShift, type Entry, type Offsets, openPostings, type Postings } from './postings.ts';
import { type Counter, runOf, type Slice, type Stretch, simpleCounter } from './spots.ts';
import { checkpoint } from './watch.ts';

type PlacesClause = Extract<Clause, { type: 'places' }>;

const numberOf = (column: IndexColumn): number => indexColumns.indexOf(column);
const body = numberOf('body');
const headline = numberOf('headline');
/** The columns that hold one stretch of text each. */
const single = (['kicker', 'section', 'column', 'byline', 'credit', 'dateline'] as const).map(numberOf);

/** The columns of the text, each paragraph in one of them. */
export const textColumns = [headline, ...single, body];

/** Lists of articles that may be read side by side, each a page of 4 KB in memory. */
const mostLists = 10_000;
/** Articles decided between two looks at whether to go on. */
const stride = 1_024;

const none = new Int32Array(0);
const noPlaces: Slice = { list: none, from: 0, to: 0 };

function termsOf(query: Places): Term[] {
  if (query.type === 'phrase') return query.terms;
  const parts =
    query.type === 'or' ? query.of : query.type === 'first' ? [query.of] : [query.left, query.right];
  return parts.flatMap(termsOf);
}

/** The same without a limit of first words. */
function anywhere(query: Places): Places {
  if (query.type === 'phrase') return query;
  if (query.type === 'first') return anywhere(query.of);
  if (query.type === 'or') return { ...query, of: query.of.map(anywhere) };
  return { ...query, left: anywhere(query.left), right: anywhere(query.right) };
}

/** The places of a term, whichever words it stands for, in the article that is looked at; and those in one column of it. */
export interface Stood extends Slice {
  /** A heap: each list is at no later article than the two below it. An archive under import has dozens, few at any article. */
  postings: Postings[];
  places: Offsets;
}

const newStood = (entries: Entry[]): Stood => ({
  postings: entries.map((entry) => entry.open()).sort((a, b) => a.key - b.key),
  places: { list: none, length: 0 },
  list: none,
  from: 0,
  to: 0,
});

/** Puts the first list where it belongs after it went on. */
function sink(heap: Postings[]): void {
  const list = heap[0] as Postings;
  let at = 0;
  for (let child = 1; child < heap.length; child = 2 * at + 1) {
    const beside = heap[child + 1];
    if (beside && beside.key < (heap[child] as Postings).key) child++;
    const next = heap[child] as Postings;
    if (next.key >= list.key) break;
    heap[at] = next;
    at = child;
  }
  heap[at] = list;
}

/** Adds the places of the lists that are at an article, from one list of the heap on; gives how many there are. */
function addPlacesAt(key: number, stood: Stood, from = 0): number {
  const list = stood.postings[from];
  if (list?.key !== key) return 0;
  list.addPlaces(stood.places);
  return 1 + addPlacesAt(key, stood, 2 * from + 1) + addPlacesAt(key, stood, 2 * from + 2);
}

/** Looks at one article. */
function lookAt(stood: Stood, key: number): void {
  const { postings, places } = stood;
  places.length = 0;
  for (let first = postings[0]; first && first.key < key; first = postings[0]) {
    first.seek(key);
    sink(postings);
  }
  if (addPlacesAt(key, stood) > 1) places.list.subarray(0, places.length).sort();
}

/** Narrows to the places in one column. */
export function within(stood: Stood, column: number): Slice {
  const { list, length } = stood.places;
  let from = 0;
  while (from < length && (list[from] as number) >> columnShift < column) from++;
  let to = from;
  while (to < length && (list[to] as number) >> columnShift === column) to++;
  stood.list = list;
  stood.from = from;
  stood.to = to;
  return stood;
}

/** Counts the places of a part of a query in a column; three of four ask for two words that are near each other. */
function counterOf(query: Places, times: number): Counter {
  const simple = simpleCounter(query);
  const isCounted = query.type === 'phrase' || query.type === 'or' || query.type === 'first';
  if (simple && (isCounted || times === 1)) return simple;
  return (stretch, most) => countPlaces(query, [runOf(stretch)], most);
}

/** Looks terms up; each call of what it gives begins anew at the first article. Null where they stand for too many words. */
export type Gather = (terms: Term[]) => (() => Map<Term, Stood>) | null;

/** Opens the look-up of terms, over the index alone. */
export function openGather(sqlite: Database, archive: Archive): Gather {
  const postings = openPostings(sqlite);
  return (terms) => {
    const found = new Map<Term, Entry[]>();
    let lists = 0;
    for (const term of terms) {
      const words = expand(term, archive);
      if (words === null || words.includes(paragraphBreak)) return null;
      const entries = postings(words);
      lists += entries.length;
      if (lists > mostLists) return null;
      found.set(term, entries);
    }
    return () => new Map(Array.from(found, ([term, entries]) => [term, newStood(entries)]));
  };
}

/** Makes the function that gives the articles of which the index holds both texts, as filed and repaired, one behind the other. */
export function openTwofold(sqlite: Database): () => Set<number> {
  const repaired = sqlite
    .prepare<[], number>(
      `SELECT key FROM repairs JOIN articles ON articles.id = repairs.article COLLATE NOCASE
       WHERE taken_back_at IS NULL`,
    )
    .pluck();
  return () => new Set(repaired.all());
}

/** Decides a clause for some of the candidates; the others are not told by positions alone. */
type Positions = (candidates: KeySet) => { told: KeySet; undecided: KeySet };

/** Opens the look at positions, over the index alone; what it gives for a clause holds in the transaction the connection is in. */
export function openPositions(sqlite: Database, archive: Archive): (clause: PlacesClause) => Positions {
  const postings = openPostings(sqlite);
  const gather = openGather(sqlite, archive);
  const readTwofold = openTwofold(sqlite);

  return ({ of, times, scope }) => {
    const begin = scope === 'text' || scope === 'td' ? gather(termsOf(of)) : null;
    if (begin === null) return (candidates) => ({ told: noKeys, undecided: candidates });
    const twofold = readTwofold();
    const ends = postings([paragraphBreak]);
    return (candidates) => {
      const decide = openDecision({ of, times, isText: scope === 'text' }, begin(), () => newStood(ends));
      const told = new Float64Array(candidates.length);
      let holding = 0;
      const undecided = candidates.filter((key, index) => {
        if (index % stride === 0) checkpoint();
        const verdict = twofold.has(key) ? null : decide(key);
        if (verdict) told[holding++] = key;
        return verdict === null;
      });
      return { told: told.subarray(0, holding), undecided };
    };
  };
}

/** Looks at one article: the columns, a bit each, in which one of these stands. */
export function columnsAt(all: readonly Stood[], key: number): number {
  let present = 0;
  for (const stood of all) {
    lookAt(stood, key);
    const { list, length } = stood.places;
    for (let at = 0; at < length; at++) present |= 1 << ((list[at] as number) >> columnShift);
  }
  return present;
}

/** Makes what decides for one article after another, by ascending key: null where a headline of two parts makes that uncertain. */
function openDecision(
  { of, times, isText }: { of: Places; times: number; isText: boolean },
  terms: Map<Term, Stood>,
  openEnds: () => Stood,
): (key: number) => boolean | null {
  const count = counterOf(of, times);
  const countAnywhere = counterOf(anywhere(of), 1);
  const all = [...terms.values()];
  const columns = isText ? [body, ...single] : [body];
  let ends: Stood | undefined;
  let endsAt = -1;
  let now = -1;
  const stretches = indexColumns.map(
    (_, column): Stretch => ({
      start: column << columnShift,
      places: (term) => within(terms.get(term) as Stood, column),
      breaks() {
        if (column !== body) return noPlaces;
        ends ??= openEnds();
        if (endsAt !== now) lookAt(ends, now);
        endsAt = now;
        return within(ends, body);
      },
    }),
  );

  return (key) => {
    now = key;
    const present = columnsAt(all, key);
    let found = 0;
    for (const column of columns) {
      if ((present & (1 << column)) === 0) continue;
      found += count(stretches[column] as Stretch, times - found);
      if (found >= times) return true;
    }
    const isOpen = isText && (present & (1 << headline)) !== 0;
    return isOpen && countAnywhere(stretches[headline] as Stretch, 1) > 0 ? null : false;
  };
}
