import { type Diagnostic, diagnose, type Span } from '../../diagnostic.ts';
import { isUnreadable } from '../containers/container.ts';
import { Cursor } from './avro-cursor.ts';
import { type Decode, decoderOf } from './avro-schema.ts';
import type { Conversion, Lost, Passage } from './conversion.ts';

// Own code: the kept libraries make code from the schema by `new Function` and need Node's buffers, streams and zlib.

/** An Avro object container: its records, one JSON object a line, block by block. */
export const avro: Conversion = {
  id: 'avro',
  label: 'Avro',
  detect: ([first, second, third, version]) =>
    first === 0x4f && second === 0x62 && third === 0x6a && version === 1,
  convert,
};

/** What a container says of its blocks; `end` is the place of the first. */
export interface AvroHeader {
  decode: Decode;
  codec: string;
  /** The mark behind each block. */
  sync: Uint8Array;
  end: number;
}

/** A block, unpacked, or why it cannot be. */
export type AvroBlock = { span: Span } & ({ records: number; unpacked: Uint8Array } | { trouble: string });

const syncBytes = 16;
const mostHeaderBytes = 16 * 1024 * 1024;
const mostBlockBytes = 256 * 1024 * 1024;

async function* convert(file: Blob): AsyncIterable<Passage | Lost> {
  const header = await readAvroHeader(file);
  if ('code' in header) {
    yield { kind: 'unread', span: { start: 0, end: file.size }, text: 'Avro', diagnostics: [header] };
    return;
  }
  yield { kind: 'frame', span: { start: 0, end: header.end } };
  for await (const block of avroBlocks(file, header)) yield passageOf(block, header);
}

/** Reads the header of a container; a diagnostic where it cannot be. */
export async function readAvroHeader(file: Blob): Promise<AvroHeader | Diagnostic> {
  const cursor = new Cursor(await bytesOf(file, { start: 0, end: Math.min(file.size, mostHeaderBytes) }));
  try {
    cursor.skip(4);
    const entries = readEntries(cursor);
    const sync = cursor.take(syncBytes).slice();
    const codec = entries.get('avro.codec') || 'null';
    if (!(codec in codecs)) {
      const message = `The Avro file is packed by ${codec}. Export it with deflate, snappy or unpacked.`;
      return diagnose('compression-unknown', message);
    }
    const decode = decoderOf(JSON.parse(entries.get('avro.schema') ?? ''));
    return { decode, codec, sync, end: cursor.at };
  } catch (error) {
    const message = `The Avro file’s header cannot be read (${reasonOf(error)}). Download or export it again.`;
    return diagnose('file-damaged', message);
  }
}

/** A map of strings: counted runs of pairs up to an empty run. */
function readEntries(cursor: Cursor): Map<string, string> {
  const entries = new Map<string, string>();
  for (let count = cursor.count(); count > 0; count = cursor.count()) {
    for (let index = 0; index < count; index++) entries.set(cursor.string(), cursor.string());
  }
  return entries;
}

/** The blocks of a container in file order. A broken one costs itself: the next begins behind the next mark. */
export async function* avroBlocks(file: Blob, header: AvroHeader): AsyncIterable<AvroBlock> {
  for (let at = header.end; at < file.size; ) {
    const block = await readBlock(file, at, header);
    yield block;
    at = block.span.end;
  }
}

/** A block: number of records, length, records, mark. */
async function readBlock(file: Blob, start: number, { codec, sync }: AvroHeader): Promise<AvroBlock> {
  const block = await findBlock(file, start, sync);
  const span = { start, end: block?.end ?? (await behindNextMark(file, start, sync)) };
  if (!block) return { span, trouble: 'its length or its end mark is wrong' };
  const packed = await bytesOf(file, { start: block.from, end: block.end - syncBytes });
  try {
    const unpacked = await codecs[codec]?.(packed);
    return unpacked
      ? { span, records: block.records, unpacked }
      : { span, trouble: 'it unpacks to too much' };
  } catch (error) {
    return { span, trouble: reasonOf(error) };
  }
}

function passageOf(block: AvroBlock, { decode }: AvroHeader): Passage | Lost {
  const { span } = block;
  try {
    if ('trouble' in block) throw new Error(block.trouble);
    return { kind: 'text', text: linesOf(new Cursor(block.unpacked), block.records, decode), span };
  } catch (error) {
    const message = `A block of the Avro file cannot be read: ${reasonOf(error)}. Download or export it again.`;
    const diagnostics = [diagnose('file-damaged', message, { span })];
    return { kind: 'unread', span, text: 'a block of records', diagnostics };
  }
}

/** Where the records of a block stand, if the block is what it says. */
async function findBlock(file: Blob, start: number, mark: Uint8Array) {
  const head = new Cursor(await bytesOf(file, { start, end: Math.min(start + 20, file.size) }));
  try {
    const records = Number(head.long());
    const length = Number(head.long());
    const from = start + head.at;
    const end = from + length + syncBytes;
    if (records < 0 || length < 0 || length > mostBlockBytes || end > file.size) return undefined;
    const ending = await bytesOf(file, { start: end - syncBytes, end });
    return isAt(ending, 0, mark) ? { records, from, end } : undefined;
  } catch (error) {
    if (isUnreadable(error)) throw error;
    return undefined;
  }
}

function linesOf(cursor: Cursor, records: number, decode: Decode): string {
  const lines: string[] = [];
  for (let index = 0; index < records; index++) lines.push(`${JSON.stringify(decode(cursor))}\n`);
  return lines.join('');
}

function isAt(bytes: Uint8Array, at: number, mark: Uint8Array): boolean {
  return mark.every((byte, index) => bytes[at + index] === byte);
}

const windowBytes = 1024 * 1024;

async function behindNextMark(file: Blob, start: number, mark: Uint8Array): Promise<number> {
  for (let at = start; at < file.size; at += windowBytes) {
    const bytes = await bytesOf(file, { start: at, end: Math.min(at + windowBytes + syncBytes, file.size) });
    for (
      let place = bytes.indexOf(mark[0] ?? 0);
      place >= 0;
      place = bytes.indexOf(mark[0] ?? 0, place + 1)
    ) {
      if (isAt(bytes, place, mark)) return at + place + syncBytes;
    }
  }
  return file.size;
}

/** Each unpacks a block, or gives nothing where it would be too large. */
const codecs: Record<string, (bytes: Uint8Array) => Promise<Uint8Array | undefined>> = {
  null: async (bytes) => bytes,
  deflate: inflate,
  snappy: async (bytes) => {
    const { snappyUncompress } = await import('hyparquet/src/snappy.js');
    const length = new Cursor(bytes).varint();
    // Four bytes of checksum follow the data; no element of the format unpacks to more than 32 times itself.
    if (length > mostBlockBytes || length > bytes.length * 64) return undefined;
    const unpacked = new Uint8Array(length);
    snappyUncompress(bytes.subarray(0, -4), unpacked);
    return unpacked;
  },
};

async function inflate(bytes: Uint8Array): Promise<Uint8Array | undefined> {
  const packed = new Blob([bytes as Uint8Array<ArrayBuffer>]).stream();
  const parts: Uint8Array<ArrayBuffer>[] = [];
  let length = 0;
  for await (const part of packed.pipeThrough(new DecompressionStream('deflate-raw'))) {
    length += part.length;
    if (length > mostBlockBytes) return undefined;
    parts.push(part);
  }
  return new Uint8Array(await new Blob(parts).arrayBuffer());
}

async function bytesOf(file: Blob, { start, end }: Span): Promise<Uint8Array> {
  return new Uint8Array(await file.slice(start, end).arrayBuffer());
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
