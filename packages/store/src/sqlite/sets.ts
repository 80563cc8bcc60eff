import type { Database } from 'better-sqlite3';
import { everyDay, keysOf } from '../key.ts';
import { type Clause, isPlain, type Plan } from '../plan.ts';
import { type Columns, placeOf } from './columns.ts';
import type { Doclists, Wish } from './doclists.ts';
import { facetToken } from './index-row.ts';
import { type Archive, tokensOf } from './match-expression.ts';
import { openMemory } from './memory.ts';
import { intersect, noPlaces, type PlaceSet, placeRange, subtract, unite } from './place-sets.ts';

/** Sets of places that are kept: 10 MB of them, 80 of a million articles. */
const mostKept = { most: 1_024, mostLength: 2_500_000 };
/** A set is kept where that spares a page of the index for so many bytes: 64 pages in an archive of a million articles. */
const bytesAPage = 2_048;

/** Whether single words, values and days decide a clause. */
export function isOfWords(clause: Clause): boolean {
  switch (clause.type) {
    case 'phrase':
      return clause.terms.length === 1;
    case 'and':
    case 'or':
      return clause.of.every(isOfWords);
    case 'not':
      return isOfWords(clause.include) && isOfWords(clause.exclude);
    default:
      return isPlain(clause);
  }
}

function rangeOf(days: Plan['days'], { keys }: Columns): PlaceSet {
  const { from, to } = keysOf(days);
  const first = placeOf(keys, from);
  return placeRange(keys.length, [first, Math.max(first, placeOf(keys, to + 1, first))]);
}

/** Gives the articles of a plan that single words, values and days decide, by their places in the columns. */
export type Sets = (plan: Plan, columns: Columns) => PlaceSet;

/** Opens the sets of articles in which words stand, over one connection; those of common words are kept until the archive changes. */
export function openSets(sqlite: Database, archive: Archive, doclists: Doclists): Sets {
  let pages = 0;
  const remembered = openMemory<PlaceSet>(() => sqlite.pragma('data_version', { simple: true }), {
    ...mostKept,
    isKept: (set) => pages * bytesAPage >= set.byteLength,
  });
  const withAny = (wishes: Wish[], columns: Columns): PlaceSet =>
    remembered.keep(JSON.stringify(wishes), () => {
      const found = doclists.find(wishes, columns);
      pages = found.pages;
      return found.set;
    });

  const setOf = (clause: Clause, columns: Columns): PlaceSet => {
    const places = columns.keys.length;
    const each = (parts: Clause[]): PlaceSet[] => parts.map((part) => setOf(part, columns));
    switch (clause.type) {
      case 'all':
        return placeRange(places, [0, places]);
      case 'none':
        return noPlaces(places);
      case 'days':
        return rangeOf(clause, columns);
      case 'facet': {
        const tokens = clause.values.map((value) => facetToken(clause.dimension, value));
        return withAny(
          tokens.map((token) => ({ token, isOpen: false, columns: null })),
          columns,
        );
      }
      case 'phrase':
        return withAny(
          clause.terms.flatMap((term) => tokensOf(clause.scope, term, archive)),
          columns,
        );
      case 'and':
        return each(clause.of).reduce(intersect);
      case 'or':
        return each(clause.of).reduce(unite);
      case 'not':
        return subtract(setOf(clause.include, columns), setOf(clause.exclude, columns));
      default:
        throw new Error('Single words do not say where they stand.');
    }
  };
  return ({ days, clause }, columns) => {
    const found = setOf(clause, columns);
    const isEvery = days.from === everyDay.from && days.to === everyDay.to;
    return isEvery ? found : intersect(found, rangeOf(days, columns));
  };
}
