import type { Database } from 'better-sqlite3';
import type { Columns } from './columns.ts';
import {
  type IndexPages,
  openIndexPages,
  type Page,
  type Reader,
  readNumber,
  type Segment,
} from './index-pages.ts';
import { noPlaces, type PlaceSet, placeMarker } from './place-sets.ts';
import { wordSign, wordsIn } from './postings.ts';
import { checkpoint } from './watch.ts';

/** The articles that are asked for: those with a token of the index, or with any that begins so, in some of its columns. */
export interface Wish {
  token: string;
  isOpen: boolean;
  /** A bit each; null for wherever it stands. */
  columns: number | null;
}

/** Pages that are read at once: 128 KB. */
const mostAhead = 32;

/** Gives page after page of a segment, ever more of them read at once. */
function pageSource(pages: IndexPages, segment: Segment, { from, last }: { from: number; last: number }) {
  let ahead: Page[] = [];
  let most = 1;
  let number = from;
  return {
    read: () => number - from - ahead.length,
    next(): Page | undefined {
      if (ahead.length === 0) {
        if (number > last) return undefined;
        checkpoint();
        ahead = pages.pages(segment, number, Math.min(most, last - number + 1)).reverse();
        number += ahead.length;
        most = Math.min(2 * most, mostAhead);
      }
      return ahead.pop();
    },
  };
}
type PageSource = ReturnType<typeof pageSource>;

/** Whether places, as the index packs them for an article, are in any of these columns. */
function standsIn(bytes: Uint8Array, [from, to]: [number, number], columns: number): boolean {
  // The places in the first column come first, without a sign.
  if ((columns & 1) === 1 && bytes[from] !== 1) return true;
  for (let at = from; at < to; ) {
    if (bytes[at] !== 1) {
      while ((bytes[at++] as number) > 127);
      continue;
    }
    if (((columns >>> (bytes[at + 1] as number)) & 1) === 1) return true;
    at += 2;
  }
  return false;
}

/** Where a page stands open: the places at which its words begin, and how many of them are passed. */
interface Stand {
  page: Page;
  starts: number[];
  passed: number;
}

/** The articles of one word, read to their end, over as many pages as they lie on. */
class Articles {
  private readonly source: PageSource;
  stand: Stand;
  private at: number;
  /** End of what the page says of the word. */
  private end: number;
  /** Where a key lies that is written whole. */
  private whole: number;

  constructor(source: PageSource, stand: Stand, at: number) {
    this.source = source;
    this.stand = stand;
    this.at = at;
    this.whole = at;
    this.end = stand.starts[stand.passed] ?? stand.page.end;
  }

  /** Goes on by so many bytes, to another page where this one ends; whether the word goes on there. */
  private turn(): boolean {
    while (this.at >= this.end) {
      const { starts, passed } = this.stand;
      const page = passed < starts.length ? undefined : this.source.next();
      if (!page) return false;
      this.stand = { page, starts: wordsIn(page), passed: 0 };
      this.at += 4 - this.end;
      this.end = this.stand.starts[0] ?? page.end;
      this.whole = page.whole < this.end ? page.whole : 0;
    }
    return true;
  }

  /** The next bytes, which may go on behind the page. */
  private take(length: number): Uint8Array {
    const parts: Uint8Array[] = [];
    for (let left = length; left > 0; ) {
      if (!this.turn()) throw new Error('A page of the index is missing.');
      const to = Math.min(this.at + left, this.end);
      parts.push(this.stand.page.bytes.subarray(this.at, to));
      left -= to - this.at;
      this.at = to;
    }
    return Buffer.concat(parts);
  }

  /** Marks each that is there, in the columns that are asked for. */
  read({ mark, gone, columns }: Sink): void {
    let key = 0;
    while (this.turn()) {
      const { bytes } = this.stand.page;
      let at = this.at;
      const isWhole = at === this.whole;
      // Numbers are read in place here: this is where a search for common words spends its time.
      let byte = bytes[at++] as number;
      let number = byte & 127;
      while (byte > 127) {
        byte = bytes[at++] as number;
        number = number * 128 + (byte & 127);
      }
      key = isWhole ? number : key + number;
      byte = bytes[at++] as number;
      number = byte & 127;
      while (byte > 127) {
        byte = bytes[at++] as number;
        number = (number << 7) | (byte & 127);
      }
      this.at = at;
      // The lowest bit marks what only removes.
      const length = number >> 1;
      const isThere = gone === null || !gone.has(key);
      if (columns === null || at + length <= this.end) {
        this.at = at + length;
        if (isThere && (columns === null || standsIn(bytes, [at, at + length], columns))) mark(key);
      } else {
        const places = this.take(length);
        if (isThere && standsIn(places, [0, length], columns)) mark(key);
      }
    }
  }
}

interface Sink {
  mark(key: number): void;
  gone: Segment['gone'];
  columns: Wish['columns'];
}

/** Whether a word is asked for: 0; else on which side of what is asked for it lies. */
function sideOf(word: Buffer, wanted: Buffer, isOpen: boolean): number {
  return (isOpen ? word.subarray(0, wanted.length) : word).compare(wanted);
}

/** Marks the articles of the words of a segment that are asked for; gives the number of pages read. */
function readSegment(
  pages: IndexPages,
  segment: Segment,
  { wish, mark }: { wish: Wish; mark: (key: number) => void },
): number {
  const wanted = Buffer.from(wordSign + wish.token);
  const { from, to } = pages.around(segment, wanted);
  const source = pageSource(pages, segment, { from, last: wish.isOpen ? segment.last : to });
  const sink: Sink = { mark, gone: segment.gone, columns: wish.columns };
  const openPage = (page: Page | undefined): Stand | undefined =>
    page && { page, starts: wordsIn(page), passed: 0 };
  let word: Buffer = Buffer.alloc(0);
  for (let stand = openPage(source.next()); stand; ) {
    const { page, starts, passed }: Stand = stand;
    if (passed === starts.length) {
      stand = openPage(source.next());
      continue;
    }
    const reader: Reader = { bytes: page.bytes, at: starts[passed] as number };
    const kept = passed === 0 ? 0 : readNumber(reader);
    const length = readNumber(reader);
    word = Buffer.concat([word.subarray(0, kept), page.bytes.subarray(reader.at, reader.at + length)]);
    stand.passed += 1;
    const side = sideOf(word, wanted, wish.isOpen);
    if (side > 0) break;
    if (side < 0) continue;
    const articles = new Articles(source, stand, reader.at + length);
    articles.read(sink);
    if (!wish.isOpen) break;
    stand = articles.stand;
  }
  return source.read();
}

/** The articles that are asked for, and how many pages of the index say so. */
export interface Found {
  set: PlaceSet;
  pages: number;
}

/** Makes the function that reads from the index in which articles any of some tokens stands. */
export function openDoclists(sqlite: Database): (wishes: Wish[], columns: Columns) => Found {
  const pages = openIndexPages(sqlite);
  return (wishes, columns) => {
    const set = noPlaces(columns.keys.length);
    const mark = placeMarker(columns, set);
    let read = 0;
    for (const segment of pages.segments()) {
      for (const wish of wishes) read += readSegment(pages, segment, { wish, mark });
    }
    return { set, pages: read };
  };
}
