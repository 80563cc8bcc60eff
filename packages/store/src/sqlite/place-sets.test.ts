import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  countPlaces,
  intersect,
  listPlaces,
  type PlaceSet,
  placeRange,
  rankFinder,
  setOfKeys,
  somePlaces,
  subtract,
  unite,
} from './place-sets.ts';

const places = 200;
const members = fc.uniqueArray(fc.nat(places - 1)).map((list) => list.sort((a, b) => a - b));

function setOf(list: number[]): PlaceSet {
  const keys = Float64Array.from({ length: places }, (_, place) => place * 3);
  const none = { starts: new Uint32Array(0), bytes: new Uint8Array(0) };
  const columns = { keys, words: new Uint32Array(places), facets: none, files: none };
  return setOfKeys(
    columns,
    Float64Array.from(list, (place) => place * 3),
  );
}

test('sets of places are sets of numbers', () => {
  const property = fc.property(
    members,
    members,
    fc.tuple(fc.boolean(), fc.nat(places)),
    (a, b, [isBackwards, from]) => {
      const [inA, inB] = [new Set(a), new Set(b)];
      const [one, other] = [setOf(a), setOf(b)];
      expect([[...listPlaces(one)], countPlaces(one)]).toEqual([a, a.length]);
      expect([...listPlaces(intersect(one, other))]).toEqual(a.filter((place) => inB.has(place)));
      expect([...listPlaces(subtract(one, other))]).toEqual(a.filter((place) => !inB.has(place)));
      expect([...listPlaces(unite(one, other))]).toEqual(
        [...new Set([...inA, ...inB])].sort((x, y) => x - y),
      );
      const rankAt = rankFinder(one);
      const every = Array.from({ length: places }, (_, place) => place);
      expect(every.map(rankAt)).toEqual(every.map((place) => a.filter((before) => before < place).length));
      const expected = isBackwards
        ? a.filter((place) => place < from).reverse()
        : a.filter((place) => place >= from);
      expect(somePlaces(one, { from, isBackwards, limit: 7 })).toEqual(expected.slice(0, 7));
      const [low, high] = [Math.min(from, b.length), Math.max(from, b.length)];
      expect([...listPlaces(placeRange(places, [low, high]))]).toEqual(
        Array.from({ length: high - low }, (_, index) => low + index),
      );
    },
  );
  fc.assert(property, { numRuns: 300 });
});
