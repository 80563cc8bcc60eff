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
import { wordSign, wordsIn } from './page-words.ts';
import { addPlace, noPlaces, type PlaceSet, placeFinder } from './place-sets.ts';
import { checkpoint } from './watch.ts';

/** A token of the index, or every one that begins so. */
export interface Wish {
  token: string;
  isOpen: boolean;
  /** The columns in which it is to stand, a bit each; null for wherever it stands. */
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

  /** Takes each that is there. */
  read({ take, gone, hasPlaces }: Sink): void {
    // One object for all of them: there are hundreds of thousands.
    const places: Packed = { bytes: this.stand.page.bytes, from: 0, to: 0 };
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
      if (!hasPlaces || at + length <= this.end) {
        places.bytes = bytes;
        places.from = at;
        places.to = at + length;
        this.at = at + length;
      } else {
        places.bytes = this.take(length);
        places.from = 0;
        places.to = length;
      }
      if (isThere) take(key, places);
    }
  }
}

/** The places of an article as the index packs them: `bytes[from, to)`. */
export interface Packed {
  bytes: Uint8Array;
  from: number;
  to: number;
}

/** Takes an article: its key, and its places, which are good until the next. */
export type Take = (key: number, places: Packed) => void;

interface Sink {
  take: Take;
  gone: Segment['gone'];
  /** Whether the places are needed. */
  hasPlaces: boolean;
}

/** Whether a word is asked for: 0; else on which side of what is asked for it lies. */
function sideOf(word: Buffer, wanted: Buffer, isOpen: boolean): number {
  return (isOpen ? word.subarray(0, wanted.length) : word).compare(wanted);
}

interface Wanted {
  wish: Wish;
  take: Take;
  hasPlaces: boolean;
}

/** Takes the articles of the words of a segment that are asked for; gives the number of pages read. */
function readSegment(pages: IndexPages, segment: Segment, { wish, take, hasPlaces }: Wanted): number {
  const wanted = Buffer.from(wordSign + wish.token);
  const { from, to } = pages.around(segment, wanted);
  const source = pageSource(pages, segment, { from, last: wish.isOpen ? segment.last : to });
  const sink: Sink = { take, gone: segment.gone, hasPlaces };
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

/** Whether places, as the index packs them for an article, are in any of these columns. */
function standsIn({ bytes, from, to }: Packed, columns: number): boolean {
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

/** The articles that are asked for, and how many pages of the index say so. */
export interface Found {
  set: PlaceSet;
  pages: number;
}

/** In which articles tokens stand, as the index has it. */
export interface Doclists {
  /** The articles with any of the tokens. */
  find(wishes: Wish[], columns: Columns): Found;
  /** At most how many pages say where a token stands; infinite where others may begin so. */
  extent(wish: Wish): number;
  /** Takes the articles of a token, wherever in them it stands; an article can come again, by another token. */
  each(wish: Wish, take: Take): void;
}

/** Opens the lists of articles over a connection. */
export function openDoclists(sqlite: Database): Doclists {
  const pages = openIndexPages(sqlite);
  const readAll = (wanted: Wanted): number =>
    pages.segments().reduce((read, segment) => read + readSegment(pages, segment, wanted), 0);
  return {
    find(wishes, columns) {
      const set = noPlaces(columns.keys.length);
      const locate = placeFinder(columns);
      const mark = (key: number): void => addPlace(set, locate(key));
      let read = 0;
      for (const wish of wishes) {
        const { columns: some } = wish;
        const take: Take =
          some === null
            ? mark
            : (key, places) => {
                if (standsIn(places, some)) mark(key);
              };
        read += readAll({ wish, take, hasPlaces: some !== null });
      }
      return { set, pages: read };
    },
    extent({ token, isOpen }) {
      if (isOpen) return Number.POSITIVE_INFINITY;
      const word = Buffer.from(wordSign + token);
      const extents = pages.segments().map((segment) => pages.around(segment, word));
      return extents.reduce((sum, { from, to }) => sum + to - from + 1, 0);
    },
    each(wish, take) {
      readAll({ wish, take, hasPlaces: true });
    },
  };
}
