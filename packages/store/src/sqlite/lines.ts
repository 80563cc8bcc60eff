import { setImmediate } from 'node:timers/promises';
import type { Article } from '@pressmark/core';
import { type LineWidth, type Occurrence, occurrences, type Query } from '@pressmark/core/query';
import type { Database } from 'better-sqlite3';
import {
  hasHits,
  type Line,
  type LinePlace,
  type LinesPage,
  type LinesRequest,
  type LinesWanted,
  lineOf,
  orderOf,
  parseLineCursor,
  printLineCursor,
} from '../concordance.ts';
import type { Store, Wanted } from '../contract.ts';
import type { Place } from '../cursor.ts';
import type { Columns } from './columns.ts';
import type { Finder } from './find.ts';
import { openLineOrder, placeAfter } from './line-order.ts';
import { checkpoint } from './watch.ts';

/** What lines are made of. */
export interface Articles {
  sqlite: Database;
  columns(): Columns;
  finder: Finder;
  has(key: number): boolean;
  articleAt(key: number): Article;
  /** Reads in one moment, whatever is written meanwhile. */
  atOnce<T>(read: () => T): T;
}

type Lines = Pick<Store, 'lines' | 'countLines' | 'streamLines'>;

/** Articles looked at for one page, so that one of articles without lines comes back soon. */
const mostLooked = 2_000;
/** Articles read in one go. */
const chunk = 100;
/** Articles counted between two looks at whether to go on. */
const stride = 1_024;

/** Reads the hits of articles, newest article first. */
function openHits({ columns, finder, has, articleAt, atOnce }: Articles) {
  /** Every article found at first, some read at a time; what is gone by then is passed over. */
  async function* each<T>(wanted: Wanted, read: (key: number) => T): AsyncGenerator<T> {
    const keys = atOnce(() => {
      const now = columns();
      const places = finder.places(finder.prepare(wanted));
      return Float64Array.from(places, (place) => now.keys[place] as number).reverse();
    });
    for (let at = 0; at < keys.length; at += chunk) {
      checkpoint();
      yield* atOnce(() => [...keys.subarray(at, at + chunk)].filter(has).map(read));
      await setImmediate();
    }
  }

  /** The lines of every article found, at one moment; null where that takes a look at every text. */
  const countAtOnce = (wanted: Wanted): number[] | null =>
    atOnce(() => {
      const count = finder.lineCount(wanted.query);
      if (!count) return null;
      const now = columns();
      const places = finder.places(finder.prepare(wanted));
      return Array.from(places, (place, index) => {
        if (index % stride === 0) checkpoint();
        const key = now.keys[place] as number;
        return count(key) ?? hitsAt(key, wanted.query).found.length;
      });
    });

  const hitsAt = (key: number, query: Query): Hits => {
    const article = articleAt(key);
    return { article, found: occurrences(query, article) };
  };

  return {
    hitsAt,
    lines: (wanted: LinesWanted) => each(wanted, (key) => linesOf(hitsAt(key, wanted.query), wanted.width)),
    async *counts(wanted: Wanted): AsyncGenerator<number> {
      const counts = countAtOnce(wanted);
      if (counts) yield* counts;
      else yield* each(wanted, (key) => hitsAt(key, wanted.query).found.length);
    },
    places: ({ query, sort, ...wanted }: LinesWanted) =>
      each({ query, ...wanted }, (key): LinePlace[] => {
        const { article, found } = hitsAt(key, query);
        return found.map((one, hit) => ({ key, hit, text: orderOf(article, one, sort) }));
      }),
    /** The lines at these places; a hit that is gone since has none. */
    linesAt(places: LinePlace[], { query, width }: LinesWanted): Line[] {
      const known = new Map<number, Hits | null>();
      return places.flatMap(({ key, hit }) => {
        const hits = known.get(key) ?? (has(key) ? hitsAt(key, query) : null);
        known.set(key, hits);
        const found = hits?.found[hit];
        return hits && found ? lineOf(hits.article, { found, hit, width }) : [];
      });
    },
  };
}

/** The hits of a query in an article. */
interface Hits {
  article: Article;
  found: Occurrence[];
}

/** The lines of an article from one hit on, at most so many. */
function linesOf({ article, found }: Hits, width: LineWidth, [from, most] = [0, found.length]): Line[] {
  return found
    .slice(from, from + most)
    .map((one, index) => lineOf(article, { found: one, hit: from + index, width }));
}

/** A page newest first: as many articles as it takes, and no order to keep. */
function datedPage(
  finder: Finder,
  hitsAt: (key: number, query: Query) => Hits,
  request: LinesRequest,
): LinesPage {
  const { query, width, limit, cursor } = request;
  const begin = cursor === undefined ? undefined : parseLineCursor(cursor);
  const search = finder.prepare(request);
  const found: { key: number; line: Line }[] = [];
  let after: Place | undefined = begin && { key: begin.key + 1 };
  let ended = false;
  for (let looked = 0; !ended && looked < mostLooked && found.length <= limit; looked += chunk) {
    checkpoint();
    const places = finder.page(search, { sort: 'newest', limit: chunk, after });
    for (const { key } of places) {
      if (found.length > limit) break;
      const from = key === begin?.key ? begin.hit + 1 : 0;
      const lines = linesOf(hitsAt(key, query), width, [from, limit + 1 - found.length]);
      found.push(...lines.map((line) => ({ key, line })));
    }
    after = places.at(-1);
    ended = places.length < chunk;
  }
  const end = found[limit - 1];
  // Every hit of the last article looked at lies behind the next page.
  const behind = ended || !after ? null : { key: after.key, hit: Number.MAX_SAFE_INTEGER, text: '' };
  const next = found.length > limit && end ? { key: end.key, hit: end.line.hit, text: '' } : behind;
  return { lines: found.slice(0, limit).map(({ line }) => line), next: next && printLineCursor(next) };
}

/** Lines of a concordance. */
export function openLines(articles: Articles): Lines {
  const { sqlite, finder, atOnce } = articles;
  const hits = openHits(articles);
  const orderFor = openLineOrder(sqlite, hits.places);

  const sortedPage = async (request: LinesRequest): Promise<LinesPage> => {
    const { limit, cursor, ...wanted } = request;
    const places = await orderFor(wanted, cursor === undefined);
    const from = cursor === undefined ? 0 : placeAfter(places, parseLineCursor(cursor));
    const shown = places.slice(from, from + limit);
    const end = shown.at(-1);
    return {
      lines: atOnce(() => hits.linesAt(shown, wanted)),
      next: end && from + limit < places.length ? printLineCursor(end) : null,
    };
  };

  return {
    async lines(request) {
      if (!hasHits(request.query)) return { lines: [], next: null };
      return request.sort === 'date'
        ? atOnce(() => datedPage(finder, hits.hitsAt, request))
        : sortedPage(request);
    },
    async *countLines(wanted) {
      if (hasHits(wanted.query)) yield* hits.counts(wanted);
    },
    async *streamLines(wanted) {
      if (!hasHits(wanted.query)) return;
      if (wanted.sort === 'date') {
        for await (const lines of hits.lines(wanted)) yield* lines;
        return;
      }
      const places = await orderFor(wanted, true);
      for (let at = 0; at < places.length; at += chunk) {
        checkpoint();
        yield* atOnce(() => hits.linesAt(places.slice(at, at + chunk), wanted));
        await setImmediate();
      }
    },
  };
}
