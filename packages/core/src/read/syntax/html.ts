import { decodeHTML } from 'entities';
import { Parser } from 'htmlparser2';
import type { Source } from '../decode.ts';

/** An open element: its name and the attributes that readers judge by. */
export interface Element {
  name: string;
  id: string;
  classes: string[];
  attributes: Record<string, string>;
}

const noClasses: string[] = [];

/** What a page says, in order. Places are units of the source; `end` is behind the last unit. */
export interface HtmlHandler {
  open(element: Element, place: { start: number; end: number }): void;
  /** Every opened element is closed, in order, though the page may not say so. */
  close(element: Element, place: { start: number; end: number }): void;
  /** Visible text, entities decoded, not white-space folded. */
  text(text: string, place: { start: number; end: number }): void;
}

const silent = new Set(['script', 'style', 'noscript', 'template', 'title', 'textarea', 'iframe', 'svg']);
// An obsolete entity of the vendor's own for a line break within a field.
const softReturn = /&softReturn;/g;

/**
 * Walks a page chunk by chunk as elements and text. Implied end tags are closed as htmlparser2 does; nothing is kept
 * but the open elements. Ends with whether the page closed its `html` element.
 */
export async function* walkHtml(
  source: Source,
  handler: HtmlHandler,
): AsyncGenerator<void, { complete: boolean }> {
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
  #complete = false;
  #ended = false;
  #length = 0;
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
    this.#length += chunk.length;
    this.#parser.write(chunk);
  }

  end(): { complete: boolean } {
    this.#ended = true;
    this.#parser.end();
    this.#flush();
    return { complete: this.#complete };
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
      classes: attributes.class ? attributes.class.split(/\s+/) : noClasses,
      attributes,
    };
    this.#open.push(element);
    if (silent.has(name)) this.#silent++;
    this.#handler.open(element, this.#place());
  }

  #onClose(name: string): void {
    this.#flush();
    const element = this.#open.pop();
    if (!element) return;
    if (silent.has(name)) this.#silent--;
    if (name === 'html' && !this.#ended) this.#complete = true;
    this.#handler.close(element, this.#place());
  }

  #onText(units: string): void {
    if (this.#silent > 0) return;
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
