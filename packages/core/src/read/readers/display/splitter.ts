import type { Span } from '../../../diagnostic.ts';
import type { SearchSummary } from '../../../report.ts';
import { fileCut } from '../../cut.ts';
import type { Draft, Piece } from '../../reader.ts';
import { isSummaryTitle, summaryOf } from '../../summary.ts';
import type { DisplayBlock } from '../../syntax/display.ts';
import { blocksOf, cellsOf, contentOf, type Entry, unnest } from './blocks.ts';
import {
  anchorAt,
  endsArticle,
  endsInIdentifier,
  entryOf,
  findFirst,
  goesOn,
  isFront,
  isPartOfNumber,
  nextStart,
  skipFront,
} from './bounds.ts';
import { marksFrontPage } from './furniture.ts';

interface Surroundings {
  kind: Piece['kind'];
  /** Where the next piece begins. */
  end: number;
  /** Page on which the article after them begins. */
  page?: number | undefined;
}

/** Units and blocks without an accession number after which what was gathered is given out: no article is as long. */
const maxUnits = 8 * 1024 * 1024;
const maxBlocks = 20_000;
/** Characters over the line that shows a page of contents, at most. */
const longestHead = 400;

/**
 * Cuts the rows and lines of a printed display into pieces that tile the file. An accession number ends an article; a
 * second headline or word count shows that the one before has lost its number, or never had one.
 */
export class DisplaySplitter {
  private readonly read: (piece: Piece) => Draft | null;
  private pieces: Piece[] = [];
  /** End of the last piece. */
  private at = 0;
  private articles = 0;
  private numbered = 0;
  private page = 0;
  /** Page on which the last article ended. */
  private lastPage = -1;
  /** Since the last article. */
  private entries: Entry[] = [];
  /** First entry that only an article has: headline or word count; -1 before it. */
  private anchor = -1;
  /** Number of entries of the article whose accession number has come; -1 before it. */
  private ended = -1;
  private finished = false;

  /** `read` tells whether what a file ends with is an article although it has no word count. */
  constructor(read: (piece: Piece) => Draft | null) {
    this.read = read;
  }

  /** Pieces that are complete; the last one is held back, as the file's end may have something to say of it. */
  take(): Piece[] {
    return this.pieces.splice(0, this.finished ? this.pieces.length : Math.max(this.pieces.length - 1, 0));
  }

  add(block: DisplayBlock): void {
    if (block.kind === 'row') for (const one of unnest(block)) this.addOne(one);
    else this.addOne(block);
  }

  private addOne(block: DisplayBlock): void {
    if (block.kind === 'page') {
      this.page++;
      return;
    }
    const entry = entryOf(block, this.page);
    const goes = this.ended >= 0 && goesOn(this.entries, entry);
    if (this.ended >= 0 && !goes) this.cutArticle(this.ended);
    this.entries.push(entry);
    if (goes || endsArticle(this.entries)) this.ended = this.entries.length;
    else this.noteAnchor();
    if (block.span.end - this.at > maxUnits || this.entries.length > maxBlocks) this.cutRest(block.span.end);
  }

  /**
   * The file ends: an article without number, the search summary, or text nobody knows. `truncated`: the syntax shows
   * whether the file was cut; where it cannot, the accession number tells, and `isOpen`: its last line has no end.
   */
  finish({ length, truncated, isOpen }: { length: number; truncated?: boolean; isOpen?: boolean }): void {
    const { numbered, articles } = this;
    const isNumber = this.ended >= 0 || (isOpen === true && this.entries.at(-1)?.label === 'AN');
    const isPart = isOpen !== false && isPartOfNumber(this.entries);
    const isCutNumber = isNumber && isPart;
    const isIdentified = !isPart && endsInIdentifier(this.entries);
    this.cutRest(length, true);
    const endsUnnumbered = this.articles > articles && this.numbered === numbered;
    const lacksNumber = endsUnnumbered && !isIdentified && numbered > 0 && numbered === articles;
    const article = this.pieces.findLast(({ kind }) => kind === 'article');
    // A header with neither text nor number behind it is all that a cut left.
    const isHeader = endsUnnumbered && article !== undefined && this.read(article)?.body.length === 0;
    // Behind a cut article may stand what is left of a row.
    if (truncated) this.noteCut(endsUnnumbered ? article : this.pieces.at(-1), length);
    else if (truncated === undefined && (isCutNumber || lacksNumber || isHeader))
      this.noteCut(article, length);
    this.finished = true;
  }

  private noteCut(piece: Piece | undefined, end: number): void {
    if (!piece) return;
    const cut = fileCut('in the middle of an article or of its structure', end);
    piece.diagnostics = [...(piece.diagnostics ?? []), cut];
  }

  /** Looks whether the last entry shows an article, and whether it is another one than the open one. */
  private noteAnchor(): void {
    const at = anchorAt(this.entries);
    if (at < 0) return;
    if (this.anchor < 0) {
      this.anchor = at;
      return;
    }
    const start = nextStart(this.entries, { anchor: at, open: this.anchor });
    if (start < 0) return;
    // The article before lost its number: only it is without.
    this.cutArticle(start);
    this.anchor = at - start;
  }

  /** Gives out the article that the first `count` entries end with, and what stands before it. */
  private cutArticle(count: number): void {
    const own = this.entries.slice(0, count);
    const start = findFirst(own, this.anchor);
    const article = own.slice(start);
    const span = spanOf(article);
    const around = { kind: this.surroundings(), end: span.start, page: own[start]?.page };
    this.settle(own.slice(0, start), around);
    this.give({ kind: 'article', span, blocks: blocksOf(article) });
    this.articles++;
    this.lastPage = own.at(-1)?.page ?? -1;
    if (this.ended >= 0) this.numbered++;
    this.entries = this.entries.slice(count);
    this.anchor = -1;
    this.ended = -1;
  }

  /** Gives out everything gathered, up to a place. */
  private cutRest(end: number, isLast = false): void {
    if (this.ended >= 0) this.cutArticle(this.ended);
    const title = this.entries.findIndex((entry, index) => index > this.anchor && isTitle(entry));
    const count = title < 0 ? this.entries.length : title;
    if (this.anchor >= 0 || (isLast && this.isArticle(count))) this.cutArticle(count);
    this.settle(this.entries, { kind: this.articles > 0 ? 'trailer' : 'front', end });
    this.entries = [];
  }

  /** Whether entries without word count and number are an article all the same. */
  private isArticle(count: number): boolean {
    const all = this.entries.slice(0, count);
    const own = all.slice(skipFront(all, 0));
    return (
      own.length > 0 && this.read({ kind: 'article', span: spanOf(own), blocks: blocksOf(own) }) !== null
    );
  }

  private surroundings(): Piece['kind'] {
    return this.articles > 0 ? 'boilerplate' : 'front';
  }

  /**
   * Gives out entries that are no article. A page of contents is the vendor's from its head on; other lines, and those
   * on the article's own `page`, must be the vendor's each, or are unread.
   */
  private settle(entries: Entry[], { kind, end, page }: Surroundings): void {
    const title = entries.findIndex(isTitle);
    const summary = title < 0 ? undefined : summaryOf(summaryRows(entries.slice(title)));
    const others = title < 0 ? entries : entries.slice(0, title);
    const front = frontPages(others);
    if (page !== undefined) front.delete(page);
    front.delete(this.lastPage);
    for (const run of runsOf(
      others,
      (index) => index < (front.get(others[index]?.page ?? -1) ?? others.length) && !isFront(others, index),
    )) {
      const span = spanOf(run);
      this.giveGap(kind, span.start);
      this.give({ kind: 'unread', span, blocks: [], text: firstCharacters(run) });
    }
    this.giveGap(kind, end, summary);
  }

  private giveGap(kind: Piece['kind'], end: number, summary?: SearchSummary): void {
    if (end <= this.at) return;
    this.give({ kind, span: { start: this.at, end }, blocks: [], ...(summary && { summary }) });
  }

  private give(piece: Piece): void {
    this.at = piece.span.end;
    this.pieces.push(piece);
  }
}

/** Pages of contents, and the entry from which on each is one: what is longer than a head is none, as in joined files. */
function frontPages(entries: readonly Entry[]): Map<number, number> {
  const pages = new Map<number, number>();
  let head = 0;
  let length = 0;
  for (const [index, { block, page }] of entries.entries()) {
    if (page !== entries[head]?.page) [head, length] = [index, 0];
    if (!pages.has(page) && marksFrontPage(block)) pages.set(page, length > longestHead ? index : head);
    length += cellsOf(block).join(' ').length;
  }
  return pages;
}

function isTitle({ block }: Entry): boolean {
  return isSummaryTitle(cellsOf(block)[0] ?? '');
}

/** The rows of the account of a search; turned into text it may have its values on lines under their labels. */
function summaryRows([title, ...entries]: Entry[]): string[][] {
  const rows = entries.map(({ block }) => cellsOf(block));
  const first = title ? cellsOf(title.block) : [];
  if (rows.some((row) => row.length > 1)) return [first, ...rows];
  const paired = rows.flatMap((row, index) =>
    index % 2 === 0 ? [[...row, ...(rows[index + 1] ?? [])]] : [],
  );
  return [first, ...paired];
}

/** Neighbouring entries that fit, run by run. */
function runsOf(entries: Entry[], fits: (index: number) => boolean): Entry[][] {
  const runs: Entry[][] = [];
  let open: Entry[] | undefined;
  for (const [index, entry] of entries.entries()) {
    if (!fits(index)) open = undefined;
    else if (open) open.push(entry);
    else {
      open = [entry];
      runs.push(open);
    }
  }
  return runs;
}

function spanOf(entries: Entry[]): Span {
  return { start: entries[0]?.block.span.start ?? 0, end: entries.at(-1)?.block.span.end ?? 0 };
}

function firstCharacters(entries: Entry[]): string {
  return contentOf(entries.slice(0, 20)).flatMap(cellsOf).join(' ').slice(0, 200);
}
