import fc from 'fast-check';
import { expect, it } from 'vitest';
import { toUnits } from './units.ts';
import { decodeMixed } from './utf8.ts';

const western = new TextDecoder('windows-1252');
const whole = fc.string({ unit: 'binary', maxLength: 20 });
/** No byte of these begins or continues a character of UTF-8. */
const stray = fc.constantFrom(0xc0, 0xc1, 0xf5, 0xf8, 0xfe, 0xff);

it('reads what is UTF-8 as the decoder does, and each byte between as Windows-1252', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(whole, stray)), (parts) => {
      const bytes = parts.flatMap(([text, byte]) => [...new TextEncoder().encode(text), byte]);
      const text = parts.map(([text, byte]) => text.toWellFormed() + western.decode(Uint8Array.of(byte)));
      expect(decodeMixed(toUnits(Uint8Array.from(bytes)))).toBe(text.join(''));
    }),
  );
});

it('loses no byte: each character is its own bytes, or one', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 60 }), (bytes) => {
      let at = 0;
      for (const character of decodeMixed(toUnits(bytes))) {
        const own = new TextEncoder().encode(character);
        const stands = own.every((byte, index) => bytes[at + index] === byte);
        if (!stands) expect(western.decode(bytes.subarray(at, at + 1))).toBe(character);
        at += stands ? own.length : 1;
      }
      expect(at).toBe(bytes.length);
    }),
  );
});
