import type { Span } from '../../diagnostic.ts';
import type { Source } from '../decode.ts';

/** One line of a text file; its span takes in the line's end. */
export interface TextLine {
  text: string;
  span: Span;
  /** A form feed stood before it: a page, in files turned from RTF, an article. */
  page: boolean;
}

// A "line" longer than this is not a text file's; it is handed out in parts so that memory stays bounded.
const maxLine = 4 * 1024 * 1024;

/** Splits a text file into lines (LF, CRLF or CR; form feeds end lines too), a chunk of the file at a time. */
export async function* textLines(source: Source): AsyncIterable<Iterable<TextLine>> {
  const splitter = new LineSplitter(source);
  for await (const chunk of source.chunks()) yield splitter.split(chunk);
  yield splitter.end();
}

class LineSplitter {
  #source: Source;
  #rest = '';
  #at = 0;
  #page = false;

  constructor(source: Source) {
    this.#source = source;
  }

  *split(chunk: string): Iterable<TextLine> {
    const text = this.#rest + chunk;
    const lineEnd = /\r\n|[\n\r\f]/g;
    lineEnd.lastIndex = Math.max(this.#rest.length - 1, 0);
    let start = 0;
    for (let match = lineEnd.exec(text); match; match = lineEnd.exec(text)) {
      // A CR at the end of a chunk may be half of CRLF.
      if (match[0] === '\r' && match.index === text.length - 1) break;
      yield this.#line(text.slice(start, match.index), lineEnd.lastIndex - start);
      this.#page = match[0] === '\f';
      start = lineEnd.lastIndex;
    }
    this.#rest = text.slice(start);
    if (this.#rest.length > maxLine) yield* this.end();
  }

  *end(): Iterable<TextLine> {
    const rest = this.#rest;
    this.#rest = '';
    if (rest.length > 0) yield this.#line(rest, rest.length);
  }

  #line(units: string, length: number): TextLine {
    const start = this.#at;
    this.#at += length;
    const page = this.#page;
    this.#page = false;
    return { text: this.#source.text(units, start), span: { start, end: this.#at }, page };
  }
}
