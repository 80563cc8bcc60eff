import type { Diagnostic } from '../diagnostic.ts';
import { diagnose } from '../diagnostic.ts';
import { guessCharset } from './charset-guess.ts';
import { toUnits } from './units.ts';

/**
 * The charset of a file without byte order mark, by its first bytes; what it declares comes second. `text`: the bytes
 * decoded, where that decided.
 */
export function decideCharset(head: Uint8Array): { charset: string; text?: string } {
  const wide = wideWithoutMark(head);
  if (wide) return { charset: wide };
  const text = wellFormed(head);
  if (text !== undefined) return { charset: 'utf-8', text };
  const high = highPlaces(head);
  if (isMostlyUtf8(head, high)) return { charset: 'utf-8' };
  const declared = declaredCharset(head);
  return { charset: declared && isBytewise(declared) ? declared : guessCharset(head, high) };
}

/** Places of the bytes above ASCII: Western texts have few. */
function highPlaces(head: Uint8Array): Uint32Array {
  const places = new Uint32Array(head.length);
  let count = 0;
  for (let at = 0; at < head.length; at++) if ((head[at] as number) >= 0x80) places[count++] = at;
  return places.subarray(0, count);
}

// A text saved as "Unicode" without a mark: every other byte of Latin text is zero.
function wideWithoutMark(head: Uint8Array): string | undefined {
  const length = Math.min(head.length, 4096);
  if (length < 8) return undefined;
  let even = 0;
  let odd = 0;
  for (let index = 0; index < length; index++) {
    if (head[index] === 0) index % 2 ? odd++ : even++;
  }
  if (odd > length / 4 && even < length / 64) return 'utf-16le';
  return even > length / 4 && odd < length / 64 ? 'utf-16be' : undefined;
}

/** Whether multi-byte characters outweigh the bytes that fit none: a few stray bytes do not make a file Western. */
function isMostlyUtf8(head: Uint8Array, high: Uint32Array): boolean {
  let characters = 0;
  let strays = 0;
  let next = 0;
  for (const at of high) {
    if (at < next) continue;
    const byte = head[at] ?? 0;
    const length = byte < 0xc2 ? 0 : byte < 0xe0 ? 2 : byte < 0xf0 ? 3 : byte < 0xf5 ? 4 : 0;
    if (at + length > head.length) break;
    const fits = length > 0 && continues(head, at + 1, at + length);
    if (fits) characters++;
    else strays++;
    next = at + (fits ? length : 1);
  }
  return characters > strays * 4;
}

/** The text where all bytes are UTF-8; the end of the head may cut a character. */
function wellFormed(head: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(head, { stream: true });
  } catch {
    return undefined;
  }
}

function continues(head: Uint8Array, from: number, to: number): boolean {
  for (let at = from; at < to; at++) {
    if (((head[at] ?? 0) & 0xc0) !== 0x80) return false;
  }
  return true;
}

// Bytes that are not wide are none of UTF-16, whatever the file says, and those that are not UTF-8 are not.
function isBytewise(charset: string): boolean {
  return runs(charset) && !new TextDecoder(charset).encoding.startsWith('utf-');
}

// A page declares its charset near its beginning, an XML file in its first line.
const declarationBytes = 8192;

function declaredCharset(head: Uint8Array): string | undefined {
  const match = /(?:charset|encoding)\s{0,9}=\s{0,9}["']?\s{0,9}([\w.:-]{2,40})/i.exec(
    toUnits(head.subarray(0, declarationBytes)),
  );
  return match?.[1]?.toLowerCase();
}

function runs(charset: string): boolean {
  try {
    new TextDecoder(charset);
    return true;
  } catch {
    return false;
  }
}

/** Says where the file declares another charset than its bytes have. */
export function charsetDiagnostics(charset: string, head: Uint8Array): Diagnostic[] {
  const declared = declaredCharset(head);
  const same = (name: string) => (runs(name) ? new TextDecoder(name).encoding : name);
  if (!declared || same(declared) === same(charset) || head.every((byte) => byte < 0x80)) return [];
  return [diagnose('charset-lie', `The file declares ${declared}, its bytes are ${charset}.`)];
}
