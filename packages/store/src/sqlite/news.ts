import type { Article } from '@pressmark/core';
import { match } from '@pressmark/core/query';
import type { Database } from 'better-sqlite3';
import { QueryLimit, type Wanted } from '../contract.ts';
import { type DayRange, dayOfKey } from '../key.ts';
import { isSelected } from '../selected.ts';
import { openArrivals } from './arrivals.ts';
import { filterBy, type KeySet, noKeys } from './key-sets.ts';
import { openRepaired } from './repairs.ts';

/** Milliseconds that reading earlier versions may take: others wait meanwhile. */
const patience = 20_000;

function isHit({ query, selection = {} }: Wanted, article: Article): boolean {
  return isSelected(article, selection) && match(query, article);
}

/** The hits on certain days, of a search as if nothing were asked of their arrival. */
export interface HitsOn {
  days: DayRange;
  hitsOn: (days: DayRange) => KeySet;
}

/**
 * Makes the function that finds what is new of a search: the hits now that were none at the moment `since`. An article that
 * came in since is new unless the version that stood then was a hit too.
 */
export function openNews(sqlite: Database): (wanted: Wanted & { since: number }, hits: HitsOn) => KeySet {
  const arrivals = openArrivals(sqlite);
  const repairs = openRepaired(sqlite);

  const wasHit = (key: number, wanted: Wanted & { since: number }): boolean => {
    const earlier = arrivals.stoodAt(key, wanted.since);
    if (earlier === null) return false;
    return [earlier, repairs.apply(earlier)].some((version) => isHit(wanted, version));
  };

  return (wanted, { days, hitsOn }) => {
    const arrived = arrivals.after(wanted.since);
    if (arrived.length === 0) return noKeys;
    const from = Math.max(days.from, dayOfKey(arrived[0] as number));
    const to = Math.min(days.to, dayOfKey(arrived.at(-1) as number));
    if (from > to) return noKeys;
    const end = Date.now() + patience;
    return filterBy(arrived, hitsOn({ from, to }), true).filter((key) => {
      if (Date.now() > end) {
        throw new QueryLimit(
          'Too many articles were updated to tell what is new; please narrow the search by a word, a date or a source.',
        );
      }
      return !wasHit(key, wanted);
    });
  };
}
