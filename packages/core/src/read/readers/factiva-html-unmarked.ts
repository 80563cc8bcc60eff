import type { Span } from '../../diagnostic.ts';
import type { Source } from '../decode.ts';
import type { LineMark, Piece, Value } from '../reader.ts';
import { type Element, type HtmlHandler, HtmlWalker } from '../syntax/html.ts';
import { type BlockPart, describeBlock, HtmlLines, type LineSink } from '../syntax/html-lines.ts';
import { readDisplay } from './display/read.ts';
import { DisplaySplitter } from './display/splitter.ts';

/**
 * Splits a page that a word processor or a mail program saved: without the vendor's classes it is a printed display,
 * and the accession numbers part its articles.
 */
export async function* splitUnmarked(source: Source): AsyncIterable<readonly Piece[]> {
  const splitter = new DisplaySplitter(readDisplay);
  const page = new DisplayPage(splitter);
  const walker = new HtmlWalker(source, page);
  let length = 0;
  for await (const chunk of source.chunks()) {
    length += chunk.length;
    walker.write(chunk);
    yield splitter.take();
  }
  const { complete } = walker.end();
  page.finish();
  splitter.finish({ length, truncated: !complete });
  yield splitter.take();
}

/** Whether the head of a page holds an article that can be read without the vendor's markup. */
export function holdsArticle(text: string): boolean {
  const splitter = new DisplaySplitter(readDisplay);
  const page = new DisplayPage(splitter);
  const walker = new HtmlWalker({ text: (units) => units }, page);
  walker.write(text);
  walker.end();
  page.finish();
  splitter.finish({ length: text.length });
  return splitter.take().some((piece) => piece.kind === 'article' && readDisplay(piece) !== null);
}

/** Hands the lines and rows of a page to a splitter of printed displays. */
class DisplayPage implements HtmlHandler<BlockPart>, LineSink {
  readonly #splitter: DisplaySplitter;
  readonly #lines = new HtmlLines(this, true);

  constructor(splitter: DisplaySplitter) {
    this.#splitter = splitter;
  }

  describe(element: Element): BlockPart {
    return describeBlock(element);
  }

  open(part: BlockPart, start: number, end: number): void {
    this.#lines.open(part, start, end);
  }

  close(part: BlockPart, _start: number, end: number): void {
    this.#lines.close(part, end);
  }

  point(part: BlockPart, _start: number, end: number): void {
    this.#lines.point(part, end);
  }

  text(text: string, start: number, end: number): void {
    this.#lines.text(text, start, end);
  }

  line(value: Value, { gap }: { mark: LineMark | undefined; gap: boolean }, span: Span): void {
    this.#splitter.add({ kind: 'line', value, span, contents: false, bold: false, gap });
  }

  row(cells: Value[][], span: Span): void {
    this.#splitter.add({ kind: 'row', cells, span });
  }

  finish(): void {
    this.#lines.finish();
  }
}
