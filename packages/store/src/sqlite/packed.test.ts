import fc from 'fast-check';
import { expect, test } from 'vitest';
import { countNumbers, pack, unpack } from './packed.ts';

test('numbers come out as they went in, from anywhere among others', () => {
  const numbers = fc.array(fc.oneof(fc.nat(300), fc.nat(2 ** 28)));
  fc.assert(
    fc.property(numbers, numbers, numbers, (before, packed, after) => {
      const parts = [before, packed, after].map(pack) as [Buffer, Buffer, Buffer];
      const start = parts[0].length;
      const found: number[] = [];
      unpack(Buffer.concat(parts), [start, start + parts[1].length], (value) => found.push(value));
      expect(found).toEqual(packed);
    }),
  );
});

test('numbers are counted over some places', () => {
  const size = 2 ** 21;
  const lists = fc.array(fc.array(fc.oneof(fc.nat(300), fc.nat(40_000), fc.nat(size - 1))), {
    maxLength: 20,
  });
  const property = fc.property(lists, fc.nat(3), (given, by) => {
    const packed = given.map(pack);
    const starts = new Uint32Array(given.length + 1);
    for (const [place, { length }] of packed.entries())
      starts[place + 1] = (starts[place] as number) + length;
    const places = Uint32Array.from(given.keys()).filter((place) => place % 4 !== by);
    const counts = countNumbers({ starts, bytes: Buffer.concat(packed) }, places, size);
    const numbers = given.filter((_, place) => place % 4 !== by).flat();
    const expected = new Map<number, number>();
    for (const number of numbers) expected.set(number, (expected.get(number) ?? 0) + 1);
    expect(new Map([...expected.keys()].map((number) => [number, counts[number]]))).toEqual(expected);
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(numbers.length);
  });
  fc.assert(property, { numRuns: 40 });
});
