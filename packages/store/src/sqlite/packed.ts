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

/** Packed numbers of many places: those of place `p` are in `bytes[starts[p], starts[p + 1])`. */
export interface Lists {
  starts: Uint32Array;
  bytes: Uint8Array;
}

/** How many of the places have each number below `size`. */
export function countNumbers({ starts, bytes }: Lists, places: Uint32Array, size: number): Uint32Array {
  const counts = new Uint32Array(size);
  // A loop over an iterator takes twice as long.
  for (let index = 0; index < places.length; index++) {
    const place = places[index] as number;
    const end = starts[place + 1] as number;
    for (let at = starts[place] as number; at < end; ) {
      const low = bytes[at++] as number;
      if (low < 128) {
        counts[low] = (counts[low] as number) + 1;
        continue;
      }
      // Nearly every number is of one byte or two.
      let byte = bytes[at++] as number;
      let number = (low & 127) | ((byte & 127) << 7);
      for (let shift = 14; byte > 127; shift += 7) {
        byte = bytes[at++] as number;
        number |= (byte & 127) << shift;
      }
      counts[number] = (counts[number] as number) + 1;
    }
  }
  return counts;
}

/** The first number of a place that `marks` has a sign above 0 for, as that sign; 0 where it has none. */
export function firstMark({ starts, bytes }: Lists, place: number, marks: Uint32Array): number {
  const end = starts[place + 1] as number;
  let value = 0;
  let shift = 0;
  for (let at = starts[place] as number; at < end; at++) {
    const byte = bytes[at] as number;
    value |= (byte & 127) << shift;
    shift += 7;
    if (byte > 127) continue;
    const mark = marks[value] ?? 0;
    if (mark > 0) return mark;
    value = 0;
    shift = 0;
  }
  return 0;
}
