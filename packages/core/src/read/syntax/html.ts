import { decodeHTML } from 'entities';
import { Parser } from 'htmlparser2';
import type { Source } from '../decode.ts';

/** An open element: its name and the attributes that readers judge by. */
export interface Element {
  name: string;
  id: string;
  classes: readonly string[];
  attributes: Record<string, string>;
}

// A page has a few dozen class attributes, each of them on thousands of elements.
const knownClasses = new Map<string, readonly string[]>();
const mostKnown = 1000;

function classesOf(attribute: string | undefined): readonly string[] {
  if (!attribute) return [];
  const known = knownClasses.get(attribute);
  if (known) return known;
  const classes = attribute.split(/\s+/);
  if (knownClasses.size < mostKnown) knownClasses.set(attribute, classes);
  return classes;
}

/** What a page says, in order. Places are units of the source; `end` is behind the last unit. */
export interface HtmlHandler {
  open(element: Element, place: { start: number; end: number }): void;
  /** Elements are closed in order, though the page may not say so; those open at its end stay open. */
  close(element: Element, place: { start: number; end: number }): void;
  /** Visible text, entities decoded, not white-space folded. */
  text(text: string, place: { start: number; end: number }): void;
}

const silent = new Set(['script', 'style', 'noscript', 'template', 'title', 'textarea', 'iframe', 'svg']);
// An obsolete entity of the vendor's own for a line break within a field.
const softReturn = /&softReturn;/g;

/** How a walk ended. */
export interface Walked {
  /** Whether the page closed the `html` element that it opened. */
  complete: boolean;
  /** Units of the page. */
  length: number;
  /** Where the walk gave up, in units. */
  stopped: number | undefined;
}

// The parser's stack costs its depth at each element: pages cut short of closing tags never come near this.
const deepest = 10_000;
const step = 64 * 1024;

/**
 * Walks a page chunk by chunk as elements and text. Implied end tags are closed as htmlparser2 does; nothing is kept
 * but the open elements. A page that nests deeper than any export is walked no further.
 */
export async function* walkHtml(source: Source, handler: HtmlHandler): AsyncGenerator<void, Walked> {
  const walker = new Walker(source, handler);
  for await (const chunk of source.chunks()) {
    walker.write(chunk);
    yield;
  }
  return walker.end();
}

class Walker {
  #open: Element[] = [];
  #silent = 0;
  #run = '';
  #runStart = 0;
  /** A page without an `html` element says nothing of its end. */
  #complete = true;
  #ended = false;
  #length = 0;
  #stopped: number | undefined;
  #source: Source;
  #handler: HtmlHandler;
  #parser: Parser;

  constructor(source: Source, handler: HtmlHandler) {
    this.#source = source;
    this.#handler = handler;
    this.#parser = new Parser(
      {
        onopentag: (name, attributes) => this.#onOpen(name, attributes),
        onclosetag: (name) => this.#onClose(name),
        ontext: (units) => this.#onText(units),
      },
      { decodeEntities: false },
    );
  }

  write(chunk: string): void {
    const start = this.#length;
    this.#length += chunk.length;
    for (let at = 0; at < chunk.length && this.#stopped === undefined; at += step) {
      this.#parser.write(chunk.slice(at, at + step));
      if (this.#open.length > deepest) this.#stopped = start + Math.min(at + step, chunk.length);
    }
  }

  end(): Walked {
    this.#ended = true;
    this.#parser.end();
    this.#flush();
    return { complete: this.#complete, length: this.#length, stopped: this.#stopped };
  }

  #place(): { start: number; end: number } {
    // Elements closed by the end of the file stand behind it for the parser.
    return {
      start: Math.min(this.#parser.startIndex, this.#length),
      end: Math.min(this.#parser.endIndex + 1, this.#length),
    };
  }

  #onOpen(name: string, attributes: Record<string, string>): void {
    this.#flush();
    const element = {
      name,
      id: attributes.id ?? '',
      classes: classesOf(attributes.class),
      attributes,
    };
    this.#open.push(element);
    if (silent.has(name)) this.#silent++;
    if (name === 'html') this.#complete = false;
    this.#handler.open(element, this.#place());
  }

  #onClose(name: string): void {
    this.#flush();
    const element = this.#open.pop();
    if (!element) return;
    if (silent.has(name)) this.#silent--;
    if (name === 'html' && !this.#ended) this.#complete = true;
    if (!this.#ended) this.#handler.close(element, this.#place());
  }

  #onText(units: string): void {
    if (this.#silent > 0) return;
    // A comment parts two runs without an element between them.
    if (this.#run !== '' && this.#parser.startIndex !== this.#runStart + this.#run.length) this.#flush();
    if (this.#run === '') this.#runStart = this.#parser.startIndex;
    this.#run += units;
  }

  #flush(): void {
    if (this.#run === '') return;
    const units = this.#run;
    this.#run = '';
    const decoded = this.#source.text(units, this.#runStart);
    const text = decoded.includes('&') ? decodeHTML(decoded.replace(softReturn, '\n')) : decoded;
    this.#handler.text(text, { start: this.#runStart, end: this.#runStart + units.length });
  }
}
