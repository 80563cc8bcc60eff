import type { Database } from 'better-sqlite3';
import {
  type Directory,
  type IndexPages,
  openIndexPages,
  type Page,
  type Reader,
  readNumber,
  type Segment,
} from './index-pages.ts';
import { type PageWords, type Stretch, wordSign, wordsOf } from './page-words.ts';

/** The articles in which a word stands, in the order of their keys, with its places there. */
export interface Postings {
  /** The key of the article it is at; infinite behind the last. */
  key: number;
  /** Goes on to the first article at or behind a key. */
  seek(key: number): void;
  /** Goes on to the next article. */
  next(): void;
  /** Adds the places in this article, ascending. */
  addPlaces(places: Offsets): void;
}

/** A word in a piece of the index; its articles are read as often as needed, each time from the first on. */
export interface Entry {
  open(): Postings;
}

/** Numbers that grow in number and are used again. */
export interface Offsets {
  list: Int32Array;
  length: number;
}

/** Column and offset in one number, so that places sort. */
export const columnShift = 26;

export function addOffset(offsets: Offsets, offset: number): void {
  if (offsets.length === offsets.list.length) {
    const longer = new Int32Array(2 * offsets.length + 16);
    longer.set(offsets.list);
    offsets.list = longer;
  }
  offsets.list[offsets.length++] = offset;
}

/** Among the offsets of an article: the number of a column follows. Offsets are written two too high, each less the one before. */
const columnSign = 1;

/** Pages that are read at once where a list is read from end to end: 128 KB. */
const mostAhead = 32;

/** Pages passed over beyond which those that follow are not read ahead. */
const leap = 1;

/** Where what a segment says of a word begins. */
interface Start extends Stretch {
  page: Page;
  number: number;
  /** The last page it may lie on. */
  last: number;
  isListed: boolean;
  /** Read when it is first needed. */
  directory?: Directory;
}

class SegmentPostings implements Postings {
  key = -1;
  private readonly reader: Reader;
  /** The article's places still lie in so many bytes. */
  private left = 0;
  /** End of what the page says of the word. */
  private end: number;
  private whole: number;
  private readonly pages: IndexPages;
  private readonly segment: Segment;
  private number: number;
  /** The pages that follow, as far as they were read with this one. */
  private ahead: Page[] = [];
  private most = 1;
  private last: number;
  /** The page whose last word has a directory that is this word's; none where it has none. */
  private readonly listed: number | null;
  private readonly start: Start;
  /** How much of the directory lies behind. */
  private passed = 0;

  constructor(pages: IndexPages, segment: Segment, start: Start) {
    this.pages = pages;
    this.segment = segment;
    this.start = start;
    this.number = start.number;
    this.last = start.to === null ? start.last : start.number;
    this.listed = start.to === null && start.isListed ? start.number : null;
    this.reader = { bytes: start.page.bytes, at: start.from };
    this.end = start.to ?? start.page.end;
    this.whole = start.page.whole;
    this.next();
  }

  /** Goes to a page; what it says of the word ends where its first own word stands. */
  private turn(number = this.number + 1): void {
    const steps = number - this.number;
    this.ahead.length = Math.max(0, this.ahead.length - steps + 1);
    if (this.ahead.length === 0) {
      this.most = steps > leap ? 1 : this.most;
      this.ahead = this.pages
        .pages(this.segment, number, Math.min(this.most, this.last - number + 1))
        .reverse();
      this.most = Math.min(2 * this.most, mostAhead);
    }
    const page = this.ahead.pop() as Page;
    const isLast = page.end < page.bytes.length;
    this.number = number;
    if (isLast) this.last = number;
    this.reader.bytes = page.bytes;
    this.reader.at = 4;
    this.end = isLast ? readNumber({ bytes: page.bytes, at: page.end }) : page.end;
    this.whole = page.whole < this.end ? page.whole : 0;
  }

  private skip(): void {
    let over = this.reader.at + this.left - this.end;
    while (over > 0 && this.number < this.last) {
      this.turn();
      over -= this.end - 4;
    }
    this.reader.at = this.end + over;
    this.left = 0;
  }

  next(): void {
    const { reader } = this;
    do {
      this.skip();
      if (reader.at >= this.end) {
        if (this.number >= this.last) {
          this.key = Number.POSITIVE_INFINITY;
          return;
        }
        this.turn();
        if (reader.at >= this.end) {
          this.key = Number.POSITIVE_INFINITY;
          return;
        }
      }
      const isWhole = this.key < 0 || reader.at === this.whole;
      const number = readNumber(reader);
      this.key = isWhole ? number : this.key + number;
      // The lowest bit marks what only removes.
      this.left = readNumber(reader) >> 1;
    } while (this.segment.gone?.has(this.key));
  }

  seek(key: number): void {
    if (this.key >= key) return;
    const page = this.pageFor(key);
    if (page > this.number) {
      this.turn(page);
      this.reader.at = this.whole;
      this.left = 0;
      this.next();
    }
    while (this.key < key) {
      this.pass(key);
      if (this.key < key || this.segment.gone?.has(this.key)) this.next();
    }
  }

  /** Passes over articles below a key, as far as they begin on this page; those that are gone are not told apart. */
  private pass(key: number): void {
    const { reader, end, whole } = this;
    const { bytes } = reader;
    let { at } = reader;
    let { key: now, left } = this;
    // Numbers are read in place here: this is where a search for words that are near each other passes over all others.
    while (now < key && at + left < end) {
      at += left;
      const isWhole = at === whole;
      let byte = bytes[at++] as number;
      let number = byte & 127;
      while (byte > 127) {
        byte = bytes[at++] as number;
        number = number * 128 + (byte & 127);
      }
      now = isWhole ? number : now + number;
      byte = bytes[at++] as number;
      number = byte & 127;
      while (byte > 127) {
        byte = bytes[at++] as number;
        number = (number << 7) | (byte & 127);
      }
      left = number >> 1;
    }
    reader.at = at;
    this.key = now;
    this.left = left;
  }

  /** The last page on which an article begins whose key is not above this one, as far as a directory tells. */
  private pageFor(key: number): number {
    if (this.listed === null) return this.number;
    this.start.directory ??= this.pages.directory(this.segment, this.listed);
    const { pages, keys } = this.start.directory;
    while (this.passed < keys.length && (keys[this.passed] as number) <= key) this.passed++;
    return pages[this.passed - 1] ?? this.number;
  }

  addPlaces(places: Offsets): void {
    const { reader } = this;
    let { bytes, at } = reader;
    let { left, end } = this;
    let offset = 0;
    let isColumn = false;
    // Numbers are read in place here: this is where a search for words that are near each other spends its time.
    while (left > 0) {
      if (at >= end) {
        this.turn();
        ({ bytes, at } = reader);
        end = this.end;
      }
      const from = at;
      let byte = bytes[at++] as number;
      let value = byte & 127;
      while (byte > 127) {
        byte = bytes[at++] as number;
        value = (value << 7) | (byte & 127);
      }
      left -= at - from;
      if (isColumn) {
        offset = value << columnShift;
        isColumn = false;
      } else if (value === columnSign) {
        isColumn = true;
      } else {
        offset += value - 2;
        addOffset(places, offset);
      }
    }
    this.left = 0;
    reader.at = at;
  }
}

/** Makes what finds words in a segment; of those that stand side by side, their page is read once. */
function starts(pages: IndexPages, segment: Segment): (word: string) => Start | undefined {
  let known: (Omit<Start, keyof Stretch> & { words: PageWords }) | undefined;
  return (word) => {
    const bytes = Buffer.from(wordSign + word);
    const name = bytes.toString('latin1');
    if (!known?.words.surrounds(name)) {
      const { from: number, to: last, isListed } = pages.around(segment, bytes);
      const page = pages.pages(segment, number)[0] as Page;
      known = { page, words: wordsOf(page), number, last, isListed };
    }
    const { words, ...rest } = known;
    const found = words.find(name);
    return found && { ...rest, ...found };
  };
}

/** Makes the function that finds words, as the index has them, in each piece of the index; of one article one of them speaks. */
export function openPostings(sqlite: Database): (words: string[]) => Entry[] {
  const pages = openIndexPages(sqlite);
  return (words) =>
    pages.segments().flatMap((segment) => {
      const find = starts(pages, segment);
      return words.flatMap((word) => {
        const start = find(word);
        return start ? [{ open: () => new SegmentPostings(pages, segment, start) }] : [];
      });
    });
}
