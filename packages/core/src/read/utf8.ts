/** Units of the character of UTF-8 that begins at a place, each a byte; 1 for a byte that fits nothing. */
export function utf8Length(units: string, at: number): number {
  const first = units.charCodeAt(at);
  const length = first < 0xc2 || first > 0xf4 ? 1 : first < 0xe0 ? 2 : first < 0xf0 ? 3 : 4;
  for (let next = 1; next < length; next++) {
    const byte = units.charCodeAt(at + next);
    const [low, high] = next === 1 ? secondOf(first) : [0x80, 0xbf];
    if (!(byte >= low && byte <= high)) return 1;
  }
  return length;
}

/** What may follow the first byte: neither longer forms than needed nor halves of pairs. */
function secondOf(first: number): [number, number] {
  if (first === 0xe0) return [0xa0, 0xbf];
  if (first === 0xed) return [0x80, 0x9f];
  if (first === 0xf0) return [0x90, 0xbf];
  return first === 0xf4 ? [0x80, 0x8f] : [0x80, 0xbf];
}

const wide = new TextDecoder('utf-16le', { ignoreBOM: true });
const western = new TextDecoder('windows-1252').decode(Uint8Array.from({ length: 0x100 }, (_, byte) => byte));

/** The text of bytes that are UTF-8 but for a few: each of those costs only itself, and is read as Windows-1252. */
export function decodeMixed(units: string): string {
  const codes = new Uint16Array(units.length);
  let count = 0;
  for (let at = 0; at < units.length; ) {
    const length = utf8Length(units, at);
    const code = length === 1 ? western.charCodeAt(units.charCodeAt(at)) : codeAt(units, at, length);
    if (code > 0xffff) codes[count++] = 0xd7c0 + (code >> 10);
    codes[count++] = code > 0xffff ? 0xdc00 | (code & 0x3ff) : code;
    at += length;
  }
  return wide.decode(codes.subarray(0, count));
}

function codeAt(units: string, at: number, length: number): number {
  let code = units.charCodeAt(at) & (0xff >> (length + 1));
  for (let next = 1; next < length; next++) code = (code << 6) | (units.charCodeAt(at + next) & 0x3f);
  return code;
}
