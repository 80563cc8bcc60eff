import type { Database } from 'better-sqlite3';
import type { Sort, Wanted } from '../contract.ts';
import type { Place } from '../cursor.ts';
import { type DayRange, dayOfKey, keysOf } from '../key.ts';
import { daysOf, periodOf } from '../periods.ts';
import { planOf } from '../plan.ts';
import { type Columns, placeOf, placesBetween } from './columns.ts';
import { type IndexColumn, indexColumns } from './index-row.ts';
import { type Archive, matchExpression } from './match-expression.ts';

/** A search as the engine runs it: a range of keys, both inclusive, and a match expression; without one, every key. */
export interface Search {
  from: bigint;
  to: bigint;
  match: string | null;
}

/** How much a hit in a column counts for relevance: headline first, then the lead, whose words stand in `body` too. */
const weights: Record<IndexColumn, number> = {
  headline: 10,
  kicker: 4,
  section: 1,
  column: 1,
  byline: 2,
  credit: 1,
  dateline: 2,
  lead: 2,
  captions: 0,
  corrections: 0,
  body: 1,
  facts: 0,
};
const score = `bm25(articles_index, ${indexColumns.map((column) => weights[column]).join(', ')})`;

// FTS5 sees bounds on the rowid only where they are bound as integers: a number of JavaScript is a real.
const matching = 'articles_index MATCH :match AND rowid BETWEEN :from AND :to';
const among = 'key BETWEEN :from AND :to';

function prepare(sqlite: Database) {
  const keys = (sql: string) => sqlite.prepare<[Search & { limit: number }], number>(sql).pluck();
  const ranked = `SELECT rowid AS key, ${score} AS score FROM articles_index WHERE ${matching}`;
  return {
    next: sqlite.prepare<[number], number | null>('SELECT min(key) FROM articles WHERE key >= ?').pluck(),
    tokens: sqlite
      .prepare<[string, string, number], string>(
        'SELECT term FROM articles_words WHERE term >= ? AND term < ? LIMIT ?',
      )
      .pluck(),
    count: sqlite.prepare<[Search], number>(`SELECT count(*) FROM articles_index WHERE ${matching}`).pluck(),
    keys: sqlite
      .prepare<[Search], Buffer | null>(
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
    best: sqlite.prepare<[Search & { limit: number }], Required<Place>>(
      `${ranked} ORDER BY score, rowid DESC LIMIT :limit`,
    ),
    nextBest: sqlite.prepare<[Search & { limit: number } & Required<Place>], Required<Place>>(
      `SELECT * FROM (${ranked}) WHERE score > :score OR (score = :score AND key < :key)
       ORDER BY score, key DESC LIMIT :limit`,
    ),
  };
}

/** Keys in one text, comma by comma. */
function parseKeys(text: Buffer | null): Float64Array {
  if (text === null) return new Float64Array(0);
  const comma = 44;
  const zero = 48;
  const keys = new Float64Array((text.length >> 1) + 1);
  let count = 0;
  let key = 0;
  for (const byte of text) {
    if (byte === comma) {
      keys[count++] = key;
      key = 0;
    } else {
      key = key * 10 + byte - zero;
    }
  }
  keys[count++] = key;
  return keys.subarray(0, count);
}

/** How hits are found, over one connection; every method speaks of the transaction the connection is in. */
export interface Finder {
  prepare(wanted: Wanted): Search;
  total(search: Search, columns: () => Columns): number;
  /** The places of all hits in the columns, in order. */
  places(search: Search, columns: Columns): Uint32Array;
  /** The next hits, newest or oldest first, or by relevance where the search has words. */
  page(search: Search, order: { sort: Sort; limit: number; after?: Place | undefined }): Place[];
}

function openArchive(statements: ReturnType<typeof prepare>): Archive {
  return {
    tokens(prefix, limit) {
      const found = statements.tokens.all(prefix, `${prefix}\u{10FFFF}`, limit + 1);
      return found.length > limit ? null : found;
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

/** Opens a finder over a connection. */
export function openFinder(sqlite: Database): Finder {
  const statements = prepare(sqlite);
  const archive = openArchive(statements);
  const range = ({ from, to }: Search, { keys }: Columns): [number, number] => {
    const first = placeOf(keys, Number(from));
    return [first, Math.max(first, placeOf(keys, Number(to) + 1, first))];
  };

  return {
    prepare(wanted) {
      const { days, clause } = planOf(wanted);
      const { from, to } = keysOf(days);
      const match = clause.type === 'all' ? null : matchExpression(clause, archive);
      return { from: BigInt(from), to: BigInt(to), match };
    },
    total(search, columns) {
      if (search.match !== null) return statements.count.get(search) as number;
      const [from, to] = range(search, columns());
      return to - from;
    },
    places(search, columns) {
      if (search.match === null) {
        const [from, to] = range(search, columns);
        return placesBetween(from, to);
      }
      const keys = parseKeys(statements.keys.get(search) ?? null);
      const places = new Uint32Array(keys.length);
      let place = 0;
      for (const [index, key] of keys.entries()) {
        place = placeOf(columns.keys, key, place);
        if (columns.keys[place] !== key)
          throw new Error('The index and the articles of this archive disagree.');
        places[index] = place;
      }
      return places;
    },
    page(search, { sort, limit, after }) {
      if (sort === 'relevance' && search.match !== null) {
        if (after === undefined) return statements.best.all({ ...search, limit });
        return statements.nextBest.all({ ...search, limit, score: after.score ?? 0, key: after.key });
      }
      const order = sort === 'oldest' ? 'oldest' : 'newest';
      const rest =
        after === undefined
          ? search
          : order === 'oldest'
            ? { ...search, from: BigInt(after.key + 1) }
            : { ...search, to: BigInt(after.key - 1) };
      const statement = statements[order][search.match === null ? 'all' : 'matching'];
      return statement.all({ ...rest, limit }).map((key) => ({ key }));
    },
  };
}
