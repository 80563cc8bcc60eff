const narrow = new TextDecoder('utf-16le');
const utf8 = new TextDecoder('utf-8', { ignoreBOM: true });

/**
 * One unit a byte. TextDecoder's `latin1` is Windows-1252 and would change 27 of them; widened bytes pass unchanged. ASCII
 * makes a string of one byte a character, which regular expressions pass over faster.
 */
export function toUnits(bytes: Uint8Array): string {
  if (!hasHighByte(bytes)) return utf8.decode(bytes);
  const wide =
    bytes.length > widened.length ? new Uint16Array(bytes.length) : widened.subarray(0, bytes.length);
  wide.set(bytes);
  return narrow.decode(wide);
}

const widened = new Uint16Array(64 * 1024);

/** Whether bytes hold one above ASCII; looks at four at once where they are aligned. */
export function hasHighByte(bytes: Uint8Array): boolean {
  const aligned = Math.min((4 - (bytes.byteOffset % 4)) % 4, bytes.length);
  const whole = (bytes.length - aligned) >> 2;
  // A chunk of a byte or two may end before the first whole word.
  const words = new Int32Array(bytes.buffer, whole > 0 ? bytes.byteOffset + aligned : 0, whole);
  return (
    hasHigh(bytes.subarray(0, aligned)) ||
    hasHighWord(words) ||
    hasHigh(bytes.subarray(aligned + words.length * 4))
  );
}

function hasHigh(bytes: Uint8Array): boolean {
  for (let at = 0; at < bytes.length; at++) if ((bytes[at] as number) >= 0x80) return true;
  return false;
}

/** Four words at once: a look at each costs more than the last three cost again. */
function hasHighWord(words: Int32Array): boolean {
  let at = 0;
  for (const end = words.length - 3; at < end; at += 4) {
    const all =
      (words[at] as number) |
      (words[at + 1] as number) |
      (words[at + 2] as number) |
      (words[at + 3] as number);
    if ((all & 0x80808080) !== 0) return true;
  }
  for (; at < words.length; at++) if (((words[at] as number) & 0x80808080) !== 0) return true;
  return false;
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
