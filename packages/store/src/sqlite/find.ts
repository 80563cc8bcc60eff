import type { Article } from '@pressmark/core';
import type { Query } from '@pressmark/core/query';
import type { Database } from 'better-sqlite3';
import type { Sort, Wanted } from '../contract.ts';
import type { Place } from '../cursor.ts';
import { type DayRange, dayOfKey, keysOf } from '../key.ts';
import { daysOf, periodOf } from '../periods.ts';
import { type Clause, candidatesOf, isPlain, type Plan, planOf } from '../plan.ts';
import { type Columns, locateKeys, placeOf, placesBetween } from './columns.ts';
import type { Dictionary } from './dictionary.ts';
import type { Files } from './files.ts';
import { openHeld } from './held.ts';
import { type KeySet, union } from './key-sets.ts';
import { type LineCount, openLineCounts } from './line-counts.ts';
import type { Archive } from './match-expression.ts';
import { openMemory } from './memory.ts';
import { openNews } from './news.ts';
import { isByRank, pageByRank } from './order.ts';
import { openPositions } from './positions.ts';
import { keysBetween, openPostings } from './postings.ts';
import { parseKeys, placesIn, type Range, rangeOf } from './range.ts';
import { groupsOf, openRelevance } from './relevance.ts';
import { type Lookup, resolve } from './resolve.ts';
import { openSample } from './sample.ts';
import { openWordCount, standsIn } from './verify.ts';

/** A search as the engine runs it. */
export interface Search {
  /** A range of keys, both inclusive, and a match expression; without one, every key. */
  range: Range;
  /** The same for each group of hits that relevance tells apart. */
  groups: () => Range[];
  /** Where words alone do not decide it: the hits, which are among those of the range. */
  hits?: KeySet;
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
    keys: sqlite
      .prepare<[Range], Buffer | null>(
        `SELECT CAST(group_concat(rowid) AS BLOB) FROM articles_index WHERE ${matching}`,
      )
      .pluck(),
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
        const key = statements.next.get(keysOf({ from: day, to: day }).from) ?? null;
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
  dictionary: Dictionary;
  files: Files;
  /** Every text an article is found by: what its file says, and its repaired text where that differs. */
  versionsAt: (key: number) => Article[];
}

/** The page of a list of hits that begins after a place. */
function pageOf(hits: KeySet, { sort, limit, after }: PageOrder): Place[] {
  if (sort === 'oldest') {
    const first = after === undefined ? 0 : placeOf(hits, after.key + 1);
    return Array.from(hits.subarray(first, first + limit), (key) => ({ key }));
  }
  const end = after === undefined ? hits.length : placeOf(hits, after.key);
  return Array.from(hits.subarray(Math.max(0, end - limit), end).toReversed(), (key) => ({ key }));
}

interface PageOrder {
  sort: Sort;
  limit: number;
  after?: Place | undefined;
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

/** What is looked up in the index, in the columns and, where these do not tell, in the texts. */
function openLookup(
  { sqlite, columns, dictionary, files, versionsAt }: FinderSources,
  statements: Statements,
  archive: Archive,
) {
  const positions = openPositions(sqlite, archive);
  const facet = openHeld({ columns, dictionary, files });
  const postings = openPostings(sqlite);
  const keysIn = (range: Range): KeySet => {
    const { word, from, to } = range;
    // A list of articles read as it lies comes at a fifth of the cost of keys that SQL prints.
    if (word !== undefined) return keysBetween(postings(word), Number(from), Number(to));
    if (range.match !== null) return parseKeys(statements.keys.get(range) ?? null);
    return columns().keys.slice(...placesIn(range, columns()));
  };
  const lookupIn = (days: DayRange): Lookup => {
    const plain = (clause: Clause) => keysIn(rangeOf({ days, clause }, archive));
    const places: Lookup['places'] = (clause, candidates) => {
      const { told, undecided } = positions(clause, candidates);
      return union(told, standsIn(clause, undecided, versionsAt));
    };
    return { plain, places, facet, words: openWordCount({ columns, plain }) };
  };
  const remembered = openMemory<KeySet>(() => sqlite.pragma('data_version', { simple: true }));
  const keysOf = (range: Range): KeySet =>
    remembered(`${range.match} ${range.from} ${range.to}`, () => keysIn(range));
  const hitsOf = (plan: Plan): KeySet =>
    isPlain(plan.clause) ? keysOf(rangeOf(plan, archive)) : resolve(plan.clause, lookupIn(plan.days));
  return { keysOf, hitsOf, remembered, lineCount: openLineCounts(sqlite, archive) };
}

/** Opens a finder over a connection. */
export function openFinder(sources: FinderSources): Finder {
  const { sqlite, columns, dictionary, files } = sources;
  const statements = prepare(sqlite);
  const archive = openArchive(statements);
  const { keysOf, hitsOf, remembered, lineCount } = openLookup(sources, statements, archive);
  const best = openRelevance(sqlite, keysOf);
  const news = openNews(sqlite);
  const drawSample = openSample(sqlite, columns);

  const find = (wanted: Wanted): Search => {
    dictionary.refresh();
    files.refresh();
    const plan = planOf(wanted);
    const candidates = candidatesOf(plan.clause);
    const range = rangeOf({ ...plan, clause: candidates }, archive);
    const groups = () => groupsOf(candidates).map((clause) => rangeOf({ ...plan, clause }, archive));
    const { since } = wanted;
    if (since !== undefined) {
      const hitsOn = (days: DayRange) => hitsOf({ ...plan, days });
      const newOnes = () => news({ ...wanted, since }, { days: plan.days, hitsOn });
      return { range, groups, hits: remembered(JSON.stringify([plan, since]), newOnes) };
    }
    if (isPlain(plan.clause)) return { range, groups };
    return { range, groups, hits: remembered(JSON.stringify(plan), () => hitsOf(plan)) };
  };

  return {
    lineCount,
    prepare(wanted) {
      const found = find(wanted);
      const sample = wanted.selection?.sample;
      if (sample === undefined) return found;
      const draw = () => drawSample(found.hits ?? keysOf(found.range), sample);
      return {
        ...found,
        hits: remembered(JSON.stringify([planOf(wanted), wanted.since, sample]), draw),
      };
    },
    total({ range, hits }) {
      if (hits !== undefined) return hits.length;
      if (range.word !== undefined || range.isOpen) return keysOf(range).length;
      if (range.match !== null) return statements.count.get(range) as number;
      const [from, to] = placesIn(range, columns());
      return to - from;
    },
    places({ range, hits }) {
      const now = columns();
      if (hits === undefined && range.match === null) return placesBetween(...placesIn(range, now));
      return locateKeys(now, hits ?? keysOf(range));
    },
    page(search, order) {
      const { range, hits } = search;
      const { sort, limit, after } = order;
      if (isByRank(sort))
        return pageByRank({ columns: columns(), dictionary }, this.places(search), { sort, limit, after });
      if (sort === 'relevance' && range.match !== null) return best(search, order);
      if (hits === undefined && !range.isOpen) return readPage(statements, range, order);
      return pageOf(hits ?? keysOf(range), order);
    },
  };
}
