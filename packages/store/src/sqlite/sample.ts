import { hash } from 'node:crypto';
import type { Database } from 'better-sqlite3';
import type { Sample } from '../contract.ts';
import { firstOf } from '../first-of.ts';
import { type Columns, placeOf } from './columns.ts';
import type { KeySet } from './key-sets.ts';
import { checkpoint } from './watch.ts';

interface Lot {
  key: number;
  lot: string;
}

/** Hits whose ids are read in one go. */
const chunk = 2_000;
/** So many articles are read one after the other in the time that one takes by itself. */
const quicker = 10;

/** Makes the function that gives ids and keys of hits, a chunk at a time. */
function openIds(sqlite: Database, columns: () => Columns) {
  const one = sqlite.prepare<[number], string>('SELECT id FROM articles WHERE key = ?').pluck();
  const range = sqlite
    .prepare<[number, number], [number, string]>(
      'SELECT key, id FROM articles WHERE key BETWEEN ? AND ? ORDER BY key',
    )
    .raw();
  return (hits: KeySet): Iterable<[number, string]> => {
    const { keys } = columns();
    const [first, last] = [hits[0] as number, hits.at(-1) as number];
    if (placeOf(keys, last) - placeOf(keys, first) > hits.length * quicker) {
      return Array.from(hits, (key): [number, string] => [key, one.get(key) as string]);
    }
    let at = 0;
    return range.all(first, last).filter(([key]) => {
      const isHit = hits[at] === key;
      if (isHit) at++;
      return isHit;
    });
  };
}

/**
 * Makes the function that draws hits by chance: each has a lot, the SHA-256 of the seed, a space and its id, and the smallest
 * lots win. What else the archive holds, and in which order it came in, makes no difference.
 */
export function openSample(
  sqlite: Database,
  columns: () => Columns,
): (hits: KeySet, sample: Sample) => KeySet {
  const idsOf = openIds(sqlite, columns);
  return (hits, { size, seed }) => {
    const lots = function* (): Generator<Lot> {
      for (let at = 0; at < hits.length; at += chunk) {
        checkpoint();
        for (const [key, id] of idsOf(hits.subarray(at, at + chunk))) {
          yield { key, lot: hash('sha256', `${seed} ${id}`) };
        }
      }
    };
    const drawn = firstOf(lots(), size, (a, b) => (a.lot < b.lot ? -1 : 1));
    return Float64Array.from(drawn, ({ key }) => key).sort();
  };
}
