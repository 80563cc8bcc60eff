import type { Span } from '../../diagnostic.ts';
import { splitLinks } from '../links.ts';
import type { Block, LineMark, Value } from '../reader.ts';
import { type Element, lineBreak } from './html.ts';

const breaking = new Set(
  'p div pre table tbody thead tfoot tr td th ul ol li h1 h2 h3 h4 h5 h6 hr blockquote center dl dt dd section article header footer aside nav main address figure figcaption caption'.split(
    ' ',
  ),
);

/** What an element means for the lines of a piece. */
export interface BlockPart {
  name: string;
  /** It begins and ends a line. */
  breaks: boolean;
  mark: LineMark | undefined;
  /** Address of a link. */
  href: string | undefined;
}

export function describeBlock(element: Element): BlockPart {
  const { name, attributes } = element;
  const href =
    name === 'a' && /^(?:https?|mailto):/i.test(attributes.href ?? '') ? attributes.href : undefined;
  return { name, breaks: breaking.has(name), mark: markOf(element), href };
}

function markOf({ name, id, classes }: Element): LineMark | undefined {
  if (id === 'hd' || classes.some((name) => /Headline$/i.test(name))) return 'headline';
  if (classes.includes('author')) return 'byline';
  if (classes.some((name) => /articleParagraph$|^articlePre$/i.test(name))) return 'paragraph';
  return name === 'div' ? 'value' : undefined;
}

interface Row {
  cells: Value[][];
  start: number;
}

/** Whether a cell's text labels its row. */
export type IsLabel = (text: string) => boolean;

/** The labels of fields: two or three capitals. */
export const isFieldLabel: IsLabel = (text) => /^[A-Z]{2,3}$/.test(text);

/** Gathers the elements and text of one piece into blocks: table rows of two cells become fields, the rest lines. */
export class HtmlBlocks {
  #blocks: Block[] = [];
  #marks: (LineMark | undefined)[] = [];
  #text = '';
  #start = -1;
  #pre = 0;
  #row: Row | undefined;
  /** Open rows: those of tables within a cell are none of ours. */
  #rows = 0;
  /** Rows whose cells both look like labels, by the place of their block. */
  #unsure: { index: number; cells: Value[][] }[] = [];
  /** Rows with the label first, less those with the label last. */
  #order = 0;
  #links: { text: string; url: string }[] = [];
  #anchor: { url: string; from: number } | undefined;
  #isLabel: IsLabel;
  /** Behind the last unit that was handed in. */
  end = 0;

  constructor(isLabel: IsLabel) {
    this.#isLabel = isLabel;
  }

  get isEmpty(): boolean {
    return this.#blocks.length === 0 && this.#row === undefined && this.#text.trim() === '';
  }

  open(part: BlockPart, start: number, end: number): void {
    this.end = end;
    const { name, href } = part;
    if (part.breaks) {
      this.#flush();
      this.#marks.push(part.mark ?? this.#inherited(name));
    }
    // Rows of a table within a cell are lines of that cell.
    if (name === 'tr') {
      if (this.#rows++ === 0) this.#row = { cells: [], start };
    } else if (name === 'td' || name === 'th') {
      if (this.#rows === 1) this.#row?.cells.push([]);
    } else if (name === 'pre') this.#pre++;
    else if (href !== undefined) this.#anchor = { url: href, from: this.#text.length };
  }

  /** A line break, or an inline element; a headline may be marked by one. */
  point({ name, mark, breaks }: BlockPart, end: number): void {
    this.end = end;
    if (name === 'br') this.#text += lineBreak;
    else if (breaks) this.#flush();
    else if (mark === 'headline' && this.#marks.at(-1) !== 'paragraph' && this.#marks.length > 0)
      this.#marks[this.#marks.length - 1] = mark;
  }

  close({ name, breaks }: BlockPart, end: number): void {
    this.end = end;
    if (name === 'a') this.#closeAnchor();
    if (!breaks) return;
    this.#flush();
    this.#marks.pop();
    if (name === 'pre') this.#pre--;
    if (name === 'tr' && --this.#rows === 0) this.#closeRow(end);
  }

  text(text: string, start: number, end: number): void {
    this.end = end;
    if (this.#start < 0) this.#start = start;
    this.#text += text;
  }

  finish(): Block[] {
    this.#flush();
    this.#closeRow(this.end);
    for (const { index, cells } of this.#unsure) {
      const block = this.#blocks[index];
      if (block) this.#blocks[index] = { ...fieldOf(cells, this.#order < 0 ? 1 : 0), span: block.span };
    }
    return this.#blocks;
  }

  /** What stands in a headline or paragraph is part of it; a bare `p` beside the values (publisher, number) is not one. */
  #inherited(name: string): LineMark | undefined {
    const outer = this.#marks.at(-1);
    return outer === 'value' && name === 'p' ? undefined : outer;
  }

  #flush(): void {
    const raw = this.#text;
    const start = this.#start;
    if (start < 0) return;
    this.#text = '';
    this.#start = -1;
    const value = this.#value(raw);
    if (!value) return;
    const cell = this.#row?.cells.at(-1);
    if (cell) {
      cell.push(value);
      return;
    }
    const mark = this.#marks.at(-1);
    const span = { start, end: this.end };
    this.#blocks.push(mark ? { kind: 'line', mark, value, span } : { kind: 'line', value, span });
  }

  #value(raw: string): Value | undefined {
    const isTable = this.#pre > 0;
    const text = isTable ? lines(raw) : this.#marks.at(-1) === 'byline' ? brokenLines(raw) : folded(raw);
    const links = this.#links;
    if (links.length > 0) this.#links = [];
    if (text === '') return undefined;
    const value = splitLinks(text);
    if (links.length > 0) value.links = [...(value.links ?? []), ...links];
    if (isTable) value.table = true;
    return value;
  }

  #closeAnchor(): void {
    const anchor = this.#anchor;
    this.#anchor = undefined;
    if (!anchor) return;
    const text = folded(this.#text.slice(anchor.from));
    this.#links.push({ text: text || anchor.url, url: anchor.url });
  }

  /** Two cells of which one is a label make a field (right-to-left pages swap them); other rows are lines. */
  #closeRow(end: number): void {
    const row = this.#row;
    this.#row = undefined;
    if (!row) return;
    const filled = row.cells.filter((cell) => cell.length > 0);
    if (filled.length === 0) return;
    const cells = row.cells.length === 2 ? row.cells : filled;
    const span: Span = { start: row.start, end };
    const labels = cells.length === 2 ? cells.map((cell) => this.#labels(cell)) : [];
    const at = labels.indexOf(true);
    if (at < 0) {
      for (const value of filled.flat()) this.#blocks.push({ kind: 'line', value, span });
      return;
    }
    // A value such as a source code may look like a label: the other rows tell which side labels stand on.
    if (labels[0] === labels[1]) this.#unsure.push({ index: this.#blocks.length, cells });
    else this.#order += at === 0 ? 1 : -1;
    this.#blocks.push({ ...fieldOf(cells, at), span });
  }

  #labels(cell: Value[]): boolean {
    return cell.length === 1 && this.#isLabel(cell[0]?.text.trim() ?? '');
  }
}

function fieldOf(cells: Value[][], at: number): { kind: 'field'; label: string; values: Value[] } {
  return { kind: 'field', label: cells[at]?.[0]?.text.trim() ?? '', values: cells[1 - at] ?? [] };
}

// Most runs hold nothing to fold, and a replacement that changes nothing still costs a copy.
const foldable = /\s\s|[^\S ]/;

function folded(text: string): string {
  const trimmed = text.trim();
  return foldable.test(trimmed) ? trimmed.replace(/\s+/g, ' ') : trimmed;
}

/** In a byline a line break parts authors: the break stays between folded lines. */
function brokenLines(text: string): string {
  return text.includes(lineBreak)
    ? text.split(lineBreak).map(folded).filter(Boolean).join('\n')
    : folded(text);
}

/** Lines and columns as they stand, without the blank ones around. */
function lines(text: string): string {
  return text
    .replace(/\r\n?|\u2028/g, '\n')
    .replace(/^(?:[ \t]*\n)+/, '')
    .trimEnd();
}
