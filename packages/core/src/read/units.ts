const narrow = new TextDecoder('utf-16le');
const utf8 = new TextDecoder('utf-8', { ignoreBOM: true });

/** Of so many bytes one is above ASCII in most texts of Latin letters; where more are, to join them costs more than it saves. */
const bytesPerHigh = 64;

/** Bytes as a string, one unit a byte. */
export interface Units {
  units: string;
  /** Whether the string takes one byte a character; widened, all that reads it is slower. */
  isNarrow: boolean;
  /** Gives the place of the first byte above ASCII from a place on, or the number of bytes. */
  nextHigh(from: number): number;
}

/**
 * One unit a byte. TextDecoder's `latin1` is Windows-1252 and would change 27 of them: runs of ASCII are joined with the
 * single bytes between them, or, where those are many, all bytes are widened.
 */
export function unitsOf(bytes: Uint8Array): Units {
  const nextHigh = highBytes(bytes);
  let units = '';
  let left = bytes.length / bytesPerHigh;
  for (let at = 0; at < bytes.length; ) {
    const high = nextHigh(at);
    if (high > at) units += utf8.decode(bytes.subarray(at, high));
    for (at = high; at < bytes.length && (bytes[at] as number) >= 0x80; at++, left--) {
      if (left < 0) return { units: widen(bytes), isNarrow: false, nextHigh };
      units += String.fromCharCode(bytes[at] as number);
    }
  }
  return { units, isNarrow: true, nextHigh };
}

/** The string of `unitsOf` alone. */
export function toUnits(bytes: Uint8Array): string {
  return unitsOf(bytes).units;
}

function widen(bytes: Uint8Array): string {
  const wide =
    bytes.length > widened.length ? new Uint16Array(bytes.length) : widened.subarray(0, bytes.length);
  wide.set(bytes);
  return narrow.decode(wide);
}

const widened = new Uint16Array(64 * 1024);

/** Whether bytes hold one above ASCII. */
export function hasHighByte(bytes: Uint8Array): boolean {
  return highBytes(bytes)(0) < bytes.length;
}

/** Gives the place of the first byte above ASCII from a place on, or the number of bytes. */
function highBytes(bytes: Uint8Array): (from: number) => number {
  // Four are looked at at once where they are aligned; a chunk of a byte or two may end before the first whole word.
  const aligned = Math.min((4 - (bytes.byteOffset % 4)) % 4, bytes.length);
  const whole = (bytes.length - aligned) >> 2;
  const words = new Int32Array(bytes.buffer, whole > 0 ? bytes.byteOffset + aligned : 0, whole);
  return (from) => {
    let at = from;
    for (; at < aligned || ((at - aligned) & 3) !== 0; at++)
      if (at >= bytes.length || (bytes[at] as number) >= 0x80) return at;
    const word = firstHighWord(words, (at - aligned) >> 2);
    at = Math.max(at, aligned + word * 4);
    while (at < bytes.length && (bytes[at] as number) < 0x80) at++;
    return at;
  };
}

/** The index of the first word from one on that holds a byte above ASCII, or of one of the four that do. */
function firstHighWord(words: Int32Array, from: number): number {
  let at = from;
  // Four words at once: a look at each costs more than the last three cost again.
  for (const end = words.length - 3; at < end; at += 4) {
    const all =
      (words[at] as number) |
      (words[at + 1] as number) |
      (words[at + 2] as number) |
      (words[at + 3] as number);
    if ((all & 0x80808080) !== 0) break;
  }
  while (at < words.length && ((words[at] as number) & 0x80808080) === 0) at++;
  return at;
}

/** One unit a code unit, lone surrogates kept; `low` is the place of the low byte in each pair. */
export function toCodeUnits(bytes: Uint8Array, low: 0 | 1): string {
  const codes = new Uint16Array(bytes.length >> 1);
  for (let index = 0; index < codes.length; index++) {
    codes[index] = (bytes[index * 2 + low] ?? 0) | ((bytes[index * 2 + 1 - low] ?? 0) << 8);
  }
  let units = '';
  for (let start = 0; start < codes.length; start += 8192) {
    units += String.fromCharCode(...codes.subarray(start, start + 8192));
  }
  return units;
}
