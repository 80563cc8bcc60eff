import type { Article } from '@pressmark/core';
import { type ArchiveFacts, match } from '@pressmark/core/query';
import type { Database } from 'better-sqlite3';
import type { Wanted } from '../contract.ts';
import { type DayRange, dayOfKey } from '../key.ts';
import { isSelected } from '../selected.ts';
import { openArrivals } from './arrivals.ts';
import { openFacts } from './facts.ts';
import { filterBy, type KeySet, noKeys } from './key-sets.ts';
import { openRepaired } from './repaired.ts';
import { checkpoint } from './watch.ts';

function isHit({ query, selection = {} }: Wanted, article: Article, facts: ArchiveFacts): boolean {
  return isSelected(article, selection) && match(query, article, facts);
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
  const facts = openFacts(sqlite);

  const wasHit = (key: number, wanted: Wanted & { since: number }): boolean => {
    const earlier = arrivals.stoodAt(key, wanted.since);
    if (earlier === null) return false;
    // Tags, notes and duplicates are taken as they are now.
    const known = facts.of(key);
    return [earlier, repairs.apply(earlier)].some((version) => isHit(wanted, version, known));
  };

  return (wanted, { days, hitsOn }) => {
    const arrived = arrivals.after(wanted.since);
    if (arrived.length === 0) return noKeys;
    const from = Math.max(days.from, dayOfKey(arrived[0] as number));
    const to = Math.min(days.to, dayOfKey(arrived.at(-1) as number));
    if (from > to) return noKeys;
    return filterBy(arrived, hitsOn({ from, to }), true).filter((key) => {
      checkpoint();
      return !wasHit(key, wanted);
    });
  };
}
