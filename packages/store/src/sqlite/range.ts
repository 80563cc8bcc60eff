import { keysOf } from '../key.ts';
import type { Clause, Plan } from '../plan.ts';
import { type Columns, placeOf } from './columns.ts';
import { type KeySet, noKeys } from './key-sets.ts';
import { type Archive, isWord, matchExpression } from './match-expression.ts';

/** A range of keys, both inclusive, and a match expression; without one, every key. */
export interface Range {
  from: bigint;
  to: bigint;
  match: string | null;
  /** Whether it asks for truncated words: FTS5 gathers all articles of these before it gives the first. */
  isOpen: boolean;
}

function isOpen(clause: Clause): boolean {
  if (clause.type === 'and' || clause.type === 'or') return clause.of.some(isOpen);
  if (clause.type === 'not') return isOpen(clause.include) || isOpen(clause.exclude);
  if (clause.type === 'near') return isOpen(clause.words);
  return clause.type === 'phrase' && !clause.terms.every(isWord);
}

/** The range and the match expression of a plan whose clause is plain. */
export function rangeOf({ days, clause }: Plan, archive: Archive): Range {
  const { from, to } = keysOf(days);
  const match = clause.type === 'all' ? null : matchExpression(clause, archive);
  return { from: BigInt(from), to: BigInt(to), match, isOpen: isOpen(clause) };
}

/** The places of a range of keys in the columns: the first, and the one after the last. */
export function placesIn({ from, to }: Range, { keys }: Columns): [number, number] {
  const first = placeOf(keys, Number(from));
  return [first, Math.max(first, placeOf(keys, Number(to) + 1, first))];
}

/** Keys in one text, comma by comma. */
export function parseKeys(text: Buffer | null): KeySet {
  if (text === null) return noKeys;
  const comma = 44;
  const zero = 48;
  const keys = new Float64Array((text.length >> 1) + 1);
  let count = 0;
  let key = 0;
  for (const byte of text) {
    if (byte === comma) {
      keys[count++] = key;
      key = 0;
    } else {
      key = key * 10 + byte - zero;
    }
  }
  keys[count++] = key;
  return keys.subarray(0, count);
}
