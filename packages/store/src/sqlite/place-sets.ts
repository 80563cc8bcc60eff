import { dayOfKey, keysOf, serialOf } from '../key.ts';
import { type Columns, locateKeys, placeOf } from './columns.ts';
import type { KeySet } from './key-sets.ts';

/** Places of the columns, a bit each. */
export type PlaceSet = Uint32Array;

/** No places, of columns with so many. */
export function noPlaces(places: number): PlaceSet {
  return new Uint32Array((places + 31) >>> 5);
}

/** The places `[from, to)`, of so many. */
export function placeRange(places: number, [from, to]: [number, number]): PlaceSet {
  const set = noPlaces(places);
  if (from >= to) return set;
  const [first, last] = [from >>> 5, (to - 1) >>> 5];
  set.fill(0xffffffff, first, last + 1);
  set[first] = (set[first] as number) & (0xffffffff << (from & 31));
  set[last] = (set[last] as number) & (0xffffffff >>> (31 - ((to - 1) & 31)));
  return set;
}

/** A copy with the places `[from, to)` alone. */
export function cutPlaces(set: PlaceSet, [from, to]: [number, number]): PlaceSet {
  return intersect(set, placeRange(set.length * 32, [from, to]));
}

export function addPlace(set: PlaceSet, place: number): void {
  set[place >>> 5] = (set[place >>> 5] as number) | (1 << (place & 31));
}

export function hasPlace(set: PlaceSet, place: number): boolean {
  return (((set[place >>> 5] as number) >>> (place & 31)) & 1) === 1;
}

/** The places of both sets. */
export function intersect(a: PlaceSet, b: PlaceSet): PlaceSet {
  const set = new Uint32Array(a.length);
  for (let at = 0; at < a.length; at++) set[at] = (a[at] as number) & (b[at] as number);
  return set;
}

/** The places of either set. */
export function unite(a: PlaceSet, b: PlaceSet): PlaceSet {
  const set = new Uint32Array(a.length);
  for (let at = 0; at < a.length; at++) set[at] = (a[at] as number) | (b[at] as number);
  return set;
}

/** The places of the first set that are not in the second. */
export function subtract(a: PlaceSet, b: PlaceSet): PlaceSet {
  const set = new Uint32Array(a.length);
  for (let at = 0; at < a.length; at++) set[at] = (a[at] as number) & ~(b[at] as number);
  return set;
}

function countBits(word: number): number {
  let bits = word - ((word >>> 1) & 0x55555555);
  bits = (bits & 0x33333333) + ((bits >>> 2) & 0x33333333);
  return Math.imul((bits + (bits >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

/** How many places a set has. */
export function countPlaces(set: PlaceSet): number {
  let count = 0;
  for (let at = 0; at < set.length; at++) count += countBits(set[at] as number);
  return count;
}

/** Makes the function that tells how many places of a set lie before one. */
export function rankFinder(set: PlaceSet): (place: number) => number {
  const before = new Uint32Array(set.length);
  let count = 0;
  for (let at = 0; at < set.length; at++) {
    before[at] = count;
    count += countBits(set[at] as number);
  }
  return (place) => {
    const below = (1 << (place & 31)) - 1;
    return (before[place >>> 5] as number) + countBits((set[place >>> 5] as number) & below);
  };
}

/** The places of a set as a list, ascending. */
export function listPlaces(set: PlaceSet): Uint32Array {
  const places = new Uint32Array(countPlaces(set));
  let count = 0;
  for (let at = 0; at < set.length; at++) {
    for (let bits = set[at] as number; bits !== 0; bits &= bits - 1) {
      places[count++] = (at << 5) + 31 - Math.clz32(bits & -bits);
    }
  }
  return places;
}

/** The first places at or behind one, ascending, or the last ones before it, descending; at most so many. */
export function somePlaces(
  set: PlaceSet,
  { from, isBackwards, limit }: { from: number; isBackwards: boolean; limit: number },
): number[] {
  const found: number[] = [];
  const step = isBackwards ? -1 : 1;
  const last = set.length * 32;
  for (let place = isBackwards ? Math.min(from, last) - 1 : from; place >= 0 && place < last; ) {
    if (found.length === limit) break;
    const bits = set[place >>> 5] as number;
    if (bits === 0) {
      // On to the word before or behind.
      place = isBackwards ? (place & ~31) - 1 : (place | 31) + 1;
      continue;
    }
    if (((bits >>> (place & 31)) & 1) === 1) found.push(place);
    place += step;
  }
  return found;
}

/** The keys at the places of a set, which may begin at a later place than the first. */
export function keysAt({ keys: all }: Columns, set: PlaceSet, start = 0): KeySet {
  const places = listPlaces(set);
  const keys = new Float64Array(places.length);
  for (let at = 0; at < places.length; at++) keys[at] = all[start + (places[at] as number)] as number;
  return keys;
}

/** The places of keys, which ascend. */
export function setOfKeys(columns: Columns, keys: KeySet): PlaceSet {
  const set = noPlaces(columns.keys.length);
  for (const place of locateKeys(columns, keys)) addPlace(set, place);
  return set;
}

/** Where the articles of each day begin, from the first day on that has any but day 0; one behind the last. */
interface Days {
  first: number;
  starts: Uint32Array;
}

const knownDays = new WeakMap<Columns, Days>();

function daysIn(columns: Columns): Days {
  const known = knownDays.get(columns);
  if (known) return known;
  const { keys } = columns;
  const dated = placeOf(keys, keysOf({ from: 1, to: 1 }).from);
  const first = dayOfKey(keys[dated] ?? 0);
  const last = dayOfKey(keys.at(-1) ?? 0);
  const starts = new Uint32Array(Math.max(0, last - first) + 2).fill(keys.length);
  for (let place = dated, day = first; place < keys.length; ) {
    // Days without an article begin where the next one does.
    const next = dayOfKey(keys[place] as number);
    starts.fill(place, day - first, next - first + 1);
    day = next + 1;
    place = placeOf(keys, keysOf({ from: day, to: day }).from, place);
  }
  const days = { first, starts };
  knownDays.set(columns, days);
  return days;
}

/** Makes the function that gives the place of a key. */
export function placeFinder(columns: Columns): (key: number) => number {
  const { keys } = columns;
  const { first, starts } = daysIn(columns);
  return (key) => {
    const day = dayOfKey(key);
    const start = day === 0 ? 0 : (starts[day - first] ?? 0);
    // The articles of a day have keys one behind the other, unless one of them is gone.
    let place = start + serialOf(key);
    if (keys[place] !== key) place = placeOf(keys, key, start);
    if (keys[place] !== key) throw new Error('The index and the articles of this archive disagree.');
    return place;
  };
}
