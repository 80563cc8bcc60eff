import { diagnose, type Span } from '../../diagnostic.ts';
import type { SearchSummary } from '../../report.ts';
import { readDate } from '../dates.ts';
import { isAccessionLine } from '../layouts/bare.ts';
import type { Piece } from '../reader.ts';
import { isSummaryTitle, summaryOf } from '../summary.ts';
import type { RtfBlock } from '../syntax/rtf.ts';
import {
  blocksOf,
  cellsOf,
  isFieldRow,
  isFurniture,
  labelledRow,
  marksFrontPage,
  type RtfLine,
  type RtfRow,
} from './factiva-rtf-blocks.ts';

interface Entry {
  block: RtfLine | RtfRow;
  /** Pages counted by their breaks: articles begin on new ones. */
  page: number;
}

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
const wordCount = /^\d[\d.,'’\u00a0\u202f ]*\s*[\p{L}\p{M}]{1,14}\.?$/u;

/** Cuts the rows and lines of a file into pieces that tile it. An accession number ends an article. */
export class RtfSplitter {
  private pieces: Piece[] = [];
  /** End of the last piece. */
  private at = 0;
  private articles = 0;
  private page = 0;
  /** Since the last article. */
  private entries: Entry[] = [];
  /** First entry that only an article has: headline or word count; -1 before it. */
  private anchor = -1;
  private finished = false;

  /** Pieces that are complete; the last one is held back, as the file's end may have something to say of it. */
  take(): Piece[] {
    return this.pieces.splice(0, this.finished ? this.pieces.length : Math.max(this.pieces.length - 1, 0));
  }

  add(block: RtfBlock): void {
    if (block.kind === 'page') {
      this.page++;
      return;
    }
    this.entries.push({ block, page: this.page });
    if (endsArticle(block)) this.cutArticle(this.entries.length);
    else this.noteAnchor();
    if (block.span.end - this.at > maxUnits || this.entries.length > maxBlocks) this.cutRest(block.span.end);
  }

  /** The file ends: an article without number, the search summary, or text nobody knows. */
  finish({ length, truncated }: { length: number; truncated: boolean }): void {
    this.cutRest(length);
    const last = this.pieces.at(-1);
    if (truncated && last) {
      const message = 'The RTF ends in the middle: groups are still open.';
      const span = { start: length, end: length };
      last.diagnostics = [...(last.diagnostics ?? []), diagnose('file-truncated', message, { span })];
    }
    this.finished = true;
  }

  /** Looks whether the last entry shows an article, and whether it is another one than the open one. */
  private noteAnchor(): void {
    const at = anchorAt(this.entries);
    if (at < 0) return;
    if (this.anchor < 0) {
      this.anchor = at;
      return;
    }
    const start = this.nextArticle(at);
    if (start < 0) return;
    // The article before lost its number: only it is without.
    const kept = this.entries.slice(start);
    this.cutArticle(start);
    this.entries = kept;
    this.anchor = at - start;
  }

  /** Where the article of a second anchor begins; -1 where it belongs to the open article. */
  private nextArticle(anchor: number): number {
    const page = this.entries[anchor]?.page;
    if (page !== this.entries[this.anchor]?.page)
      return this.entries.findIndex((entry) => entry.page === page);
    const isHeadline = (entry: Entry | undefined) => labelOf(entry) === 'HD';
    if (!isHeadline(this.entries[anchor])) return -1;
    if (!this.entries.slice(0, anchor).some(isHeadline)) return -1;
    let start = anchor;
    while (['SE', 'CLM'].includes(labelOf(this.entries[start - 1]) ?? '')) start--;
    return start;
  }

  /** Gives out the article that the first `count` entries end with, and what stands before it. */
  private cutArticle(count: number): void {
    const own = this.entries.slice(0, count);
    const start = this.firstOf(own);
    const article = own.slice(start).map((entry) => entry.block);
    const span = spanOf(article);
    const around = { kind: this.surroundings(), end: span.start, page: own[start]?.page };
    this.settle(own.slice(0, start), around);
    this.give({ kind: 'article', span, blocks: blocksOf(article) });
    this.articles++;
    this.entries = [];
    this.anchor = -1;
  }

  /** Where the article among the entries begins: with its page, after the vendor's lines, or with its first row. */
  private firstOf(own: Entry[]): number {
    const anchor = this.anchor < 0 ? own.length - 1 : this.anchor;
    const page = own[anchor]?.page ?? 0;
    const onPage = this.anchor < 0 ? 0 : own.findIndex((entry) => entry.page === page);
    const row = own.findIndex((entry, index) => index >= onPage && labelOf(entry) !== undefined);
    if (own.some((entry) => isFieldRow(entry.block)) && row >= 0) return row;
    let start = onPage;
    while (start < anchor && isFrontEntry(own, start)) start++;
    return start;
  }

  /** Gives out everything gathered, up to a place. */
  private cutRest(end: number): void {
    if (this.anchor >= 0) {
      const title = this.entries.findIndex((entry, index) => index > this.anchor && isTitle(entry));
      const rest = title < 0 ? [] : this.entries.slice(title);
      this.cutArticle(title < 0 ? this.entries.length : title);
      this.entries = rest;
    }
    this.settle(this.entries, { kind: this.articles > 0 ? 'trailer' : 'front', end });
    this.entries = [];
  }

  private surroundings(): Piece['kind'] {
    return this.articles > 0 ? 'boilerplate' : 'front';
  }

  /**
   * Gives out entries that are no article. A page of contents is the vendor's as a whole; other lines, and those on
   * the article's own `page`, must be the vendor's each, or are unread.
   */
  private settle(entries: Entry[], { kind, end, page }: Surroundings): void {
    const title = entries.findIndex(isTitle);
    const summary =
      title < 0 ? undefined : summaryOf(entries.slice(title).map(({ block }) => cellsOf(block)));
    const others = title < 0 ? entries : entries.slice(0, title);
    const front = new Set(others.filter((entry) => marksFrontPage(entry.block)).map((entry) => entry.page));
    if (page !== undefined) front.delete(page);
    for (const run of runsOf(others, (entry) => !front.has(entry.page) && !isFurniture(entry.block))) {
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

function endsArticle(block: RtfLine | RtfRow): boolean {
  return block.kind === 'row' ? labelledRow(block)?.label === 'AN' : isAccessionLine(block);
}

/** Index of the anchor that the last entry is or completes: a headline or word count; -1 where it is none. */
function anchorAt(entries: Entry[]): number {
  const label = labelOf(entries.at(-1));
  if (label === 'HD' || label === 'WC') return entries.length - 1;
  const count = textOf(entries.at(-2));
  return wordCount.test(count) && readDate(textOf(entries.at(-1))) ? entries.length - 2 : -1;
}

function labelOf(entry: Entry | undefined): string | undefined {
  return entry?.block.kind === 'row' ? labelledRow(entry.block)?.label : undefined;
}

function textOf(entry: Entry | undefined): string {
  return entry?.block.kind === 'line' && entry.block.value.text.length < 60 ? entry.block.value.text : '';
}

/** A line of the vendor, or one of several entries of a table of contents. */
function isFrontEntry(entries: Entry[], index: number): boolean {
  const block = entries[index]?.block;
  const around = [entries[index - 1]?.block, entries[index + 1]?.block];
  if (block?.kind !== 'line') return false;
  return (
    isFurniture(block) || (block.contents && around.some((other) => other?.kind === 'line' && other.contents))
  );
}

function isTitle({ block }: Entry): boolean {
  return isSummaryTitle(cellsOf(block)[0] ?? '');
}

/** The blocks of neighbouring entries that fit, run by run. */
function runsOf(entries: Entry[], fits: (entry: Entry) => boolean): Entry['block'][][] {
  const runs: Entry['block'][][] = [];
  let open: Entry['block'][] | undefined;
  for (const entry of entries) {
    if (!fits(entry)) open = undefined;
    else if (open) open.push(entry.block);
    else {
      open = [entry.block];
      runs.push(open);
    }
  }
  return runs;
}

function spanOf(blocks: RtfBlock[]): Span {
  return { start: blocks[0]?.span.start ?? 0, end: blocks.at(-1)?.span.end ?? 0 };
}

function firstCharacters(blocks: (RtfLine | RtfRow)[]): string {
  return blocks.slice(0, 20).flatMap(cellsOf).join(' ').slice(0, 200);
}
