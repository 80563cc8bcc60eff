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

/** Splits a text file into lines (LF, CRLF or CR; form feeds end lines too). */
export async function* textLines(source: Source): AsyncIterable<TextLine> {
  let rest = '';
  let at = 0;
  let page = false;
  const lineEnd = /\r\n|\n|\r|\f/g;
  const line = (units: string, length: number): TextLine => {
    const made = { text: source.text(units, at), span: { start: at, end: at + length }, page };
    at += length;
    page = false;
    return made;
  };
  for await (const chunk of source.chunks()) {
    const text = rest + chunk;
    let start = 0;
    lineEnd.lastIndex = rest.length > 0 ? rest.length - 1 : 0;
    for (let match = lineEnd.exec(text); match; match = lineEnd.exec(text)) {
      // A CR at the end of a chunk may be half of CRLF.
      if (match[0] === '\r' && match.index === text.length - 1) break;
      yield line(text.slice(start, match.index), lineEnd.lastIndex - start);
      page = match[0] === '\f';
      start = lineEnd.lastIndex;
    }
    rest = text.slice(start);
    if (rest.length > maxLine) {
      yield line(rest, rest.length);
      rest = '';
    }
  }
  if (rest.length > 0) yield line(rest, rest.length);
}
