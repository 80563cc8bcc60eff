import { hash } from 'node:crypto';
import type { Sample } from '../contract.ts';
import { firstOf } from '../first-of.ts';
import type { KeySet } from './key-sets.ts';

interface Drawn {
  key: number;
  lot: string;
}

/**
 * Draws hits by chance: each has a lot, the SHA-256 of the seed, a space and its id, and the smallest lots win. What else the
 * archive holds, and in which order it came in, makes no difference.
 */
export function drawSample(hits: KeySet, { size, seed }: Sample, idOf: (key: number) => string): KeySet {
  const lots = function* (): Generator<Drawn> {
    for (const key of hits) yield { key, lot: hash('sha256', `${seed} ${idOf(key)}`) };
  };
  const drawn = firstOf(lots(), size, (a, b) => (a.lot < b.lot ? -1 : 1));
  return Float64Array.from(drawn, ({ key }) => key).sort();
}
