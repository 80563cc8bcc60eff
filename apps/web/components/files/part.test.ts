import { describe, expect, test } from 'vitest';
import { decoderFor } from './part.ts';

const utf8 = (text: string) => new TextEncoder().encode(text);
const none = new Uint8Array([60, 104]);

describe('a stretch of a file is text', () => {
  test('in UTF-8, cut within a character too', () => {
    const bytes = utf8('Köln – „Dom“');
    expect(decoderFor(none, bytes)?.(bytes)).toBe('Köln – „Dom“');
    for (let cut = 1; cut < bytes.length; cut++) {
      const rest = bytes.subarray(cut);
      expect(decoderFor(none, rest)?.(bytes)).toBe('Köln – „Dom“');
      const start = bytes.subarray(0, cut);
      expect(decoderFor(none, start)?.(bytes)).toBe('Köln – „Dom“');
    }
  });

  test('in Windows-1252, where it is no UTF-8', () => {
    const bytes = new Uint8Array([0x4b, 0xf6, 0x6c, 0x6e, 0x20, 0x96]);
    expect(decoderFor(none, bytes)?.(bytes)).toBe('Köln –');
  });

  test('in UTF-16, by its mark', () => {
    const bytes = new Uint8Array([0x4b, 0, 0xf6, 0, 0x6c, 0, 0x6e, 0]);
    expect(decoderFor(new Uint8Array([0xff, 0xfe]), bytes)?.(bytes)).toBe('Köln');
  });

  test('with signs for what would hide or turn it', () => {
    const bytes = utf8('a\u0007b\u202ec\r\nd\te');
    expect(decoderFor(none, bytes)?.(bytes)).toBe('a□b□c\nd\te');
  });

  test('or none, where it holds NUL', () => {
    expect(decoderFor(none, new Uint8Array([80, 75, 3, 4, 0, 0]))).toBeNull();
  });
});
