import type { Source } from '../decode.ts';
import { splitLinks } from '../links.ts';
import type { DisplayBlock, DisplayLine } from './display.ts';
import { withoutMarks } from './marks.ts';

// A "line" longer than this is not a text file's; it is handed out in parts so that memory stays bounded.
const maxLine = 4 * 1024 * 1024;
/** `> `, `>> `, `> > ` */
const quotes = /^(?:[ \t]?>)+ ?/;
const lineFeed = 0x0a;
const formFeed = 0x0c;
const carriageReturn = 0x0d;

/**
 * Splits text into lines (LF, CRLF or CR; form and line feeds of a word processor end lines too) and pages: a form feed
 * begins one. The span of a line takes in its end.
 */
export class TextScanner {
  private readonly source: Pick<Source, 'text'>;
  private readonly quoted: boolean;
  private rest = '';
  private at = 0;
  private gap = false;
  private blocks: DisplayBlock[] = [];
  /** Whether the last line has no end: a cut may stand in it. */
  isOpen = false;

  /** `quoted`: a mail program put `> ` before the lines; the marks go. */
  constructor(source: Pick<Source, 'text'>, quoted = false) {
    this.source = source;
    this.quoted = quoted;
  }

  /** Reads the next units and gives the blocks that ended in them. */
  push(units: string): DisplayBlock[] {
    const text = this.rest + units;
    const nextEnd = lineEnds(text, Math.max(this.rest.length - 1, 0));
    let start = 0;
    for (let end = nextEnd(start); end < text.length; end = nextEnd(start)) {
      const code = text.charCodeAt(end);
      // A CR at the end of a chunk may be half of CRLF.
      if (code === carriageReturn && end === text.length - 1) break;
      const length = code === carriageReturn && text.charCodeAt(end + 1) === lineFeed ? 2 : 1;
      this.addLine(text.slice(start, end), end + length - start, code === formFeed);
      start = end + length;
      if (code === formFeed) this.addPage();
    }
    this.rest = text.slice(start);
    if (this.rest.length > maxLine) this.addRest();
    return this.takeBlocks();
  }

  /** Gives the last line, which has no end. */
  end(): DisplayBlock[] {
    this.isOpen = this.rest.length > 0;
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
    // Half of the lines are blank.
    const text = units.length === 0 ? '' : this.addText(units, start);
    // What a form feed ends is no blank line.
    this.gap = text === '' && (this.gap || !endsPage);
  }

  /** Adds the line that the units show, if any, and gives its text. */
  private addText(units: string, start: number): string {
    const decoded = this.source.text(units, start);
    const isBare =
      !this.quoted && isSign(decoded.charCodeAt(0)) && isSign(decoded.charCodeAt(decoded.length - 1));
    const whole = isBare ? decoded : this.unquoted(decoded.trimEnd());
    const text = isBare ? decoded : withoutMarks(whole.trimStart());
    if (text !== '') {
      const { gap } = this;
      const span = { start, end: this.at };
      const line: DisplayLine = {
        kind: 'line',
        value: splitLinks(text),
        span,
        contents: false,
        bold: false,
        gap,
      };
      if (whole.length > text.length) line.indent = whole.length - text.length;
      this.blocks.push(line);
    }
    return text;
  }

  private unquoted(line: string): string {
    return this.quoted ? line.replace(quotes, '') : line;
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

/** A letter, figure or mark of ASCII: between two of them nothing is to be taken away, and most lines have them. */
function isSign(code: number): boolean {
  return code > 0x20 && code < 0x7f;
}

/** Gives the place of the first line end from a place on, or the length of the text; asked for places that rise. */
function lineEnds(text: string, first: number): (from: number) => number {
  // Each kind is searched for only when its last place is passed: a search for one character is the quickest there is.
  const seek = (character: string, from: number) => {
    const at = text.indexOf(character, Math.max(from, first));
    return at < 0 ? text.length : at;
  };
  let [feed, carriage, form, vertical] = [-1, -1, -1, -1];
  // Of the rare ones the nearest is enough.
  let rare = -1;
  return (from) => {
    if (feed < from) feed = seek('\n', from);
    if (rare < from) {
      if (carriage < from) carriage = seek('\r', from);
      if (form < from) form = seek('\f', from);
      if (vertical < from) vertical = seek('\v', from);
      rare = Math.min(carriage, form, vertical);
    }
    return Math.min(feed, rare);
  };
}
