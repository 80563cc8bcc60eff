import type { Database } from 'better-sqlite3';
import { comparePlaces, type LinePlace, type LinesWanted } from '../concordance.ts';
import { QueryLimit } from '../contract.ts';

/** More lines than this are put in no order but that of time: their places and words have to be in memory. */
export const mostSorted = 100_000;

const tooMany = `Up to ${mostSorted.toLocaleString('en')} lines can be put in this order, and this search has more; please narrow it, or take them by date.`;

/** The places of all lines of a search in their order. */
interface Order {
  /** The search and its sort. */
  of: string;
  /** Of the archive, when they were put in order. */
  version: number;
  places: LinePlace[];
}

/** Puts places in order and keeps the last order, so that pages that follow need not do it again. */
export function openLineOrder(
  sqlite: Database,
  placesOf: (wanted: LinesWanted) => AsyncIterable<LinePlace[]>,
): (wanted: LinesWanted, isFirst: boolean) => Promise<LinePlace[]> {
  const version = (): number => sqlite.pragma('data_version', { simple: true }) as number;
  let last: Order | undefined;
  // Pages that follow go on in the order of the first, whatever is written meanwhile.
  return async (wanted, isFirst) => {
    const of = JSON.stringify({ ...wanted, width: null });
    const now = version();
    if (last?.of === of && (!isFirst || last.version === now)) return last.places;
    last = undefined;
    const places: LinePlace[] = [];
    for await (const found of placesOf(wanted)) {
      for (const place of found) places.push(place);
      if (places.length > mostSorted) throw new QueryLimit(tooMany);
    }
    last = { of, version: now, places: places.sort(comparePlaces) };
    return places;
  };
}

/** The index of the first place behind this one. */
export function placeAfter(places: LinePlace[], after: LinePlace): number {
  let low = 0;
  let high = places.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (comparePlaces(places[middle] as LinePlace, after) <= 0) low = middle + 1;
    else high = middle;
  }
  return low;
}
