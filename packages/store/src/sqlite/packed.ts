/** Packs whole numbers, seven bits a byte, the low bits first; the top bit says that more follow. */
export function pack(numbers: number[]): Buffer {
  const bytes: number[] = [];
  for (let rest of numbers) {
    while (rest > 127) {
      bytes.push((rest & 127) | 128);
      rest >>>= 7;
    }
    bytes.push(rest);
  }
  return Buffer.from(bytes);
}

/** Calls `visit` with every number packed in `bytes[start, end)`. */
export function unpack(
  bytes: Uint8Array,
  [start, end]: [number, number],
  visit: (value: number) => void,
): void {
  let value = 0;
  let shift = 0;
  for (let at = start; at < end; at++) {
    const byte = bytes[at] as number;
    value |= (byte & 127) << shift;
    shift += 7;
    if (byte < 128) {
      visit(value);
      value = 0;
      shift = 0;
    }
  }
}
