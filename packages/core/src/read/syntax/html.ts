import { decodeHTML } from 'entities';
import type { Source } from '../decode.ts';
import { HtmlScanner, type Tag } from './html-scan.ts';

/** An element as its start tag tells it; elements with the same tag share one. */
export interface Element {
  name: string;
  id: string;
  classes: readonly string[];
  /** Entities decoded. */
  attributes: Readonly<Record<string, string>>;
}

/** What a page says, in order. Places are units of the source; `end` is behind the last unit. */
export interface HtmlHandler<T> {
  /** What is to be known of an element, worked out once for each distinct tag. */
  describe(element: Element): T;
  open(part: T, start: number, end: number): void;
  /** Elements are closed in order, though the page may not say so; those open at its end stay open. */
  close(part: T, start: number, end: number): void;
  /** An element without content, or an inline one (`b`, `span`): the end of these is not followed. */
  point(part: T, start: number, end: number): void;
  /** Visible text, entities decoded, not white-space folded. */
  text(text: string, start: number, end: number): void;
}

const words = (list: string) => new Set(list.split(' '));
const empty = words(
  'area base basefont bgsound br col embed frame hr img input link meta param source track wbr',
);
const inline = words(
  'abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark nobr q ruby s samp small span strike strong sub sup time tt u var',
);
const silent = words('script style noscript template title textarea iframe svg math xmp head');
const rowGroups = words('tr td th thead tbody tfoot');
/** Elements whose start tag ends a paragraph that is open, and a head. */
const endsParagraph = words(
  'address article aside blockquote body div dl fieldset footer form h1 h2 h3 h4 h5 h6 header hr main nav ol p pre section table ul',
);
/** Elements that the start tag of another ends where they stand innermost, one after the other. */
const endedBy: Record<string, ReadonlySet<string>> = {
  li: words('li p'),
  dt: words('dt dd p'),
  dd: words('dt dd p'),
  option: words('option'),
  tr: words('tr td th p'),
  td: words('td th p'),
  th: words('td th p'),
  thead: rowGroups,
  tbody: rowGroups,
  tfoot: rowGroups,
};
const paragraph = words('p title head');

function endedElements(name: string): ReadonlySet<string> | undefined {
  return endedBy[name] ?? (endsParagraph.has(name) ? paragraph : undefined);
}

// An obsolete entity of the vendor's own for a line break within a field.
const softReturn = /&softReturn;/g;
/** A line break that the page asks for, apart from those of its source. */
export const lineBreak = '\u2028';

const sourceLine = /[^\n\r]+(?:\r\n|[\n\r])?|\r\n|[\n\r]/g;

/** How a walk ended. */
export interface Walked {
  /** Whether the page closed the `html` element that it opened, or leaves out all end tags that it may. */
  complete: boolean;
  /** Units of the page. */
  length: number;
  /** Where the walk gave up, in units. */
  stopped: number | undefined;
}

// Pages cut short of closing tags never come near this; it bounds what is kept.
const deepest = 10_000;
const mostNames = 1000;
/** Elements whose end tags a page may leave out. */
const mayStayOpen = words('html body p li dt dd tr td th thead tbody tfoot option');
// Such an end tag parts what stands around it though nothing of its name is open.
const parting = words('p br');

/**
 * Walks a page chunk by chunk as elements and text. End tags that a page may leave out are implied as in HTML;
 * nothing is kept but the open elements. A page that nests deeper than any export is walked no further.
 */
export async function* walkHtml<T>(source: Source, handler: HtmlHandler<T>): AsyncGenerator<void, Walked> {
  const walker = new HtmlWalker(source, handler);
  let length = 0;
  for await (const chunk of source.chunks()) {
    length += chunk.length;
    walker.write(chunk);
    yield;
  }
  return { ...walker.end(), length };
}

interface Open<T> {
  name: string;
  /** Elements of this name that are open. */
  count: { open: number };
  silent: boolean;
  /** Not followed to its end. */
  point: boolean;
  /** Elements that its start tag ends. */
  ends: ReadonlySet<string> | undefined;
  part: T;
}

/** The walk itself, for those who have the chunks. */
export class HtmlWalker<T> {
  #open: Open<T>[] = [];
  #counts = new Map<string, { open: number }>();
  #silent = 0;
  /** A page without an `html` element says nothing of its end. */
  #complete = true;
  /** Whether paragraphs end by their end tags, or by what follows; undefined before the first. */
  #ends: 'stated' | 'implied' | undefined;
  #stopped: number | undefined;
  #preserving = this.#countOf('pre');
  #source: Pick<Source, 'text'>;
  #handler: HtmlHandler<T>;
  #scanner: HtmlScanner<Open<T>>;

  constructor(source: Pick<Source, 'text'>, handler: HtmlHandler<T>) {
    this.#source = source;
    this.#handler = handler;
    this.#scanner = new HtmlScanner((tag, start) => this.#describe(tag, start), {
      open: (open, start, end) => this.#onOpen(open, start, end),
      close: (name, start, end) => this.#onClose(name, start, end),
      text: (units, start) => this.#onText(units, start),
    });
  }

  write(chunk: string): void {
    if (this.#stopped === undefined) this.#scanner.write(chunk);
  }

  end(): Omit<Walked, 'length'> {
    if (this.#stopped === undefined) this.#scanner.end();
    // Pages that a browser's archiver packed have no end tags but those of blocks.
    const isPacked = this.#ends === 'implied' && this.#open.every(({ name }) => mayStayOpen.has(name));
    return { complete: this.#complete || isPacked, stopped: this.#stopped };
  }

  #describe({ name, attributes }: Tag, start: number): Open<T> {
    const decoded: Record<string, string> = Object.create(null);
    for (const [key, value] of attributes) decoded[key] ??= decodeHTML(this.#source.text(value, start));
    const classes = decoded.class?.split(/\s+/).filter(Boolean) ?? [];
    const part = this.#handler.describe({ name, id: decoded.id ?? '', classes, attributes: decoded });
    return {
      name,
      count: this.#countOf(name),
      silent: silent.has(name),
      point: empty.has(name) || inline.has(name),
      ends: endedElements(name),
      part,
    };
  }

  #countOf(name: string): { open: number } {
    const count = this.#counts.get(name) ?? { open: 0 };
    // A page has a few dozen names; invented ones are not kept.
    if (this.#counts.size < mostNames) this.#counts.set(name, count);
    return count;
  }

  #onOpen(open: Open<T>, start: number, end: number): void {
    if (this.#stopped !== undefined) return;
    if (open.ends) this.#endOpen(open.ends, start);
    if (open.point) {
      if (this.#silent === 0) this.#handler.point(open.part, start, end);
      return;
    }
    this.#open.push(open);
    open.count.open++;
    if (open.silent) this.#silent++;
    if (open.name === 'html') this.#complete = false;
    this.#handler.open(open.part, start, end);
    if (this.#open.length > deepest) this.#stopped = end;
  }

  #endOpen(names: ReadonlySet<string>, place: number): void {
    for (let last = this.#open.at(-1); last && names.has(last.name); last = this.#open.at(-1)) {
      if (last.name === 'p') this.#ends ??= 'implied';
      this.#pop(place, place);
    }
  }

  /** An end tag ends what was opened within its element; one without an element ends nothing. */
  #onClose(name: string, start: number, end: number): void {
    if (this.#stopped !== undefined) return;
    if (name === 'p') this.#ends = 'stated';
    // Nearly every end tag is that of the innermost element.
    if (this.#open.at(-1)?.name === name) {
      this.#pop(start, end);
      if (name === 'html') this.#complete = true;
      return;
    }
    if (inline.has(name)) return;
    if (!this.#counts.get(name)?.open) {
      if (parting.has(name)) this.#onOpen(this.#describe({ name: 'br', attributes: [] }, start), start, end);
      return;
    }
    const depth = this.#open.findLastIndex((open) => open.name === name);
    while (this.#open.length > depth + 1) this.#pop(start, start);
    this.#pop(start, end);
    if (name === 'html') this.#complete = true;
  }

  #pop(start: number, end: number): void {
    const open = this.#open.pop();
    if (!open) return;
    open.count.open--;
    if (open.silent) this.#silent--;
    this.#handler.close(open.part, start, end);
  }

  #onText(units: string, start: number): void {
    if (this.#silent > 0 || this.#stopped !== undefined) return;
    // Lines of the page's own, each with its place.
    if (this.#preserving.open > 0)
      for (const { 0: line, index } of units.matchAll(sourceLine)) this.#onRun(line, start + index);
    else this.#onRun(units, start);
  }

  #onRun(units: string, start: number): void {
    const decoded = this.#source.text(units, start);
    const text = decoded.includes('&') ? decodeHTML(decoded.replace(softReturn, lineBreak)) : decoded;
    this.#handler.text(text, start, start + units.length);
  }
}
