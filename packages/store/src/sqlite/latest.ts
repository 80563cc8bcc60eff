import type { Article } from '@pressmark/core';
import type { ArchiveFacts } from '@pressmark/core/query';
import type { Database } from 'better-sqlite3';
import type { Wanted } from '../contract.ts';
import { hitOf } from '../hit.ts';
import type { Arrival, News } from '../saved-search.ts';
import { openArrivals } from './arrivals.ts';
import { type Columns, placeOf } from './columns.ts';
import type { Finder } from './find.ts';
import type { KeySet } from './key-sets.ts';

/** What tells hits by when they came in. */
export interface Latest {
  news(wanted: Wanted): News;
  latest(wanted: Wanted, limit: number): Arrival[];
}

interface LatestSources {
  sqlite: Database;
  finder: Finder;
  columns: () => Columns;
  articles: { repairedAt(key: number): Article; factsOf(key: number): ArchiveFacts };
}

/** Opens the answers about arrivals, over a connection and its finder. */
export function openLatest({ sqlite, finder, columns, articles }: LatestSources): Latest {
  const arrivals = openArrivals(sqlite);
  const storedAt = sqlite.prepare<[number], string>('SELECT stored_at FROM articles WHERE key = ?').pluck();
  const hitsOf = (wanted: Wanted): KeySet => {
    const { keys } = columns();
    return Float64Array.from(finder.places(finder.prepare(wanted)), (place) => keys[place] as number);
  };
  const arrivalOf = ({ query }: Wanted, key: number): Arrival => {
    const article = articles.repairedAt(key);
    const { copyright } = article;
    const hit = hitOf(query, article, articles.factsOf(key));
    return { hit, storedAt: storedAt.get(key) as string, ...(copyright !== undefined && { copyright }) };
  };
  return {
    news(wanted) {
      // Articles stored before arrivals were kept have the moment 0.
      const { since = -1 } = wanted;
      const found = finder.prepare({ ...wanted, since });
      const known = arrivals.countKnown(found.hits?.() ?? hitsOf({ ...wanted, since }), since);
      return { moment: arrivals.moment(), new: finder.total(found), known };
    },
    latest(wanted, limit) {
      const hits = hitsOf(wanted);
      const keys: number[] = [];
      if (hits.length === 0) return [];
      for (const key of arrivals.newestFirst()) {
        if (hits[placeOf(hits, key)] === key) keys.push(key);
        if (keys.length === Math.min(limit, hits.length)) break;
      }
      return keys.map((key) => arrivalOf(wanted, key));
    },
  };
}
