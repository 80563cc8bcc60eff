import { type Lists, pack } from './packed.ts';

/** What articles are counted by, in memory: one place an article, in the order of the keys. */
export interface Columns {
  keys: Float64Array;
  words: Uint32Array;
  /** Ids of facet values in the dictionary. */
  facets: Lists;
  /** Numbers of the files it was met in. */
  files: Lists;
}

/** How large columns are: places, and bytes of their lists. */
export interface Extent {
  places: number;
  facets: number;
  files: number;
}

/** Part of a memory that is left free: an archive that grows finds it large enough again. What is never touched takes none. */
const roomToGrow = 1 / 8;

/** So many bytes of an earlier memory where that is large enough, else of a new one. Threads share it, so that columns are held once. */
function memoryOf(bytes: number, earlier: ArrayBufferLike | undefined): ArrayBufferLike {
  return earlier && earlier.byteLength >= bytes
    ? earlier
    : new SharedArrayBuffer(Math.ceil(bytes * (1 + roomToGrow)));
}

function allocateLists([places, bytes]: [number, number], earlier?: Lists): Lists {
  return {
    starts: new Uint32Array(memoryOf(4 * (places + 1), earlier?.starts.buffer), 0, places + 1).fill(0, 0, 1),
    bytes: new Uint8Array(memoryOf(bytes, earlier?.bytes.buffer), 0, bytes),
  };
}

/** Columns to be filled, in the memory of earlier ones as far as it is large enough. */
export function allocateColumns({ places, facets, files }: Extent, earlier?: Columns): Columns {
  return {
    keys: new Float64Array(memoryOf(8 * places, earlier?.keys.buffer), 0, places),
    words: new Uint32Array(memoryOf(4 * places, earlier?.words.buffer), 0, places),
    facets: allocateLists([places, facets], earlier?.facets),
    files: allocateLists([places, files], earlier?.files),
  };
}

/** The first places of lists. */
export function cutLists({ starts, bytes }: Lists, places: number): Lists {
  return { starts: starts.subarray(0, places + 1), bytes: bytes.subarray(0, starts[places]) };
}

/** Puts the packed numbers of a place behind those of the place before it. */
export function setList({ starts, bytes }: Lists, place: number, packed: Uint8Array): void {
  const start = starts[place] as number;
  bytes.set(packed, start);
  starts[place + 1] = start + packed.length;
}

/** Packs the files of an article, each once. */
export function packFiles(ids: number[]): Buffer {
  return pack([...new Set(ids)].sort((a, b) => a - b));
}

/** Copies bytes `[from, to)` of one memory to place `at` of another. Between memories that threads share `set` goes byte by byte. */
function copyBytes(source: Uint8Array, target: Uint8Array, [from, to, at]: [number, number, number]): void {
  const viewOf = ({ buffer, byteOffset, length }: Uint8Array) => Buffer.from(buffer, byteOffset, length);
  viewOf(source).copy(viewOf(target), at, from, to);
}

/** Copies the lists of places `[from, to)` behind those before place `at` of another. */
function copyLists(source: Lists, target: Lists, [from, to, at]: [number, number, number]): void {
  const [starts, moved] = [source.starts, target.starts];
  const first = starts[from] as number;
  const shift = (moved[at] as number) - first;
  copyBytes(source.bytes, target.bytes, [first, starts[to] as number, first + shift]);
  const by = at - from;
  for (let place = from + 1; place <= to; place++)
    moved[place + by] = ((starts[place] as number) + shift) >>> 0;
}

/** Copies places `[from, to)` of one set of columns to place `at` of another; gives the place after them. */
export function copyColumns(
  source: Columns,
  target: Columns,
  [from, to, at]: [number, number, number],
): number {
  target.keys.set(source.keys.subarray(from, to), at);
  target.words.set(source.words.subarray(from, to), at);
  copyLists(source.facets, target.facets, [from, to, at]);
  copyLists(source.files, target.files, [from, to, at]);
  return at + to - from;
}

/** The first place at or after `from` whose key is not below `key`: doubling steps, then halves. */
export function placeOf(keys: Float64Array, key: number, from = 0): number {
  let step = 1;
  while (from + step < keys.length && (keys[from + step] as number) < key) step *= 2;
  let low = from + (step >> 1);
  let high = Math.min(from + step, keys.length);
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((keys[middle] as number) < key) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The places of keys, which ascend. */
export function locateKeys({ keys: all }: Columns, keys: Float64Array): Uint32Array {
  const places = new Uint32Array(keys.length);
  let place = 0;
  for (let index = 0; index < keys.length; index++) {
    const key = keys[index] as number;
    place = placeOf(all, key, place);
    if (all[place] !== key) throw new Error('The index and the articles of this archive disagree.');
    places[index] = place;
  }
  return places;
}

/** The places `[from, to)`. */
export function placesBetween(from: number, to: number): Uint32Array {
  const places = new Uint32Array(to - from);
  for (let index = 0; index < places.length; index++) places[index] = from + index;
  return places;
}

/** Keys as the book of changes keeps them: eight bytes each, little-endian. */
export function packKeys(keys: number[]): Buffer {
  const packed = Buffer.alloc(keys.length * 8);
  for (const [index, key] of keys.entries()) packed.writeDoubleLE(key, index * 8);
  return packed;
}

/** The keys that `packKeys` packed. */
export function* unpackKeys(packed: Buffer): Generator<number> {
  for (let at = 0; at < packed.length; at += 8) yield packed.readDoubleLE(at);
}
