import type { Span } from '../../diagnostic.ts';
import { splitLinks } from '../links.ts';
import type { LineMark, Value } from '../reader.ts';
import { type Element, lineBreak } from './html.ts';
import { withoutMarks } from './marks.ts';

const breaking = new Set(
  'p div pre table tbody thead tfoot tr td th ul ol li h1 h2 h3 h4 h5 h6 hr blockquote center dl dt dd section article header footer aside nav main address figure figcaption caption'.split(
    ' ',
  ),
);

/** A line break with nothing behind it; indentation of the source is no longer. */
const blankLine = /\u2028\s*$/;
const longestBlank = 40;

/** What an element means for the lines of a piece. */
export interface BlockPart {
  name: string;
  /** It begins and ends a line. */
  breaks: boolean;
  mark: LineMark | undefined;
  /** Address of a link. */
  href: string | undefined;
  /** A blank line stands before it, as a page shows it. A word processor makes every line a paragraph. */
  gap: boolean;
}

export function describeBlock(element: Element): BlockPart {
  const { name, attributes } = element;
  const href =
    name === 'a' && /^(?:https?|mailto):/i.test(attributes.href ?? '') ? attributes.href : undefined;
  const gap = name === 'pre' || (name === 'p' && !element.classes.some((name) => /^mso/i.test(name)));
  return { name, breaks: breaking.has(name), mark: markOf(element), href, gap };
}

function markOf({ name, id, classes }: Element): LineMark | undefined {
  if (id === 'hd' || classes.some((name) => /Headline$/i.test(name))) return 'headline';
  if (classes.includes('author')) return 'byline';
  if (classes.some((name) => /articleParagraph$|^articlePre$/i.test(name))) return 'paragraph';
  if (name === 'li') return 'paragraph';
  return name === 'div' ? 'value' : undefined;
}

/** What is gathered, in order. */
export interface LineSink {
  line(value: Value, line: { mark: LineMark | undefined; gap: boolean }, span: Span): void;
  /** A row of an outer table; each cell holds its lines. */
  row(cells: Value[][], span: Span): void;
}

/**
 * Gathers elements and text into lines and table rows. `parted`: a line break ends a line, as on pages without the
 * vendor's markup; else only elements do.
 */
export class HtmlLines {
  #sink: LineSink;
  #parted: boolean;
  #marks: (LineMark | undefined)[] = [];
  #text = '';
  #start = -1;
  /** A blank line stood before what comes. */
  #gap = false;
  #pre = 0;
  /** An item of a list has begun, and nothing of it has been given out. */
  #item = false;
  #row: { cells: Value[][]; start: number } | undefined;
  /** Open rows: those of tables within a cell are lines of that cell. */
  #rows = 0;
  #inner: Value[] | undefined;
  #links: { text: string; url: string }[] = [];
  #anchor: { url: string; from: number } | undefined;
  /** Behind the last unit that was handed in. */
  end = 0;

  constructor(sink: LineSink, parted = false) {
    this.#sink = sink;
    this.#parted = parted;
  }

  /** Whether nothing is held back. */
  get isEmpty(): boolean {
    return this.#row === undefined && this.#text.trim() === '';
  }

  open(part: BlockPart, start: number, end: number): void {
    this.end = end;
    const { name, href } = part;
    if (part.breaks) {
      this.#flush();
      this.#marks.push(part.mark ?? this.#inherited(name));
      if (part.gap) this.#gap = true;
    }
    if (name === 'tr') this.#openRow(start);
    else if (name === 'td' || name === 'th') this.#openCell();
    else if (name === 'pre') this.#pre++;
    else if (name === 'li') this.#item = true;
    else if (href !== undefined) this.#anchor = { url: href, from: this.#text.length };
  }

  /** A line break, or an inline element; a headline may be marked by one. */
  point({ name, mark, breaks }: BlockPart, end: number): void {
    this.end = end;
    if (name === 'br' && this.#parted && this.#pre === 0) {
      if (this.#text.trim() === '') this.#gap = true;
      this.#flush();
    } else if (name === 'br') this.#break();
    else if (breaks) this.#flush();
    else if (mark === 'headline' && this.#marks.at(-1) !== 'paragraph' && this.#marks.length > 0)
      this.#marks[this.#marks.length - 1] = mark;
  }

  /** A line break stays in the text; a blank line in a paragraph or cell begins another one. */
  #break(): void {
    const isBlank = this.#pre === 0 && blankLine.test(this.#text.slice(-longestBlank));
    if (isBlank && (this.#row !== undefined || this.#marks.at(-1) === 'paragraph')) this.#flush();
    else this.#text += lineBreak;
  }

  close({ name, breaks }: BlockPart, end: number): void {
    this.end = end;
    if (name === 'a') this.#closeAnchor();
    if (!breaks) return;
    if (name === 'p' && this.#text.trim() === '') this.#gap = true;
    this.#flush();
    this.#marks.pop();
    if (name === 'pre' && this.#pre > 0) this.#pre--;
    if (name === 'li') this.#item = false;
    if (name === 'tr' && this.#rows > 0) this.#closeRow(end);
  }

  text(text: string, start: number, end: number): void {
    this.end = end;
    if (this.#start < 0) this.#start = start;
    this.#text += text;
    // Outside of the vendor's pages a whole text may be preserved: what of it is a table, its lines tell.
    if (this.#parted && this.#pre > 0 && this.#rows === 0 && /[\n\r]$/.test(text)) {
      if (this.#text.trim() === '') this.#gap = true;
      this.#flush();
    }
  }

  finish(): void {
    this.#flush();
    this.#rows = Math.min(this.#rows, 1);
    this.#closeRow(this.end);
  }

  /** What stands in a headline or paragraph is part of it; a bare `p` beside the values (publisher, number) is not one. */
  #inherited(name: string): LineMark | undefined {
    const outer = this.#marks.at(-1);
    return outer === 'value' && name === 'p' ? undefined : outer;
  }

  #openRow(start: number): void {
    this.#rows++;
    if (this.#rows === 1) this.#row = { cells: [], start };
    else this.#inner ??= [];
  }

  #openCell(): void {
    if (this.#rows === 1) this.#row?.cells.push([]);
  }

  /** A row of a nested table is one line of its cell, its cells set apart by tabs. */
  #closeRow(end: number): void {
    const inner = this.#inner;
    if (this.#rows-- > 1) {
      this.#inner = undefined;
      if (inner && inner.length > 0) this.#row?.cells.at(-1)?.push(tableRow(inner));
      return;
    }
    this.#rows = 0;
    const row = this.#row;
    this.#row = undefined;
    if (row?.cells.some((cell) => cell.length > 0)) this.#sink.row(row.cells, { start: row.start, end });
  }

  #flush(): void {
    if (this.#start < 0) return;
    const start = this.#start;
    const value = this.#value();
    if (!value) return;
    const cell = this.#inner ?? this.#row?.cells.at(-1);
    if (cell) {
      cell.push(value);
      return;
    }
    const gap = this.#gap;
    this.#gap = false;
    this.#sink.line(value, { mark: this.#marks.at(-1), gap }, { start, end: this.end });
  }

  #value(): Value | undefined {
    const raw = this.#text;
    this.#text = '';
    this.#start = -1;
    const isTable = this.#pre > 0;
    const text = isTable ? preserved(raw) : this.#marks.at(-1) === 'byline' ? brokenLines(raw) : shown(raw);
    const links = this.#links;
    if (links.length > 0) this.#links = [];
    if (text === '') return undefined;
    const value = splitLinks(text);
    if (links.length > 0) value.links = [...(value.links ?? []), ...links];
    if (isTable) value.table = true;
    else if (this.#item) value.item = true;
    this.#item = false;
    return value;
  }

  #closeAnchor(): void {
    const anchor = this.#anchor;
    this.#anchor = undefined;
    if (!anchor) return;
    const text = folded(this.#text.slice(anchor.from));
    this.#links.push({ text: text || anchor.url, url: anchor.url });
  }
}

/** Cells of a row that is none of ours, as one line of a table. */
export function tableRow(cells: Value[]): Value {
  const [only] = cells;
  if (only && cells.length === 1) return only;
  const links = cells.flatMap((cell) => cell.links ?? []);
  const text = cells.map((cell) => cell.text).join('\t');
  return { text, ...(links.length > 0 && { links }), table: true };
}

// A class of more than sixteen characters is passed over several times as slowly.
const otherSpace = /[\t-\r\u2000-\u200a\u2028\u202f\u3000\ufeff]/;

// Most runs hold nothing to fold, and a replacement that changes nothing still costs a copy.
function folded(text: string): string {
  const trimmed = text.trim();
  if (trimmed === '') return '';
  const isFolded = !otherSpace.test(trimmed) && !trimmed.includes('\u00a0') && !trimmed.includes('  ');
  return isFolded ? trimmed : trimmed.replace(/\s+/g, ' ');
}

function shown(text: string): string {
  return withoutMarks(folded(text));
}

/** In a byline a line break parts authors: the break stays between folded lines. */
function brokenLines(text: string): string {
  return text.includes(lineBreak)
    ? text.split(lineBreak).map(folded).filter(Boolean).join('\n')
    : folded(text);
}

/** Lines and columns as they stand, without the blank ones around. */
function preserved(text: string): string {
  return text
    .replace(/\r\n?|\u2028/g, '\n')
    .replace(/^(?:[ \t]*\n)+/, '')
    .trimEnd();
}
