/** Reads Avro's binary values one after another; fails where the bytes end or a value cannot be. */
export class Cursor {
  at = 0;
  /** Values that may still be read: some take no bytes, and their number is any the file likes to claim. */
  left: number;
  readonly #bytes: Uint8Array;
  readonly #view: DataView;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
    this.left = bytes.length + 1_000_000;
  }

  skip(length: number): void {
    this.at += length;
  }

  take(length: number): Uint8Array {
    if (length < 0 || this.at + length > this.#bytes.length)
      throw new Error('it ends in the middle of a value');
    const taken = this.#bytes.subarray(this.at, this.at + length);
    this.at += length;
    return taken;
  }

  byte(): number {
    const byte = this.#bytes[this.at++];
    if (byte === undefined) throw new Error('it ends in the middle of a value');
    return byte;
  }

  /** A whole number of seven bits a byte, without sign; at most 53 bits of it are exact. */
  varint(): number {
    let value = 0;
    let unit = 1;
    for (let length = 0; length < 10; length++) {
      const byte = this.byte();
      value += (byte & 0x7f) * unit;
      if (byte < 0x80) return value;
      unit *= 128;
    }
    throw new Error('a number is too long');
  }

  /** Type `long`, the sign in the lowest bit; a number that is not exact comes as text. */
  long(): number | bigint {
    const start = this.at;
    const value = this.varint();
    if (value <= Number.MAX_SAFE_INTEGER) return value % 2 === 0 ? value / 2 : -(value + 1) / 2;
    this.at = start;
    let exact = 0n;
    for (let shift = 0n; ; shift += 7n) {
      const byte = this.byte();
      exact |= BigInt(byte & 0x7f) << shift;
      if (byte < 0x80) break;
    }
    return BigInt.asIntN(64, (exact >> 1n) ^ -(exact & 1n));
  }

  /** The number of values in a run of an array or a map; a negative one is followed by the run's length in bytes. */
  count(): number {
    const count = Number(this.long());
    if (count >= 0) return count;
    this.long();
    return -count;
  }

  spend(): void {
    if (--this.left < 0) throw new Error('it claims more values than it has bytes for');
  }

  bytes(): Uint8Array {
    return this.take(Number(this.long()));
  }

  string(): string {
    return decoder.decode(this.bytes());
  }

  /** A key of a map. */
  key(): string {
    return this.string();
  }

  /** Bytes that are no text, a character each; as many as they are said to be where no length is given. */
  binary(length = Number(this.long())): string {
    return western.decode(this.take(length));
  }

  float(): number {
    const value = this.#view.getFloat32(this.at, true);
    this.at += 4;
    return value;
  }

  double(): number {
    const value = this.#view.getFloat64(this.at, true);
    this.at += 8;
    return value;
  }
}

const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
const western = new TextDecoder('latin1');
