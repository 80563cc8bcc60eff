import fc from 'fast-check';
import { expect, test } from 'vitest';
import { openSource } from './decode.ts';
import { unitsOf } from './units.ts';

/** Bytes of which one in so many is above ASCII, standing at any place of their buffer; words of four begin at some. */
const someBytes = fc
  .record({
    values: fc.array(fc.integer({ min: 0, max: 0xff }), { maxLength: 400, size: 'max' }),
    rarity: fc.constantFrom(1, 2, 50, 200, 1000),
    offset: fc.integer({ min: 0, max: 3 }),
  })
  .map(({ values, rarity, offset }) => {
    const bytes = values.map((value, index) =>
      (index * 31 + value) % rarity === 0 ? value | 0x80 : value & 0x7f,
    );
    return Uint8Array.from([...Array(offset).fill(0xff), ...bytes, 0xff]).subarray(
      offset,
      offset + bytes.length,
    );
  });

test('a unit is a byte, and the next high byte is the first, wherever bytes stand and however many are high', () => {
  const seen = new Set<boolean>();
  fc.assert(
    fc.property(someBytes, (bytes) => {
      const { units, isNarrow, nextHigh } = unitsOf(bytes);
      seen.add(isNarrow);
      expect(Array.from(units, (unit) => unit.charCodeAt(0))).toEqual([...bytes]);
      for (let from = 0; from <= bytes.length; from++) {
        const next = bytes.subarray(from).findIndex((byte) => byte >= 0x80);
        expect(nextHigh(from)).toBe(next < 0 ? bytes.length : from + next);
      }
    }),
  );
  expect([...seen].sort()).toEqual([false, true]);
});

test.each([
  [
    'few',
    'The council met in the old granary, and the ferry was put off again until autumn. Zürich, the harbour. ',
  ],
  [
    'many',
    'Zürich: «Über größere Fähren», «après-midi», élève, ça, où, Łódź? àéîõü – “naïve” prices rose – ÄÖÜß. ',
  ],
])(
  'a run is read as its bytes are, in any order of asking, where %s characters are not ASCII',
  async (_, text) => {
    const bytes = new TextEncoder().encode(text.repeat(30));
    const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
    const isBoundary = (at: number) => ((bytes[at] ?? 0) & 0xc0) !== 0x80;
    const place = fc.integer({ min: 0, max: bytes.length }).filter(isBoundary);
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(place, place), { minLength: 1, maxLength: 40 }), async (runs) => {
        const source = await openSource(bytes);
        for await (const units of source.chunks())
          for (const [a, b] of runs) {
            const [start, end] = a < b ? [a, b] : [b, a];
            expect(source.text(units.slice(start, end), start)).toBe(
              decoder.decode(bytes.subarray(start, end)),
            );
          }
      }),
      { numRuns: 50 },
    );
  },
);
