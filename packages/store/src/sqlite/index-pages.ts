import type { Database } from 'better-sqlite3';

/*
 * The pages in which FTS5 keeps an index, read as its source describes them (fts5_index.c, "ON DISK FORMAT"; what is written
 * once never changes within a version of the format, which the table names). SQL gives positions one row each, and
 * a row costs more than reading a place here.
 */

/** A piece of the index: pages one after the other, which hold words in order, each with the articles it stands in. */
export interface Segment {
  id: number;
  first: number;
  last: number;
  /** Articles it no longer speaks for; null where there are none. */
  gone: ReadonlySet<number> | null;
}

/** A page: what it says of articles lies in `bytes[4, end)`. */
export interface Page {
  bytes: Buffer;
  /** Where the first key lies that is written whole; 0 where there is none. */
  whole: number;
  /** Where the words of the page are listed, or its end. */
  end: number;
}

/** The pages on which a word's articles go on, and the first key that begins on each, ascending. */
export interface Directory {
  pages: number[];
  keys: number[];
}

/** Where numbers are read; `at` moves on. */
export interface Reader {
  bytes: Buffer;
  at: number;
}

/** Reads a number as SQLite packs it: seven bits a byte, the high ones first. */
export function readNumber(reader: Reader): number {
  const { bytes } = reader;
  let byte = bytes[reader.at++] as number;
  if (byte < 128) return byte;
  let value = byte & 127;
  do {
    byte = bytes[reader.at++] as number;
    // Keys are longer than the 32 bits that shifts know.
    value = value * 128 + (byte & 127);
  } while (byte > 127);
  return value;
}

/** FTS5's number of a page: the segment, 37 bits, the page; those of deletions lie behind all segments, those of directories behind all pages. */
const pageOf = (segment: number, page: number): bigint => (BigInt(segment) << 37n) + BigInt(page);
const directoryOf = (segment: number, page: number): bigint => pageOf(segment, page) + (1n << 36n);
const deletions = 1 << 16;
const structureRow = 10n;
const withDeletions = Buffer.from([0xff, 0, 0, 1]);

type Row = (id: bigint) => Buffer;

function goneFrom(row: Row, segment: number, pages: number): Set<number> {
  const gone = new Set<number>();
  for (let page = 0; page < pages; page++) {
    const bytes = row(pageOf(segment + deletions, page));
    const [width, holdsZero] = bytes;
    if (holdsZero) gone.add(0);
    for (let at = 8; at + (width === 4 ? 4 : 8) <= bytes.length; at += width === 4 ? 4 : 8) {
      const key = width === 4 ? bytes.readUInt32BE(at) : Number(bytes.readBigUInt64BE(at));
      if (key !== 0) gone.add(key);
    }
  }
  return gone;
}

function segmentsFrom(row: Row): Segment[] {
  const bytes = row(structureRow);
  const isSecond = bytes.subarray(4, 8).equals(withDeletions);
  const reader: Reader = { bytes, at: isSecond ? 8 : 4 };
  const next = () => readNumber(reader);
  const levels = next();
  next();
  next();
  const segments: Segment[] = [];
  for (let level = 0; level < levels; level++) {
    next();
    for (let left = next(); left > 0; left--) {
      const [id, first, last] = [next(), next(), next()];
      const [, , pages = 0] = isSecond ? [next(), next(), next(), next(), next()] : [];
      // All of it is merged already.
      if (first === 0) continue;
      segments.push({ id, first, last, gone: pages > 0 ? goneFrom(row, id, pages) : null });
    }
  }
  return segments;
}

function openPage(bytes: Buffer): Page {
  return { bytes, whole: bytes.readUInt16BE(0), end: bytes.readUInt16BE(2) };
}

/** Reads a directory, piece by piece, as FTS5 keeps it for a word of many pages ("Segment doclist indexes"). */
function directoryFrom(pieces: (number: number) => Buffer | undefined): Directory {
  const directory: Directory = { pages: [], keys: [] };
  for (let number = 0; ; number++) {
    const bytes = pieces(number);
    if (!bytes) return directory;
    const reader: Reader = { bytes, at: 1 };
    let page = readNumber(reader);
    let key = readNumber(reader);
    for (;;) {
      directory.pages.push(page);
      directory.keys.push(key);
      // Nought stands for a page on which no article begins.
      let step = 0;
      while (step === 0 && reader.at < bytes.length) {
        step = readNumber(reader);
        page += 1;
      }
      if (step === 0) break;
      key += step;
    }
    // The lowest bit says that there are more pieces.
    if (((bytes[0] as number) & 1) === 0) return directory;
  }
}

/** The index of articles by its pages, as of the transaction that the connection is in. */
export interface IndexPages {
  segments(): Segment[];
  /** So many pages from one on, at least that one. */
  pages(segment: Segment, from: number, count?: number): Page[];
  /** The pages between which what a segment says of a word begins and ends; whether the last word of the first page has a directory. */
  around(segment: Segment, word: Buffer): { from: number; to: number; isListed: boolean };
  /** The directory of the last word of a page that has one. */
  directory(segment: Segment, page: number): Directory;
}

/** Opens the pages of the index over a connection. */
export function openIndexPages(sqlite: Database): IndexPages {
  const block = sqlite
    .prepare<[bigint], Buffer>('SELECT block FROM articles_index_data WHERE id = ?')
    .pluck();
  // Several pages in one piece: each row costs a call.
  const blocks = sqlite
    .prepare<[bigint, bigint], [lengths: string, bytes: Buffer]>(
      `SELECT group_concat(length(block)), CAST(group_concat(block, '') AS BLOB)
       FROM (SELECT block FROM articles_index_data WHERE id BETWEEN ? AND ? ORDER BY id)`,
    )
    .raw();
  const before = sqlite
    .prepare<[bigint, Buffer], number>(
      'SELECT pgno FROM articles_index_idx WHERE segid = ? AND term <= ? ORDER BY term DESC LIMIT 1',
    )
    .pluck();
  const behind = sqlite
    .prepare<[bigint, Buffer], number>(
      'SELECT pgno FROM articles_index_idx WHERE segid = ? AND term > ? ORDER BY term LIMIT 1',
    )
    .pluck();
  const row: Row = (id) => {
    const bytes = block.get(id);
    if (!bytes) throw new Error('A page of the index is missing.');
    return bytes;
  };
  // The lowest bit of a page's number says whether its last word has a directory.
  const numberOf = (entry: number | undefined) => (entry === undefined ? undefined : entry >> 1);
  let known: { structure: Buffer; segments: Segment[] } | undefined;

  return {
    segments() {
      const structure = row(structureRow);
      if (!known?.structure.equals(structure)) known = { structure, segments: segmentsFrom(row) };
      return known.segments;
    },
    pages({ id, last }, from, count = 1) {
      const to = Math.min(last, from + count - 1);
      if (to === from) return [openPage(row(pageOf(id, from)))];
      const [lengths, bytes] = blocks.get(pageOf(id, from), pageOf(id, to)) as [string, Buffer];
      let end = 0;
      return lengths.split(',').map((length) => {
        end += Number(length);
        return openPage(bytes.subarray(end - Number(length), end));
      });
    },
    around({ id, first, last }, word) {
      const entry = before.get(BigInt(id), word);
      const number = numberOf(entry) ?? 0;
      const to = numberOf(behind.get(BigInt(id), word)) ?? last;
      // While a segment is merged, its first pages go, and what tells of them stays.
      return number < first
        ? { from: first, to: Math.max(first, to), isListed: false }
        : { from: number, to, isListed: ((entry as number) & 1) === 1 };
    },
    directory: ({ id }, page) => directoryFrom((number) => block.get(directoryOf(id, page + number))),
  };
}
