import type { Database } from 'better-sqlite3';
import { everyDay, keysOf } from '../key.ts';
import { type Clause, isPlain, type Plan } from '../plan.ts';
import { type Columns, placeOf } from './columns.ts';
import type { Doclists, Wish } from './doclists.ts';
import { facetToken } from './index-row.ts';
import type { KeySet } from './key-sets.ts';
import { type Archive, tokensOf } from './match-expression.ts';
import { openMemory } from './memory.ts';
import {
  cutPlaces,
  intersect,
  keysAt,
  noPlaces,
  type PlaceSet,
  placeRange,
  subtract,
  unite,
} from './place-sets.ts';

/** Sets of places that are kept: 10 MB of them, 80 of a million articles. */
const mostKept = { most: 1_024, mostLength: 2_500_000 };
/** A set is kept where that spares a page of the index for so many bytes: 64 pages in an archive of a million articles. */
const bytesAPage = 2_048;

/** Whether single words, values and days decide a clause. */
export function isOfWords(clause: Clause): boolean {
  switch (clause.type) {
    case 'phrase':
      return clause.terms.length === 1;
    case 'near':
      return false;
    case 'and':
    case 'or':
      return clause.of.every(isOfWords);
    case 'not':
      return isOfWords(clause.include) && isOfWords(clause.exclude);
    default:
      return isPlain(clause);
  }
}

/** The places of days: the first, and the one after the last. */
function placesOf(days: Plan['days'], { keys }: Columns): [number, number] {
  const { from, to } = keysOf(days);
  const first = placeOf(keys, from);
  return [first, Math.max(first, placeOf(keys, to + 1, first))];
}

/** Where a set is looked at: the first of its words of 32 places, and the one after the last. */
type Part = [number, number];

/** Gives the articles of a plan that single words, values and days decide. */
export interface Sets {
  /** By their places in the columns. */
  of(plan: Plan, columns: Columns): PlaceSet;
  /** Their keys; of a few days without a look at the others. */
  keysOf(plan: Plan, columns: Columns): KeySet;
  /** Whether they are told without much reading. */
  isAtHand(plan: Plan): boolean;
}

/** The sets of the articles in which words stand. */
interface Words {
  withAny(wishes: Wish[], columns: Columns): PlaceSet;
  isAtHand(wishes: Wish[]): boolean;
}

/** Pages of the index that are soon read. */
const fewPages = 8;

/** Opens the sets of articles in which words stand; those of common words are kept until the archive changes. */
function openWords(sqlite: Database, doclists: Doclists): Words {
  let pages = 0;
  const remembered = openMemory<PlaceSet>(() => sqlite.pragma('data_version', { simple: true }), {
    ...mostKept,
    isKept: (set) => pages * bytesAPage >= set.byteLength,
  });
  const nameOf = (wishes: Wish[]): string => JSON.stringify(wishes);
  return {
    withAny: (wishes, columns) =>
      remembered.keep(nameOf(wishes), () => {
        const found = doclists.find(wishes, columns);
        pages = found.pages;
        return found.set;
      }),
    isAtHand: (wishes) =>
      remembered.has(nameOf(wishes)) ||
      wishes.reduce((sum, wish) => sum + doclists.extent(wish), 0) <= fewPages,
  };
}

/** Opens what tells the articles of plans of words, over one connection. */
export function openSets(sqlite: Database, archive: Archive, doclists: Doclists): Sets {
  const words = openWords(sqlite, doclists);
  const wishesOf = (clause: Clause): Wish[] | undefined => {
    if (clause.type === 'phrase')
      return clause.terms.flatMap((term) => tokensOf(clause.scope, term, archive));
    if (clause.type !== 'facet') return undefined;
    const tokens = clause.values.map((value) => facetToken(clause.dimension, value));
    return tokens.map((token) => ({ token, isOpen: false, columns: null }));
  };
  const isAtHand = (clause: Clause): boolean => {
    if (clause.type === 'and' || clause.type === 'or') return clause.of.every(isAtHand);
    if (clause.type === 'not') return isAtHand(clause.include) && isAtHand(clause.exclude);
    const wishes = wishesOf(clause);
    return !wishes || words.isAtHand(wishes);
  };
  const setOf = (clause: Clause, columns: Columns, part: Part): PlaceSet => {
    const wishes = wishesOf(clause);
    if (wishes) return words.withAny(wishes, columns).subarray(...part);
    const places = columns.keys.length;
    const each = (parts: Clause[]): PlaceSet[] => parts.map((one) => setOf(one, columns, part));
    switch (clause.type) {
      case 'all':
        return placeRange(places, [0, places]).subarray(...part);
      case 'none':
        return noPlaces(places).subarray(...part);
      case 'days':
        return placeRange(places, placesOf(clause, columns)).subarray(...part);
      case 'and':
        return each(clause.of).reduce(intersect);
      case 'or':
        return each(clause.of).reduce(unite);
      case 'not':
        return subtract(setOf(clause.include, columns, part), setOf(clause.exclude, columns, part));
      default:
        throw new Error('Single words do not say where they stand.');
    }
  };
  /** The set of the days of a plan, and the place it begins at. */
  const partOf = ({ days, clause }: Plan, columns: Columns): { set: PlaceSet; start: number } => {
    const [first, end] = placesOf(days, columns);
    const part: Part = [first >>> 5, (end + 31) >>> 5];
    const start = part[0] * 32;
    return { set: cutPlaces(setOf(clause, columns, part), [first - start, end - start]), start };
  };
  return {
    of(plan, columns) {
      const all = noPlaces(columns.keys.length);
      const { from, to } = plan.days;
      if (from === everyDay.from && to === everyDay.to) return setOf(plan.clause, columns, [0, all.length]);
      const { set, start } = partOf(plan, columns);
      all.set(set, start >>> 5);
      return all;
    },
    keysOf(plan, columns) {
      const { set, start } = partOf(plan, columns);
      return keysAt(columns, set, start);
    },
    isAtHand: ({ clause }) => isAtHand(clause),
  };
}
