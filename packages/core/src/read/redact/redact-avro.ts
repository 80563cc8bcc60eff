import { Checksum } from '../containers/zip-checksum.ts';
import { type AvroBlock, type AvroHeader, avroBlocks, readAvroHeader } from '../conversions/avro.ts';
import { Cursor } from '../conversions/avro-cursor.ts';
import { openSource } from '../decode.ts';
import { toUnits } from '../units.ts';
import { coverAll } from './cover.ts';
import type { LineRule } from './line-rule.ts';
import { LineWriter } from './line-writer.ts';
import type { Redaction } from './redact.ts';

/** Covers the strings of an Avro container, each in as many bytes; schema, blocks, numbers and packing stay. */
export async function redactAvro(file: Blob, rule: LineRule): Promise<Redaction> {
  const header = await readAvroHeader(file);
  if ('code' in header) return { trouble: header.message };
  return { chunks: coverFile(file, header, rule) };
}

async function* coverFile(file: Blob, header: AvroHeader, rule: LineRule): AsyncIterable<Uint8Array> {
  // A source of nothing: what is covered is UTF-8, string by string.
  const writer = new LineWriter(await openSource(new Uint8Array()), rule);
  const head = new Uint8Array(await file.slice(0, header.end).arrayBuffer());
  coverHeader(head);
  yield head;
  for await (const block of avroBlocks(file, header)) {
    const covered = coverBlock(block, { decode: header.decode, writer });
    yield covered ? await packBlock(covered, header) : blankBlock(block, header);
  }
}

/** Covers in place what the header says beside the schema and the packing. */
function coverHeader(head: Uint8Array): void {
  const cursor = new Cursor(head);
  cursor.skip(4);
  for (let count = cursor.count(); count > 0; count = cursor.count()) {
    for (let index = 0; index < count; index++) {
      const name = cursor.string();
      const value = cursor.bytes();
      if (name === 'avro.schema') value.set(encoder.encode(coverSchema(decoder.decode(value))));
      else if (name !== 'avro.codec') coverBinary(value);
    }
  }
}

const encoder = new TextEncoder();
const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

/** What a schema says in words: all values but the names of which it is made. */
const remark =
  /("(?!(?:name|namespace|type|items|values|order|logicalType)")[^"\\]*"\s*:\s*")((?:[^"\\]|\\.)*)"/g;

function coverSchema(schema: string): string {
  return schema.replace(remark, (_, name: string, value: string) => {
    const covered = value.replace(/\\u[\da-f]{4}|\\.|[^\\]+/gi, (part) =>
      part[0] !== '\\' ? coverAll(part) : part[1] === 'u' ? '\\u00e9' : part,
    );
    return `${name}${covered}"`;
  });
}

/** Letters and digits, whatever the charset: bytes above ASCII become one. */
function coverBinary(bytes: Uint8Array): void {
  for (const [at, byte] of bytes.entries())
    bytes[at] = byte > 0x7f ? 0xe9 : coverAll(String.fromCharCode(byte)).charCodeAt(0);
}

/** Covers each string where it stands, while the values are read. */
class CoveringCursor extends Cursor {
  readonly #writer: LineWriter;

  constructor(bytes: Uint8Array, writer: LineWriter) {
    super(bytes);
    this.#writer = writer;
  }

  override string(): string {
    const bytes = this.bytes();
    const units = toUnits(bytes);
    let start = 0;
    for (const { index } of units.matchAll(/[\r\n]/g)) {
      this.#writer.text(units.slice(start, index), start);
      this.#writer.end();
      this.#writer.mark(units.slice(index, index + 1));
      start = index + 1;
    }
    this.#writer.text(units.slice(start), start);
    this.#writer.end('value');
    const covered = this.#writer.take();
    for (let at = 0; at < bytes.length; at++) bytes[at] = covered.charCodeAt(at);
    return '';
  }

  override key(): string {
    const bytes = this.bytes();
    if (!/^[\w.$@:-]{0,64}$/.test(toUnits(bytes))) coverBinary(bytes);
    return '';
  }

  override binary(length = Number(this.long())): string {
    coverBinary(this.take(length));
    return '';
  }
}

interface Covered {
  records: number;
  bytes: Uint8Array;
}

function coverBlock(
  block: AvroBlock,
  { decode, writer }: { decode: AvroHeader['decode']; writer: LineWriter },
): Covered | undefined {
  if ('trouble' in block) return undefined;
  const bytes = block.unpacked.slice();
  const cursor = new CoveringCursor(bytes, writer);
  try {
    for (let index = 0; index < block.records; index++) decode(cursor);
    return { records: block.records, bytes };
  } catch {
    return undefined;
  }
}

/** A block that cannot be read stays one, as long as it was and without what it held. */
function blankBlock({ span }: AvroBlock, { sync }: AvroHeader): Uint8Array {
  const bytes = new Uint8Array(span.end - span.start);
  if (bytes.length >= sync.length) bytes.set(sync, bytes.length - sync.length);
  return bytes;
}

async function packBlock({ records, bytes }: Covered, { codec, sync }: AvroHeader): Promise<Uint8Array> {
  const packed = (await packers[codec]?.(bytes)) ?? bytes;
  return join([long(records), long(packed.length), packed, sync]);
}

const packers: Record<string, (bytes: Uint8Array) => Promise<Uint8Array>> = {
  deflate: async (bytes) => {
    const stream = new Blob([bytes.slice()]).stream().pipeThrough(new CompressionStream('deflate-raw'));
    return new Uint8Array(await new Response(stream).arrayBuffer());
  },
  snappy: async (bytes) => packSnappy(bytes),
};

const longestLiteral = 60;

/** Literals alone, and Avro's checksum behind them. */
function packSnappy(bytes: Uint8Array): Uint8Array {
  const parts: Uint8Array[] = [varint(bytes.length)];
  for (let at = 0; at < bytes.length; at += longestLiteral) {
    const literal = bytes.subarray(at, at + longestLiteral);
    parts.push(Uint8Array.of((literal.length - 1) << 2), literal);
  }
  const checksum = new Checksum();
  checksum.update(bytes);
  const end = new Uint8Array(4);
  new DataView(end.buffer).setUint32(0, checksum.value);
  return join([...parts, end]);
}

/** Avro's type `long`, of a number that is not below zero. */
function long(value: number): Uint8Array {
  return varint(value * 2);
}

function varint(value: number): Uint8Array {
  const bytes: number[] = [];
  let left = value;
  for (; left > 127; left = Math.floor(left / 128)) bytes.push((left % 128) | 128);
  return Uint8Array.from([...bytes, left]);
}

function join(parts: Uint8Array[]): Uint8Array {
  const joined = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    joined.set(part, at);
    at += part.length;
  }
  return joined;
}
