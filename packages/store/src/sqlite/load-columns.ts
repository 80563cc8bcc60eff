import type { Database } from 'better-sqlite3';
import { allocateColumns, type Columns, cutLists, packFiles, setList } from './columns.ts';
import { openFiles } from './files.ts';
import type { Lists } from './packed.ts';

/** Articles that are read in one row: a row costs a call, which takes longer than what it says of one article. */
const chunk = 4_096;

/** Reads one number after the other of a text that has them comma by comma. */
function numbersIn(text: string): () => number {
  const [comma, zero] = [44, 48];
  let at = 0;
  return () => {
    let number = 0;
    for (; at < text.length; at++) {
      const sign = text.charCodeAt(at);
      if (sign === comma) break;
      number = number * 10 + sign - zero;
    }
    at += 1;
    return number;
  };
}

/** Some articles, in the order of their keys. Numbers come as text: strings are given back at once, buffers are not. */
interface Part {
  count: number;
  last: number;
  keys: string;
  words: string;
  /** How many bytes the facets of each are long. */
  lengths: string;
  facets: Buffer;
}

function openParts(sqlite: Database) {
  const articles = sqlite.prepare<[number], Part>(
    `SELECT count(*) AS count, max(key) AS last, group_concat(key) AS keys, group_concat(words) AS words,
       group_concat(length(facets)) AS lengths, CAST(group_concat(facets, '') AS BLOB) AS facets
     FROM (SELECT key, words, facets FROM articles WHERE key > ? ORDER BY key LIMIT ${chunk})`,
  );
  const met = sqlite.prepare<[number, number], { count: number; keys: string; files: string }>(
    `SELECT count(*) AS count, group_concat(key) AS keys, group_concat(file) AS files
     FROM (SELECT key, file FROM file_articles WHERE key BETWEEN ? AND ? ORDER BY key)`,
  );
  return {
    after: (key: number): Part => articles.get(key) as Part,
    met: (from: number, to: number) => met.get(from, to) as { count: number; keys: string; files: string },
  };
}

/** Makes lists longer where they have no room for so many bytes more. */
function withRoom(lists: Lists, place: number, bytes: number): Lists {
  const used = lists.starts[place] as number;
  if (used + bytes <= lists.bytes.length) return lists;
  const longer = new Uint8Array(new SharedArrayBuffer(Math.ceil(1.25 * (used + bytes))));
  longer.set(lists.bytes.subarray(0, used));
  return { starts: lists.starts, bytes: longer };
}

/** Gives the files of one article after another, packed. */
function filesOf(met: { count: number; keys: string; files: string }, first: (id: number) => number) {
  const [nextKey, nextFile] = [numbersIn(met.keys ?? ''), numbersIn(met.files ?? '')];
  let left = met.count;
  const take = (): [number, number] => {
    left -= 1;
    return left < 0 ? [Number.POSITIVE_INFINITY, 0] : [nextKey(), nextFile()];
  };
  const none = packFiles([]);
  let [lastFile, lastPacked] = [-1, none];
  let [metKey, metFile] = take();
  return (key: number): Buffer => {
    while (metKey < key) [metKey, metFile] = take();
    const files: number[] = [];
    for (; metKey === key; [metKey, metFile] = take()) files.push(first(metFile));
    const [file] = files;
    if (file === undefined) return none;
    if (files.length > 1) return packFiles(files);
    // Articles that lie side by side came in one file, mostly.
    if (file !== lastFile) [lastFile, lastPacked] = [file, packFiles(files)];
    return lastPacked;
  };
}

/** Reads the columns of the whole archive. */
export function loadColumns(sqlite: Database): Columns {
  const numbers = openFiles(sqlite);
  numbers.refresh();
  const parts = openParts(sqlite);
  const places = sqlite.prepare<[], number>('SELECT count(*) FROM articles').pluck().get() as number;
  // Most archives have some twenty bytes of values an article, and one of files.
  const columns = allocateColumns({ places, facets: 20 * places, files: 2 * places });
  let { facets, files } = columns;
  let place = 0;
  for (let part = parts.after(-1); part.count > 0; part = parts.after(part.last)) {
    const [nextKey, nextWords, nextLength] = [part.keys, part.words, part.lengths].map(numbersIn) as [
      () => number,
      () => number,
      () => number,
    ];
    const first = numbersIn(part.keys)();
    const filesAt = filesOf(parts.met(first, part.last), numbers.first);
    facets = withRoom(facets, place, part.facets.length);
    let at = 0;
    for (let left = part.count; left > 0; left--, place++) {
      const key = nextKey();
      const length = nextLength();
      columns.keys[place] = key;
      columns.words[place] = nextWords();
      setList(facets, place, part.facets.subarray(at, at + length));
      at += length;
      const packed = filesAt(key);
      files = withRoom(files, place, packed.length);
      setList(files, place, packed);
    }
  }
  return { ...columns, facets: cutLists(facets, place), files: cutLists(files, place) };
}
