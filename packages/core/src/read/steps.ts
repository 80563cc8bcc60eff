import type { Piece } from './reader.ts';

// A chunk may hold ten thousand records; pieces of so many at once outlive the heap's nursery, and cost twice the time.
const mostAtOnce = 500;

/** The pieces of what a chunk holds, in steps. */
export function* piecesOf<Item>(
  items: readonly Item[],
  toPieces: (item: Item) => Piece | Piece[],
): Generator<Piece[]> {
  for (let from = 0; from < items.length; from += mostAtOnce)
    yield items.slice(from, from + mostAtOnce).flatMap(toPieces);
}
