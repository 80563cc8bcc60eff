import type { Diagnostic } from '../diagnostic.ts';
import { diagnose } from '../diagnostic.ts';
import { guessCharset } from './charset-guess.ts';
import { toUnits } from './units.ts';

/** What was decided, and the bytes as text where that decided. */
export interface Decided {
  charset: string;
  text?: string;
}

/** The charset of a file without byte order mark, by its first bytes; what it declares comes second. */
export function decideCharset(head: Uint8Array): Decided {
  const wide = wideWithoutMark(head);
  return wide ? { charset: wide } : decideBytewise(head, declaredCharset(head));
}

/** The same of bytes that are not wide, which may stand anywhere in a file. */
export function decideBytewise(bytes: Uint8Array, declared: string | undefined): Decided {
  const text = wellFormed(bytes);
  if (text !== undefined) return { charset: 'utf-8', text };
  const high = highPlaces(bytes);
  if (isMostlyUtf8(bytes, high)) return { charset: 'utf-8' };
  return { charset: declared && isBytewise(declared) ? declared : guessCharset(bytes, high) };
}

/** Places of the bytes above ASCII: Western texts have few. */
function highPlaces(head: Uint8Array): Uint32Array {
  const places = new Uint32Array(head.length);
  let count = 0;
  for (let at = 0; at < head.length; at++) if ((head[at] as number) >= 0x80) places[count++] = at;
  return places.subarray(0, count);
}

/** Figures, spaces and line ends of a text saved as "Unicode" without a mark, as a share of all its units. */
const leastPlain = 1 / 128;
/** Units that stand in no text, as a share of the same: those of binary data, and of text whose bytes are not in pairs. */
const mostStrange = 1 / 32;
/** Bytes of ASCII among those of such a text: in Latin script one in two, in Chinese a few more. */
const mostAscii = 7 / 8;
const plain = /[\t\n\r -~]/g;
const strange = /[^\P{C}\t\n\f\r\xad\u200b-\u200f]|\ufffd/gu;

// Every other byte of Latin text is zero; of other texts that of figures, spaces and line ends.
function wideWithoutMark(head: Uint8Array): string | undefined {
  const bytes = head.subarray(0, Math.min(head.length & ~1, 4096));
  if (bytes.length < 8 || !bytes.includes(0)) return undefined;
  if (shareOf(plain, toUnits(bytes)) > mostAscii) return undefined;
  return ['utf-16le', 'utf-16be'].find((charset) => {
    const text = new TextDecoder(charset).decode(bytes, { stream: true });
    return shareOf(plain, text) >= leastPlain && shareOf(strange, text) <= mostStrange;
  });
}

function shareOf(units: RegExp, text: string): number {
  return (text.match(units)?.length ?? 0) / text.length;
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

/** The charset that a page or an XML file says it is in, in small letters; nothing says that it is. */
export function declaredCharset(head: Uint8Array): string | undefined {
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

/** Says where the file declares another charset than its bytes have; those of ASCII are of any. */
export function charsetDiagnostics(charset: string, declared: string | undefined): Diagnostic[] {
  const same = (name: string) => (runs(name) ? new TextDecoder(name).encoding : name);
  if (!declared || same(declared) === same(charset)) return [];
  return [diagnose('charset-lie', `The file declares ${declared}, its bytes are ${charset}.`)];
}
