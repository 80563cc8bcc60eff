import fc from 'fast-check';
import { expect, test } from 'vitest';
import { pack, unpack } from './packed.ts';

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
