import type { Database } from 'better-sqlite3';

/** What articles are counted by, in memory: one place an article, in the order of the keys. */
export interface Columns {
  keys: Float64Array;
  words: Uint32Array;
  /** The facets of place `p` are packed in `facets[starts[p], starts[p + 1])`. */
  starts: Uint32Array;
  facets: Uint8Array;
}

interface Row {
  key: number;
  words: number;
  facets: Uint8Array;
}

/** Rows to keep and keys to drop. */
interface Delta {
  rows: Row[];
  gone: Set<number>;
}

function allocate(places: number, bytes: number): Columns {
  return {
    keys: new Float64Array(places),
    words: new Uint32Array(places),
    starts: new Uint32Array(places + 1),
    facets: new Uint8Array(bytes),
  };
}

/** Reads the columns of the whole archive. */
export function loadColumns(sqlite: Database): Columns {
  const [places, bytes] = sqlite
    .prepare('SELECT count(*), coalesce(sum(length(facets)), 0) FROM articles')
    .raw()
    .get() as [number, number];
  const columns = allocate(places, bytes);
  const rows = sqlite.prepare('SELECT key, words, facets FROM articles ORDER BY key').raw().iterate();
  let place = 0;
  let end = 0;
  for (const [key, words, facets] of rows as Iterable<[number, number, Uint8Array]>) {
    columns.keys[place] = key;
    columns.words[place] = words;
    columns.facets.set(facets, end);
    end += facets.length;
    columns.starts[++place] = end;
  }
  return columns;
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

/** The places `[from, to)`. */
export function placesBetween(from: number, to: number): Uint32Array {
  const places = new Uint32Array(to - from);
  for (let index = 0; index < places.length; index++) places[index] = from + index;
  return places;
}

/** Copies places `[from, to)` of one set of columns to the end of another. */
function copy(source: Columns, target: Columns, [from, to, at]: [number, number, number]): number {
  target.keys.set(source.keys.subarray(from, to), at);
  target.words.set(source.words.subarray(from, to), at);
  const first = source.starts[from] as number;
  const shift = (target.starts[at] as number) - first;
  target.facets.set(source.facets.subarray(first, source.starts[to]), first + shift);
  for (let place = from; place < to; place++) {
    target.starts[at + place - from + 1] = (source.starts[place + 1] as number) + shift;
  }
  return at + to - from;
}

/** The columns after a change: rows, in the order of their keys, replace or join; keys that are gone leave. */
export function mergeColumns(old: Columns, { rows, gone }: Delta): Columns {
  const leaving = [...gone].map((key) => ({ key, words: 0, facets: null }));
  const touched = [...rows, ...leaving].sort((a, b) => a.key - b.key);
  const bytes = rows.reduce((sum, row) => sum + row.facets.length, old.facets.length);
  const merged = allocate(old.keys.length + rows.length, bytes);
  let from = 0;
  let place = 0;
  for (const { key, words, facets } of touched) {
    const to = placeOf(old.keys, key, from);
    place = copy(old, merged, [from, to, place]);
    from = old.keys[to] === key ? to + 1 : to;
    if (facets === null) continue;
    merged.keys[place] = key;
    merged.words[place] = words;
    const start = merged.starts[place] as number;
    merged.facets.set(facets, start);
    merged.starts[++place] = start + facets.length;
  }
  place = copy(old, merged, [from, old.keys.length, place]);
  return {
    keys: merged.keys.subarray(0, place),
    words: merged.words.subarray(0, place),
    starts: merged.starts.subarray(0, place + 1),
    facets: merged.facets.subarray(0, merged.starts[place]),
  };
}

/** Follows the archive: gives the columns as of the transaction that the connection is in. */
export function followColumns(sqlite: Database): () => Columns {
  const last = sqlite.prepare<[], number>('SELECT coalesce(max(number), 0) FROM changes').pluck();
  const since = sqlite
    .prepare<[number], [number, Buffer]>('SELECT number, keys FROM changes WHERE number > ? ORDER BY number')
    .raw();
  const rowOf = sqlite.prepare<[number], Row>('SELECT key, words, facets FROM articles WHERE key = ?');
  let columns: Columns | undefined;
  let seen = 0;

  const delta = (keys: Set<number>): Delta => {
    const rows: Row[] = [];
    const gone = new Set<number>();
    for (const key of [...keys].sort((a, b) => a - b)) {
      const row = rowOf.get(key);
      if (row) rows.push(row);
      else gone.add(key);
    }
    return { rows, gone };
  };
  const follow = (old: Columns): Columns => {
    const changes = since.all(seen);
    const keys = new Set<number>();
    for (const [, packed] of changes) for (const key of unpackKeys(packed)) keys.add(key);
    // A gap means that the book of changes was cut below what we know; many changes are quicker read anew.
    const gap = changes[0]?.[0] !== seen + 1;
    return gap || keys.size > old.keys.length / 4 ? loadColumns(sqlite) : mergeColumns(old, delta(keys));
  };

  return () => {
    const now = last.get() as number;
    if (columns === undefined) columns = loadColumns(sqlite);
    else if (now !== seen) columns = follow(columns);
    seen = now;
    return columns;
  };
}

/** Keys as the book of changes keeps them: eight bytes each, little-endian. */
export function packKeys(keys: number[]): Buffer {
  const packed = Buffer.alloc(keys.length * 8);
  for (const [index, key] of keys.entries()) packed.writeDoubleLE(key, index * 8);
  return packed;
}

function* unpackKeys(packed: Buffer): Generator<number> {
  for (let at = 0; at < packed.length; at += 8) yield packed.readDoubleLE(at);
}
