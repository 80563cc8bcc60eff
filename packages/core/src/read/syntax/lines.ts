import type { Source } from '../decode.ts';
import { splitLinks } from '../links.ts';
import type { DisplayBlock } from './display.ts';

// A "line" longer than this is not a text file's; it is handed out in parts so that memory stays bounded.
const maxLine = 4 * 1024 * 1024;
const formFeed = 0x0c;

/**
 * Splits text into lines (LF, CRLF or CR; form and line feeds of a word processor end lines too) and pages: a form feed
 * begins one. The span of a line takes in its end.
 */
export class TextScanner {
  private readonly source: Pick<Source, 'text'>;
  private rest = '';
  private at = 0;
  private gap = false;
  private blocks: DisplayBlock[] = [];

  constructor(source: Pick<Source, 'text'>) {
    this.source = source;
  }

  /** Reads the next units and gives the blocks that ended in them. */
  push(units: string): DisplayBlock[] {
    const text = this.rest + units;
    const lineEnd = /\r\n|[\n\r\f\v]/g;
    lineEnd.lastIndex = Math.max(this.rest.length - 1, 0);
    let start = 0;
    for (let match = lineEnd.exec(text); match; match = lineEnd.exec(text)) {
      // A CR at the end of a chunk may be half of CRLF.
      if (match[0] === '\r' && match.index === text.length - 1) break;
      const endsPage = text.charCodeAt(match.index) === formFeed;
      this.addLine(text.slice(start, match.index), lineEnd.lastIndex - start, endsPage);
      start = lineEnd.lastIndex;
      if (endsPage) this.addPage();
    }
    this.rest = text.slice(start);
    if (this.rest.length > maxLine) this.addRest();
    return this.takeBlocks();
  }

  /** Gives the last line, which has no end. */
  end(): DisplayBlock[] {
    this.addRest();
    return this.takeBlocks();
  }

  /** Units read so far. */
  get length(): number {
    return this.at + this.rest.length;
  }

  private addRest(): void {
    const { rest } = this;
    this.rest = '';
    if (rest.length > 0) this.addLine(rest, rest.length);
  }

  private addLine(units: string, length: number, endsPage = false): void {
    const start = this.at;
    this.at += length;
    const whole = units.length === 0 ? '' : this.source.text(units, start).trimEnd();
    const text = whole.trimStart();
    if (text !== '') {
      const { gap } = this;
      const span = { start, end: this.at };
      const indent = whole.length - text.length;
      const facts = { contents: false, bold: false, gap, ...(indent > 0 && { indent }) };
      this.blocks.push({ kind: 'line', value: splitLinks(text), span, ...facts });
    }
    // What a form feed ends is no blank line.
    this.gap = text === '' && (this.gap || !endsPage);
  }

  private addPage(): void {
    this.blocks.push({ kind: 'page', span: { start: this.at, end: this.at } });
  }

  private takeBlocks(): DisplayBlock[] {
    const { blocks } = this;
    this.blocks = [];
    return blocks;
  }
}
