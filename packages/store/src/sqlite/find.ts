import type { Article } from '@pressmark/core';
import type { Query } from '@pressmark/core/query';
import type { Database } from 'better-sqlite3';
import type { Wanted } from '../contract.ts';
import type { Place } from '../cursor.ts';
import { type DayRange, dayOfKey, keysOf as keysOfDays } from '../key.ts';
import { daysOf, periodOf } from '../periods.ts';
import { type Clause, candidatesOf, isPlain, type Plan, planOf } from '../plan.ts';
import { type Columns, locateKeys, placeOf } from './columns.ts';
import type { Dictionary } from './dictionary.ts';
import type { Files } from './files.ts';
import type { KeySet } from './key-sets.ts';
import type { LineCount } from './line-counts.ts';
import { type LookedUp, openLookup } from './look-up.ts';
import type { Archive } from './match-expression.ts';
import { openNews } from './news.ts';
import { isByRank, pageByRank } from './order.ts';
import { type HitsOfDays, type PageOrder, pageOf, pageOfDays } from './page-of-days.ts';
import { countPlaces, keysAt, listPlaces, type PlaceSet, setOfKeys, somePlaces } from './place-sets.ts';
import { placesIn, type Range, rangeOf } from './range.ts';
import { openRelevance } from './relevance.ts';
import { openSample } from './sample.ts';
import { isOfWords } from './sets.ts';

/** A search as the engine runs it. */
export interface Search {
  /** A range of keys, both inclusive, and a match expression; without one, every key. */
  range: Range;
  /** A plain clause that every hit meets. */
  clause: Clause;
  /** Where single words, values and days decide it: the hits, as places. */
  set?: () => PlaceSet;
  /** Where words alone do not decide it: the hits, which are among those of the range. */
  hits?: () => KeySet;
  /** Where hits of some days can be found sooner than all of them. */
  ofDays?: HitsOfDays;
}

// FTS5 sees bounds on the rowid only where they are bound as integers: a number of JavaScript is a real.
const matching = 'articles_index MATCH :match AND rowid BETWEEN :from AND :to';
const among = 'key BETWEEN :from AND :to';

function prepare(sqlite: Database) {
  const keys = (sql: string) => sqlite.prepare<[Range & { limit: number }], number>(sql).pluck();
  return {
    next: sqlite.prepare<[number], number | null>('SELECT min(key) FROM articles WHERE key >= ?').pluck(),
    tokens: sqlite
      .prepare<[string, string], string>('SELECT term FROM articles_words WHERE term >= ? AND term < ?')
      .pluck(),
    count: sqlite.prepare<[Range], number>(`SELECT count(*) FROM articles_index WHERE ${matching}`).pluck(),
    newest: {
      matching: keys(`SELECT rowid FROM articles_index WHERE ${matching} ORDER BY rowid DESC LIMIT :limit`),
      all: keys(`SELECT key FROM articles WHERE ${among} ORDER BY key DESC LIMIT :limit`),
    },
    oldest: {
      matching: keys(`SELECT rowid FROM articles_index WHERE ${matching} ORDER BY rowid LIMIT :limit`),
      all: keys(`SELECT key FROM articles WHERE ${among} ORDER BY key LIMIT :limit`),
    },
  };
}

/** How hits are found, over one connection; every method speaks of the transaction the connection is in. */
export interface Finder {
  prepare(wanted: Wanted): Search;
  total(search: Search): number;
  /** The places of all hits in the columns, in order. */
  places(search: Search): Uint32Array;
  /** The next hits in an order; by relevance where the search has words. */
  page(search: Search, order: PageOrder): Place[];
  /** The same, without a look at the hits that are on no page so far. */
  pageAlone(search: Search, order: PageOrder): Place[];
  /** Counts the lines of hits, by ascending key; null where that takes a look at their texts. */
  lineCount(query: Query): LineCount | null;
}

function openArchive(statements: Statements): Archive {
  return {
    tokens(prefix, fits, limit) {
      const found: string[] = [];
      for (const token of statements.tokens.iterate(prefix, `${prefix}\u{10FFFF}`)) {
        if (fits(token)) found.push(token);
        if (found.length > limit) return null;
      }
      return found;
    },
    years() {
      const years: DayRange[] = [];
      for (let day = 1; ; ) {
        const key = statements.next.get(keysOfDays({ from: day, to: day }).from) ?? null;
        const year = key === null ? null : daysOf('year', periodOf(dayOfKey(key), 'year'));
        if (year === null) return years;
        years.push(year);
        day = year.to + 1;
      }
    },
  };
}

type Statements = ReturnType<typeof prepare>;

/** What a finder is given of the archive beside its index. */
export interface FinderSources {
  sqlite: Database;
  columns: () => Columns;
  /** Whether there are columns already: without them, the index is asked where it answers sooner than they are there. */
  isLoaded: () => boolean;
  dictionary: Dictionary;
  files: Files;
  /** Every text an article is found by: what its file says, and its repaired text where that differs. */
  versionsAt: (key: number) => Article[];
}

/** The same of a set of places. */
function pageOfSet(set: PlaceSet, { keys }: Columns, { sort, limit, after }: PageOrder): Place[] {
  const isBackwards = sort !== 'oldest';
  const start = isBackwards ? keys.length : 0;
  const from = after === undefined ? start : placeOf(keys, isBackwards ? after.key : after.key + 1);
  return somePlaces(set, { from, isBackwards, limit }).map((place) => ({ key: keys[place] as number }));
}

/** The page of the articles of a range, in the order of the index itself. */
function readPage(statements: Statements, range: Range, { sort, limit, after }: PageOrder): Place[] {
  const side = sort === 'oldest' ? 'oldest' : 'newest';
  const rest =
    after === undefined
      ? range
      : side === 'oldest'
        ? { ...range, from: BigInt(after.key + 1) }
        : { ...range, to: BigInt(after.key - 1) };
  const statement = statements[side][range.match === null ? 'all' : 'matching'];
  return statement.all({ ...rest, limit }).map((key) => ({ key }));
}

const keysFound = ({ range, set }: Search, columns: Columns, { keysOf }: LookedUp): KeySet =>
  set ? keysAt(columns, set()) : keysOf(range);

/** Makes what turns a search into what is to be run. */
function openPrepare(
  { sqlite, columns, dictionary, files }: FinderSources,
  archive: Archive,
  lookedUp: LookedUp,
): (wanted: Wanted) => Search {
  const { keysIn, hitsOf, hitsOn, sets, remembered } = lookedUp;
  const news = openNews(sqlite);
  const drawSample = openSample(sqlite, columns);

  const indexedOn = (plan: Plan) => (days: DayRange) => keysIn(rangeOf({ ...plan, days }, archive));

  const find = (wanted: Wanted): Search => {
    dictionary.refresh();
    files.refresh();
    const plan = planOf(wanted);
    const clause = candidatesOf(plan.clause);
    const range = rangeOf({ ...plan, clause }, archive);
    const { since } = wanted;
    if (since !== undefined) {
      const newOnes = () => news({ ...wanted, since }, { days: plan.days, hitsOn: hitsOn(plan.clause) });
      return { range, clause, hits: () => remembered.keep(JSON.stringify([plan, since]), newOnes) };
    }
    if (isOfWords(plan.clause)) {
      const set = () => sets.of(plan, columns());
      if (range.isOpen || range.match === null || sets.isAtHand(plan)) return { range, clause, set };
      return { range, clause, set, ofDays: { days: plan.days, hitsOn: indexedOn(plan), mostParts: 1 } };
    }
    // The index itself reads phrases from either end, and no further than a page.
    if (isPlain(plan.clause)) return { range, clause };
    const name = JSON.stringify(plan);
    const hits = () => remembered.keep(name, () => hitsOf(plan));
    if (remembered.has(name)) return { range, clause, hits };
    const ofDays = { days: plan.days, hitsOn: hitsOn(plan.clause), mostParts: Number.POSITIVE_INFINITY };
    return { range, clause, hits, ofDays };
  };

  return (wanted) => {
    const found = find(wanted);
    const sample = wanted.selection?.sample;
    if (sample === undefined) return found;
    const draw = () => drawSample(found.hits?.() ?? keysFound(found, columns(), lookedUp), sample);
    const name = JSON.stringify([planOf(wanted), wanted.since, sample]);
    return { range: found.range, clause: found.clause, hits: () => remembered.keep(name, draw) };
  };
}

/** Opens a finder over a connection. */
export function openFinder(sources: FinderSources): Finder {
  const { sqlite, columns, isLoaded, dictionary } = sources;
  const statements = prepare(sqlite);
  const archive = openArchive(statements);
  const lookedUp = openLookup(sources, archive);
  const { keysOf, lineCount } = lookedUp;
  const best = openRelevance({ sqlite, archive, ...lookedUp });

  return {
    lineCount,
    prepare: openPrepare(sources, archive, lookedUp),
    total({ range, set, hits }) {
      if (hits) return hits().length;
      if (set && isLoaded()) return countPlaces(set());
      if (range.isOpen) return keysOf(range).length;
      if (range.match !== null) return statements.count.get(range) as number;
      const [from, to] = placesIn(range, columns());
      return to - from;
    },
    places({ range, set, hits }) {
      return set ? listPlaces(set()) : locateKeys(columns(), hits?.() ?? keysOf(range));
    },
    page(search, order) {
      const { range, set, hits } = search;
      const { sort, limit, after } = order;
      if (isByRank(sort))
        return pageByRank({ columns: columns(), dictionary }, this.places(search), { sort, limit, after });
      if (sort === 'relevance' && range.match !== null) {
        const now = columns();
        const found = set?.() ?? setOfKeys(now, hits?.() ?? keysOf(range));
        return best({ clause: search.clause, columns: now, hits: found }, order);
      }
      if (set && isLoaded()) return pageOfSet(set(), columns(), order);
      if (!hits && !range.isOpen) return readPage(statements, range, order);
      return pageOf(hits?.() ?? keysOf(range), order);
    },
    pageAlone(search, order) {
      const isByDay = order.sort === 'newest' || order.sort === 'oldest';
      const { ofDays } = search;
      const found = ofDays && isByDay && isLoaded() ? pageOfDays(ofDays, columns(), order) : null;
      return found ?? this.page(search, order);
    },
  };
}
