import type { Database } from 'better-sqlite3';
import { openFiles } from './files.ts';
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

interface Row {
  key: number;
  words: number;
  facets: Uint8Array;
  files: Uint8Array;
}

/** Rows to keep and keys to drop. */
interface Delta {
  rows: Row[];
  gone: Set<number>;
}

const lists = ['facets', 'files'] as const;

function allocateLists(places: number, bytes: number): Lists {
  return { starts: new Uint32Array(places + 1), bytes: new Uint8Array(bytes) };
}

/** Puts the packed numbers of a place behind those of the place before it. */
function setList({ starts, bytes }: Lists, place: number, packed: Uint8Array): void {
  const start = starts[place] as number;
  bytes.set(packed, start);
  starts[place + 1] = start + packed.length;
}

/** Packs the files of an article, each once. */
function packFiles(ids: number[]): Buffer {
  return pack([...new Set(ids)].sort((a, b) => a - b));
}

/** Bytes that one number takes at most. */
const widest = 5;

/** The files of every place. */
function loadFiles(sqlite: Database, keys: Float64Array, first: (id: number) => number): Lists {
  const count = sqlite.prepare('SELECT count(*) FROM file_articles').pluck().get() as number;
  const rows = sqlite
    .prepare('SELECT key, file FROM file_articles WHERE key >= 0 ORDER BY key')
    .raw()
    .iterate();
  const files = allocateLists(keys.length, count * widest);
  let place = 0;
  let met: number[] = [];
  const close = (): void => setList(files, place++, packFiles(met));
  for (const [key, file] of rows as Iterable<[number, number]>) {
    while (place < keys.length && (keys[place] as number) < key) {
      close();
      met = [];
    }
    if (keys[place] === key) met.push(first(file));
  }
  while (place < keys.length) {
    close();
    met = [];
  }
  return { starts: files.starts, bytes: files.bytes.slice(0, files.starts[keys.length]) };
}

/** Reads the columns of the whole archive. */
export function loadColumns(sqlite: Database): Columns {
  const files = openFiles(sqlite);
  files.refresh();
  const [places, bytes] = sqlite
    .prepare('SELECT count(*), coalesce(sum(length(facets)), 0) FROM articles')
    .raw()
    .get() as [number, number];
  const keys = new Float64Array(places);
  const words = new Uint32Array(places);
  const facets = allocateLists(places, bytes);
  const rows = sqlite.prepare('SELECT key, words, facets FROM articles ORDER BY key').raw().iterate();
  let place = 0;
  for (const row of rows as Iterable<[number, number, Uint8Array]>) {
    keys[place] = row[0];
    words[place] = row[1];
    setList(facets, place++, row[2]);
  }
  return { keys, words, facets, files: loadFiles(sqlite, keys, files.first) };
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

/** Copies the lists of places `[from, to)` behind those before place `at` of another. */
function copyLists(source: Lists, target: Lists, [from, to, at]: [number, number, number]): void {
  const first = source.starts[from] as number;
  const shift = (target.starts[at] as number) - first;
  target.bytes.set(source.bytes.subarray(first, source.starts[to]), first + shift);
  for (let place = from; place < to; place++) {
    target.starts[at + place - from + 1] = (source.starts[place + 1] as number) + shift;
  }
}

/** Copies places `[from, to)` of one set of columns to place `at` of another; gives the place after them. */
function copy(source: Columns, target: Columns, [from, to, at]: [number, number, number]): number {
  target.keys.set(source.keys.subarray(from, to), at);
  target.words.set(source.words.subarray(from, to), at);
  for (const list of lists) copyLists(source[list], target[list], [from, to, at]);
  return at + to - from;
}

function cutLists({ starts, bytes }: Lists, places: number): Lists {
  return { starts: starts.subarray(0, places + 1), bytes: bytes.subarray(0, starts[places]) };
}

/** The columns after a change: rows, in the order of their keys, replace or join; keys that are gone leave. */
export function mergeColumns(old: Columns, { rows, gone }: Delta): Columns {
  const leaving = [...gone].map((key) => ({ key, words: 0, facets: null, files: null }));
  const touched = [...rows, ...leaving].sort((a, b) => a.key - b.key);
  const places = old.keys.length + rows.length;
  const listsOf = (name: (typeof lists)[number]): Lists =>
    allocateLists(
      places,
      rows.reduce((sum, row) => sum + row[name].length, old[name].bytes.length),
    );
  const merged: Columns = {
    keys: new Float64Array(places),
    words: new Uint32Array(places),
    facets: listsOf('facets'),
    files: listsOf('files'),
  };
  let from = 0;
  let place = 0;
  for (const { key, words, facets, files } of touched) {
    const to = placeOf(old.keys, key, from);
    place = copy(old, merged, [from, to, place]);
    from = old.keys[to] === key ? to + 1 : to;
    if (facets === null) continue;
    merged.keys[place] = key;
    merged.words[place] = words;
    setList(merged.facets, place, facets);
    setList(merged.files, place++, files);
  }
  place = copy(old, merged, [from, old.keys.length, place]);
  return {
    keys: merged.keys.subarray(0, place),
    words: merged.words.subarray(0, place),
    facets: cutLists(merged.facets, place),
    files: cutLists(merged.files, place),
  };
}

function prepareFollow(sqlite: Database) {
  return {
    last: sqlite
      .prepare<[], [number, number]>(
        'SELECT (SELECT coalesce(max(number), 0) FROM changes), (SELECT coalesce(max(id), 0) FROM file_articles)',
      )
      .raw(),
    since: sqlite
      .prepare<[number], [number, Buffer]>(
        'SELECT number, keys FROM changes WHERE number > ? ORDER BY number',
      )
      .raw(),
    met: sqlite
      .prepare<[number], number>('SELECT DISTINCT key FROM file_articles WHERE id > ? AND key >= 0')
      .pluck(),
    row: sqlite.prepare<[number], Omit<Row, 'files'>>(
      'SELECT key, words, facets FROM articles WHERE key = ?',
    ),
    files: sqlite.prepare<[number], number>('SELECT file FROM file_articles WHERE key = ?').pluck(),
  };
}

/** Follows the archive: gives the columns as of the transaction that the connection is in. */
export function followColumns(sqlite: Database): () => Columns {
  const statements = prepareFollow(sqlite);
  const files = openFiles(sqlite);
  let columns: Columns | undefined;
  let seen: [change: number, met: number] = [0, 0];

  const delta = (keys: Set<number>): Delta => {
    const rows: Row[] = [];
    const gone = new Set<number>();
    files.refresh();
    for (const key of [...keys].sort((a, b) => a - b)) {
      const row = statements.row.get(key);
      if (row) rows.push({ ...row, files: packFiles(statements.files.all(key).map(files.first)) });
      else gone.add(key);
    }
    return { rows, gone };
  };
  const follow = (old: Columns, isChanged: boolean): Columns => {
    const changes = statements.since.all(seen[0]);
    const keys = new Set(statements.met.all(seen[1]));
    for (const [, packed] of changes) for (const key of unpackKeys(packed)) keys.add(key);
    // A gap means that the book of changes was cut below what we know; many changes are quicker read anew.
    const gap = isChanged && changes[0]?.[0] !== seen[0] + 1;
    return gap || keys.size > old.keys.length / 4 ? loadColumns(sqlite) : mergeColumns(old, delta(keys));
  };

  return () => {
    const now = statements.last.get() as [number, number];
    const [isChanged, isMet] = [now[0] !== seen[0], now[1] !== seen[1]];
    if (columns === undefined) columns = loadColumns(sqlite);
    else if (isChanged || isMet) columns = follow(columns, isChanged);
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
