import { isAscii } from '../ascii.ts';
import type { Diagnostic, Span } from '../diagnostic.ts';
import { diagnose } from '../diagnostic.ts';
import { charsetDiagnostics, decideBytewise, decideCharset, declaredCharset } from './charset.ts';
import { hasHighByte, toCodeUnits, toUnits, unitsOf } from './units.ts';
import { decodeMixed } from './utf8.ts';

/** What can be read: bytes in memory, a file on disk or in a browser, or a stream of chunks. */
export type Input = Uint8Array | Blob | AsyncIterable<Uint8Array>;

/**
 * A file as units whose places are exact: in an 8-bit file one unit is one byte (character code = byte value),
 * in a UTF-16 file one unit is one code unit. Syntax modules scan units and decode only what they keep.
 */
export interface Source {
  /**
   * The charset the bytes decided on. Examples: `utf-8`, `windows-1252`, `utf-16le`. Where all first bytes are ASCII, that
   * of the first others once they were handed out.
   */
  readonly charset: string;
  /** Chunks of units in file order; none is empty. The byte order mark is not among them. */
  chunks(): AsyncIterable<string>;
  /** Decodes units to text. `at` is the place of the first unit, for diagnostics. */
  text(units: string, at: number): string;
  /** The first units, at most `sampleUnits`, as text: readers are chosen by them. */
  sample: string;
  /** Whether the sample is the whole file. */
  isWhole: boolean;
  /** Turns a span of units into bytes of the file. */
  byteSpan(span: Span): Span;
  /** Trouble met while decoding so far. */
  diagnostics: Diagnostic[];
}

/** Units by which a file is recognised: Factiva pages carry 100 kB and more of form state before the first article. */
export const sampleUnits = 512 * 1024;

// Larger ones are no quicker, and what a reader holds of them is memory.
const chunkBytes = 256 * 1024;
// The strings of larger ones are too large for the heap's own pages, and made half as fast. Even, for UTF-16.
const unitChunk = 64 * 1024;
const boms: { charset: string; bytes: number[] }[] = [
  { charset: 'utf-8', bytes: [0xef, 0xbb, 0xbf] },
  { charset: 'utf-16le', bytes: [0xff, 0xfe] },
  { charset: 'utf-16be', bytes: [0xfe, 0xff] },
  // The mark of UTF-8, read as Windows-1252, Windows-1251 or Macintosh Roman and saved in UTF-8: ï»¿, п»ї, Ôªø.
  { charset: 'utf-8', bytes: [0xc3, 0xaf, 0xc2, 0xbb, 0xc2, 0xbf] },
  { charset: 'utf-8', bytes: [0xd0, 0xbf, 0xc2, 0xbb, 0xd1, 0x97] },
  { charset: 'utf-8', bytes: [0xc3, 0x94, 0xc2, 0xaa, 0xc3, 0xb8] },
];

/** Opens a file: looks at its first bytes, decides the charset where none is given, and hands out units. */
export async function openSource(input: Input, given?: string): Promise<Source> {
  const bytes = await peek(byteChunks(input), sampleUnits);
  const bom = boms.find((known) => known.bytes.every((byte, index) => bytes.head[index] === byte));
  const known = bom?.charset ?? given;
  const decided = known === undefined ? decideCharset(bytes.head) : { charset: known };
  const isOpen = known === undefined && bytes.head.length === sampleUnits && !hasHighByte(bytes.head);
  const opened = { ...decided, skip: bom?.bytes.length ?? 0, head: bytes.head, isOpen };
  return decided.charset.startsWith('utf-16')
    ? wideSource(bytes.chunks, opened)
    : byteSource(bytes.chunks, opened);
}

// The end of the head may cut a character of UTF-8, and the whole head would be taken for another charset.
function wholeCharacters(head: Uint8Array): Uint8Array {
  const least = Math.max(head.length - 4, 0);
  let lead = head.length - 1;
  while (lead > least && ((head[lead] ?? 0) & 0xc0) === 0x80) lead--;
  const byte = head[lead] ?? 0;
  const length = byte < 0xc0 ? 1 : byte < 0xe0 ? 2 : byte < 0xf0 ? 3 : 4;
  return lead + length > head.length ? head.subarray(0, lead) : head;
}

interface Opened {
  charset: string;
  /** Length of the byte order mark. */
  skip: number;
  head: Uint8Array;
  /** The head as text, where it was decoded to decide the charset. */
  text?: string;
  /** Whether bytes behind the head decide: it is ASCII, as which it reads the same in any charset of bytes. */
  isOpen: boolean;
}

function byteSource(chunks: AsyncGenerator<Uint8Array>, opened: Opened): Source {
  const { skip, head, isOpen } = opened;
  let { charset } = opened;
  let decode = bytesDecoder(charset);
  const declared = declaredCharset(head);
  const diagnostics = hasHighByte(head) ? charsetDiagnostics(charset, declared) : [];
  const decideLate = (bytes: Uint8Array): void => {
    charset = decideBytewise(bytes, declared).charset;
    decode = bytesDecoder(charset);
    diagnostics.push(...charsetDiagnostics(charset, declared));
  };
  const all = isOpen ? untilHigh(chunks, decideLate) : chunks;
  const bytesOf = openWindow();
  let reported = false;
  return {
    get charset() {
      return charset;
    },
    diagnostics,
    sample: sampleOf(opened),
    isWhole: head.length < sampleUnits,
    byteSpan: ({ start, end }) => ({ start: start + skip, end: end + skip }),
    chunks: () => skipBytes(all, skip, (bytes) => bytesOf.move(bytes)),
    text(units, at) {
      if (bytesOf.isPlain(units, at) || (units.length < shortRun && isAscii(units))) return units;
      const decoded = decode(bytesOf.find(units, at));
      if (!decoded.fits && !reported) {
        reported = true;
        const span = { start: at + skip, end: at + skip + units.length };
        diagnostics.push(
          diagnose('charset-invalid', `Bytes that are not ${charset} are read as Windows-1252.`, { span }),
        );
      }
      return decoded.text;
    },
  };
}

function sampleOf({ charset, skip, head, text }: Opened): string {
  if (text !== undefined) return text;
  if (charset === 'utf-8') return bytesDecoder(charset)(wholeCharacters(head).subarray(skip)).text;
  // A byte that is not in the charset, or a character that the end of the head cuts, does not change the rest of it.
  return new TextDecoder(charset, { ignoreBOM: true }).decode(head.subarray(skip), { stream: true });
}

/** The same chunks; `found` is told the bytes from the chunk on that has the first one above ASCII, before it comes. */
async function* untilHigh(
  chunks: AsyncGenerator<Uint8Array>,
  found: (bytes: Uint8Array) => void,
): AsyncGenerator<Uint8Array> {
  for (let next = await chunks.next(); !next.done; next = await chunks.next()) {
    if (hasHighByte(next.value)) {
      const rest = await peek(chain(next.value, chunks), sampleUnits);
      found(rest.head);
      yield* rest.chunks;
      return;
    }
    yield next.value;
  }
}

async function* chain(first: Uint8Array, rest: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  yield first;
  yield* rest;
}

// Below this a look at each unit costs less than a call of the decoder.
const shortRun = 40;

/** The bytes of the chunk that is being walked: a run within it is decoded from them, others from their units. */
function openWindow() {
  let chunk: Uint8Array = new Uint8Array();
  let start = 0;
  let buffer = new Uint8Array(4096);
  let known = unitsOf(chunk);
  /** From the first to the second place all bytes are ASCII. */
  let plain = { start: 0, end: 0 };
  const holds = (units: string, from: number): boolean =>
    from >= 0 && from + units.length <= chunk.length && stands(units, chunk, from);
  return {
    /** Goes on with the next chunk, and gives its units. */
    move(bytes: Uint8Array): string {
      start += chunk.length;
      chunk = bytes;
      known = unitsOf(bytes);
      plain = { start: 0, end: 0 };
      return known.units;
    },
    /** Whether a run stands in the chunk and is ASCII in a string of one byte a character: it is its text already. */
    isPlain(units: string, at: number): boolean {
      const from = at - start;
      if (!known.isNarrow || !holds(units, from)) return false;
      if (from < plain.start || from > plain.end) plain = { start: from, end: known.nextHigh(from) };
      return from + units.length <= plain.end;
    },
    find(units: string, at: number): Uint8Array {
      const from = at - start;
      if (holds(units, from)) return chunk.subarray(from, from + units.length);
      if (units.length > buffer.length) buffer = new Uint8Array(units.length * 2);
      for (let index = 0; index < units.length; index++) buffer[index] = units.charCodeAt(index);
      return buffer.subarray(0, units.length);
    },
  };
}

/** Whether the ends of a run stand there: units that a scanner joined over a comment do not. */
function stands(units: string, bytes: Uint8Array, from: number): boolean {
  const last = units.length - 1;
  return units.charCodeAt(0) === bytes[from] && units.charCodeAt(last) === bytes[from + last];
}

function wideSource(chunks: AsyncIterable<Uint8Array>, { charset, skip, head }: Opened): Source {
  const toWide =
    charset === 'utf-16le'
      ? (bytes: Uint8Array) => toCodeUnits(bytes, 0)
      : (bytes: Uint8Array) => toCodeUnits(bytes, 1);
  return {
    charset,
    diagnostics: [],
    sample: toWide(head.subarray(skip, head.length - ((head.length - skip) % 2))),
    isWhole: head.length < sampleUnits,
    byteSpan: ({ start, end }) => ({ start: start * 2 + skip, end: end * 2 + skip }),
    chunks: () => skipBytes(evenChunks(chunks), skip, toWide),
    text: (units) => units,
  };
}

/** Decodes the bytes of one run; what is not in the charset is taken as Windows-1252: in UTF-8 each byte, else the run. */
function bytesDecoder(charset: string): (bytes: Uint8Array) => { text: string; fits: boolean } {
  const decoder = new TextDecoder(charset, { fatal: true, ignoreBOM: true });
  const western = new TextDecoder('windows-1252');
  return (bytes) => {
    try {
      return { text: decoder.decode(bytes), fits: true };
    } catch {
      return { text: charset === 'utf-8' ? decodeMixed(toUnits(bytes)) : western.decode(bytes), fits: false };
    }
  };
}

/** Bytes of any input in chunks. */
export async function* byteChunks(input: Input): AsyncIterable<Uint8Array> {
  if (input instanceof Blob) {
    for (let start = 0; start < input.size; start += chunkBytes) {
      yield new Uint8Array(await input.slice(start, start + chunkBytes).arrayBuffer());
    }
  } else if (input instanceof Uint8Array) {
    for (let start = 0; start < input.length; start += chunkBytes)
      yield input.subarray(start, start + chunkBytes);
  } else {
    yield* input;
  }
}

/** Reads the first bytes and gives them back together with all chunks, the first ones included. */
export async function peek(chunks: AsyncIterable<Uint8Array>, bytes: number) {
  const iterator = chunks[Symbol.asyncIterator]();
  const taken: Uint8Array[] = [];
  let length = 0;
  while (length < bytes) {
    const next = await iterator.next();
    if (next.done) break;
    taken.push(next.value);
    length += next.value.length;
  }
  const head = concat(taken).subarray(0, bytes);
  async function* all(): AsyncGenerator<Uint8Array> {
    yield* taken;
    for (let next = await iterator.next(); !next.done; next = await iterator.next()) yield next.value;
  }
  return { head, chunks: all() };
}

async function* skipBytes(
  chunks: AsyncIterable<Uint8Array>,
  skip: number,
  decode: (bytes: Uint8Array) => string,
) {
  let left = skip;
  for await (const chunk of chunks) {
    const bytes = chunk.subarray(Math.min(left, chunk.length));
    left -= chunk.length - bytes.length;
    for (let from = 0; from < bytes.length; from += unitChunk)
      yield decode(bytes.subarray(from, from + unitChunk));
  }
}

/** The same bytes in chunks of even length, so that no UTF-16 unit is cut; the ledger reports an odd last byte. */
async function* evenChunks(chunks: AsyncIterable<Uint8Array>): AsyncIterable<Uint8Array> {
  let rest: Uint8Array = new Uint8Array();
  for await (const chunk of chunks) {
    const joined = rest.length > 0 ? concat([rest, chunk]) : chunk;
    const even = joined.length - (joined.length % 2);
    if (even > 0) yield joined.subarray(0, even);
    rest = joined.slice(even);
  }
}

function concat(parts: Uint8Array[]): Uint8Array {
  if (parts.length === 1 && parts[0]) return parts[0];
  const all = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}
