import type { Span } from '../../diagnostic.ts';
import { splitLinks } from '../links.ts';
import type { Block, LineMark, Value } from '../reader.ts';
import type { Element } from './html.ts';

const breaking = new Set(
  'p div pre table tbody thead tr td th ul ol li h1 h2 h3 h4 h5 h6 blockquote dl dt dd section article'.split(
    ' ',
  ),
);

interface Row {
  cells: Value[][];
  span: Span;
}

/** Whether a cell's text labels its row. */
export type IsLabel = (text: string) => boolean;

/** The labels of fields: two or three capitals. */
export const isFieldLabel: IsLabel = (text) => /^[A-Z]{2,3}$/.test(text);

/** Gathers the elements and text of one piece into blocks: table rows of two cells become fields, the rest lines. */
export class HtmlBlocks {
  #blocks: Block[] = [];
  #marks: { element: Element; mark: LineMark | undefined }[] = [];
  #text = '';
  #start = -1;
  #pre = 0;
  #row: Row | undefined;
  /** Open rows: those of tables within a cell are none of ours. */
  #rows = 0;
  #links: { text: string; url: string }[] = [];
  #anchor: { url: string; from: number } | undefined;
  #isLabel: IsLabel;
  /** Behind the last unit that was handed in. */
  end = 0;

  constructor(isLabel: IsLabel) {
    this.#isLabel = isLabel;
  }

  get isEmpty(): boolean {
    return this.#blocks.length === 0 && this.#text.trim() === '' && this.#row === undefined;
  }

  open(element: Element, place: Span): void {
    this.end = place.end;
    if (breaking.has(element.name)) {
      this.#flush();
      this.#marks.push({ element, mark: markOf(element) ?? this.#inherited(element) });
    }
    // Rows of a table within a cell are lines of that cell.
    if (element.name === 'tr' && this.#rows++ === 0) this.#row = { cells: [], span: { ...place } };
    else if ((element.name === 'td' || element.name === 'th') && this.#rows === 1) this.#row?.cells.push([]);
    else if (element.name === 'pre') this.#pre++;
    else if (element.name === 'br') this.#text += '\n';
    else if (element.name === 'a')
      this.#anchor = { url: element.attributes.href ?? '', from: this.#text.length };
    const inline = !breaking.has(element.name) && /Headline$/.test(element.classes.at(-1) ?? '');
    if (inline) this.#markLine('headline');
  }

  close(element: Element, place: Span): void {
    this.end = place.end;
    if (element.name === 'a') this.#closeAnchor();
    if (!breaking.has(element.name)) return;
    this.#flush();
    this.#marks.pop();
    if (element.name === 'pre') this.#pre--;
    if (element.name === 'tr' && --this.#rows === 0) this.#closeRow(place.end);
  }

  text(text: string, place: Span): void {
    this.end = place.end;
    if (this.#start < 0) this.#start = place.start;
    this.#text += text;
  }

  finish(): Block[] {
    this.#flush();
    this.#closeRow(this.end);
    return this.#blocks;
  }

  /** What stands in a headline or paragraph is part of it; a bare `p` beside the values (publisher, number) is not one. */
  #inherited(element: Element): LineMark | undefined {
    const outer = this.#marks.at(-1)?.mark;
    return outer === 'value' && element.name === 'p' ? undefined : outer;
  }

  #markLine(mark: LineMark): void {
    const holder = this.#marks.at(-1);
    if (holder && holder.mark !== 'paragraph') holder.mark = mark;
  }

  #flush(): void {
    const value = this.#value();
    const start = this.#start;
    this.#start = -1;
    if (!value) return;
    const cell = this.#row?.cells.at(-1);
    if (cell) {
      cell.push(value);
      return;
    }
    const mark = this.#marks.at(-1)?.mark;
    this.#blocks.push({ kind: 'line', ...(mark && { mark }), value, span: { start, end: this.end } });
  }

  #value(): Value | undefined {
    const raw = this.#text;
    this.#text = '';
    const links = this.#links.splice(0);
    if (raw.trim() === '') return undefined;
    const text =
      this.#pre > 0
        ? raw
            .replace(/\r\n?/g, '\n')
            .replace(/^[ \t]*\n/, '')
            .trimEnd()
        : folded(raw);
    const value = splitLinks(text);
    const all = [...(value.links ?? []), ...links];
    return { text: value.text, ...(all.length > 0 && { links: all }), ...(this.#pre > 0 && { table: true }) };
  }

  #closeAnchor(): void {
    const anchor = this.#anchor;
    this.#anchor = undefined;
    if (!anchor || !/^(?:https?|mailto):/i.test(anchor.url)) return;
    const text = this.#text.slice(anchor.from).replace(/\s+/g, ' ').trim();
    this.#links.push({ text: text || anchor.url, url: anchor.url });
  }

  /** Two cells of which one is a label make a field (right-to-left pages swap them); other rows are lines. */
  #closeRow(end: number): void {
    const row = this.#row;
    this.#row = undefined;
    if (!row || row.cells.every((cell) => cell.length === 0)) return;
    const labelAt = row.cells.length === 2 ? row.cells.findIndex((cell) => this.#labels(cell)) : -1;
    const span = { start: row.span.start, end };
    if (labelAt >= 0) {
      const label = row.cells[labelAt]?.[0]?.text.trim() ?? '';
      this.#blocks.push({ kind: 'field', label, values: row.cells[1 - labelAt] ?? [], span });
      return;
    }
    for (const value of row.cells.flat()) this.#blocks.push({ kind: 'line', value, span });
  }

  #labels(cell: Value[]): boolean {
    return cell.length === 1 && this.#isLabel(cell[0]?.text.trim() ?? '');
  }
}

const foldable = ['  ', '\n', '\t', '\u00a0', '\r', '\f'];

// Most runs hold nothing to fold, and a replacement that changes nothing still costs a copy.
function folded(text: string): string {
  const trimmed = text.trim();
  return foldable.some((space) => trimmed.includes(space)) ? trimmed.replace(/[\s\u00a0]+/g, ' ') : trimmed;
}

function markOf({ name, id, classes }: Element): LineMark | undefined {
  if (id === 'hd' || classes.some((name) => /Headline$/.test(name))) return 'headline';
  if (classes.includes('author')) return 'byline';
  if (classes.some((name) => /^articleParagraph$|articleParagraph$|^articlePre$/.test(name)))
    return 'paragraph';
  return name === 'div' ? 'value' : undefined;
}
