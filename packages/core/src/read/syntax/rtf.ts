import { isAscii } from '../../ascii.ts';
import type { Source } from '../decode.ts';
import type { DisplayBlock } from './display.ts';
import { destination, RtfDocument } from './rtf-document.ts';
import { findWord, hashStep, type RtfWord } from './rtf-words.ts';

const backslash = 0x5c;
const openBrace = 0x7b;
const closeBrace = 0x7d;
const tab = 0x09;
const space = 0x20;
const minus = 0x2d;

/** Where text ends. A class of few characters is passed over many times as fast as one with all controls. */
const textEnd = /[\\{}\n\r]/g;
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are no text.
const textOrControlEnd = /[\\{}\0-\x08\x0a-\x1f]/g;
// biome-ignore lint/suspicious/noControlCharactersInRegex: those that no writer puts into a file, in classes of sixteen.
const oddControls = [/[\0-\x08\x0b\x0c\x0e\x0f]/, /[\x10-\x1f]/];
/** Longest name of a control word by the specification; what follows is text. */
const maxName = 32;
const maxDigits = 10;
/** No token is longer, so the end of a chunk holds back no more. */
const maxToken = 64;

/**
 * Turns RTF into lines, table rows and page breaks in one pass, chunk by chunk. Never throws on input, takes time
 * linear in its length, and keeps no more than the line or row under way. Units of `push` are those of the source.
 */
export class RtfScanner {
  private readonly document: RtfDocument;
  private rest = '';
  /** Place of the first unit in hand. */
  private base = 0;
  /** Binary data passed over so far, in case the file ends within it. */
  private binary: string[] = [];
  private binaryLeft = 0;
  private trustsBinary = true;
  /** A unit in hand is above 0x7f. */
  private isHigh = false;
  private textEnd = textEnd;
  /** `\*` came just before: the group may be passed over by who does not know it. */
  private starred = false;

  constructor(source: Pick<Source, 'charset'>) {
    this.document = new RtfDocument({
      wide: source.charset.startsWith('utf-16'),
      utf8: source.charset === 'utf-8',
    });
  }

  /** Reads the next units and gives the blocks that ended in them. */
  push(units: string): DisplayBlock[] {
    this.advance(this.rest + units, false);
    return this.takeBlocks();
  }

  /** Reads what is left and gives the last blocks. */
  end(): DisplayBlock[] {
    this.advance(this.rest, true);
    if (this.binaryLeft > 0) this.readBinaryAsText();
    this.document.end = this.base;
    this.document.finish();
    return this.takeBlocks();
  }

  /** Units read so far. */
  get length(): number {
    return this.base + this.rest.length;
  }

  /** Whether a document ended with groups open. To be asked after `end`. */
  get truncated(): boolean {
    return this.document.cut || this.document.depth > 0;
  }

  private takeBlocks(): DisplayBlock[] {
    const { blocks } = this.document;
    this.document.blocks = [];
    return blocks;
  }

  private advance(units: string, last: boolean): void {
    const from = this.binaryLeft > 0 ? this.passBinary(units, 0) : 0;
    this.isHigh = !isAscii(units);
    this.textEnd = oddControls.some((odd) => odd.test(units)) ? textOrControlEnd : textEnd;
    const to = this.scan(units, from, last);
    this.base += to;
    this.rest = units.slice(to);
  }

  /** Reads tokens from `from`; gives the place of the first token that may go on in the next chunk. */
  private scan(units: string, from: number, last: boolean): number {
    const { document } = this;
    let at = from;
    while (at < units.length) {
      const code = units.charCodeAt(at);
      if (code === backslash) {
        if (!last && at + maxToken > units.length) break;
        at = this.readControl(units, at);
        if (document.binary > 0) at = this.beginBinary(units, at);
      } else if (code === openBrace || code === closeBrace) {
        this.starred = false;
        this.place(at, ++at);
        if (code === openBrace) document.openGroup();
        else document.closeGroup();
      } else if (code < space && code !== tab) {
        at++;
      } else at = this.readText(units, at);
    }
    return at;
  }

  private readText(units: string, from: number): number {
    const { textEnd } = this;
    textEnd.lastIndex = from;
    const at = textEnd.test(units) ? textEnd.lastIndex - 1 : units.length;
    this.starred = false;
    this.place(from, at);
    const kind = this.document.destination;
    if (kind === destination.text || kind === destination.instruction || kind === destination.aside) {
      const text = units.slice(from, at);
      this.document.addUnits(text, this.isHigh && !isAscii(text));
    }
    return at;
  }

  private readControl(units: string, from: number): number {
    const { length } = units;
    let at = from + 1;
    let hash = 0;
    let code = at < length ? units.charCodeAt(at) : 0;
    while (isLetter(code) && at - from <= maxName) {
      hash = hashStep(hash, code);
      code = ++at < length ? units.charCodeAt(at) : 0;
    }
    if (at === from + 1) return this.readSymbol(units, from);
    const word = findWord(units, { from: from + 1, to: at, hash });
    const negative = code === minus && at + 1 < length && isDigit(units.charCodeAt(at + 1));
    if (negative) code = units.charCodeAt(++at);
    const first = at;
    let value = 0;
    while (isDigit(code) && at - first < maxDigits) {
      value = value * 10 + code - 0x30;
      code = ++at < length ? units.charCodeAt(at) : 0;
    }
    const given = at > first;
    if (code === space) at++;
    if (word) this.place(from, at);
    this.apply(word, given ? (negative ? -value : value) : undefined);
    return at;
  }

  private apply(word: RtfWord | undefined, value: number | undefined): void {
    const { document, starred } = this;
    this.starred = false;
    if (!word?.character) document.endStandIns();
    if (starred && !word?.destination) document.destination = destination.skipped;
    else if (word && (word.within >> document.destination) & 1) word.act(document, value);
  }

  private readSymbol(units: string, from: number): number {
    const symbol = units.charAt(from + 1);
    const end = Math.min(from + 2, units.length);
    this.starred = symbol === '*';
    this.place(from, end);
    if (symbol === "'") return this.readByte(units, from);
    if (symbol === '\n' || symbol === '\r') this.document.breakLine();
    else if (symbol === '~') this.document.addCharacter('\u00a0');
    else if (symbol === '_') this.document.addCharacter('\u2011');
    else if (symbol === '\t') this.document.addCharacter('\t');
    // Optional hyphens, formula and index marks show nothing; any other character lacks its escape and is text.
    else if (!'-:|*'.includes(symbol)) this.document.addUnits(symbol, symbol > '\u007f');
    return end;
  }

  /** `\'hh`: two digits and no more. Without them the mark alone is passed over. */
  private readByte(units: string, from: number): number {
    const high = hexValue(units.charCodeAt(from + 2));
    const low = hexValue(units.charCodeAt(from + 3));
    if (high < 0 || low < 0) return Math.min(from + 2, units.length);
    this.place(from, from + 4);
    this.document.addByte(high * 16 + low);
    return from + 4;
  }

  /** Passes over binary data that may end in a later chunk. */
  private beginBinary(units: string, from: number): number {
    this.binaryLeft = this.trustsBinary ? this.document.binary : 0;
    this.document.binary = 0;
    return this.passBinary(units, from);
  }

  private passBinary(units: string, from: number): number {
    const to = Math.min(from + this.binaryLeft, units.length);
    this.binaryLeft -= to - from;
    if (this.binaryLeft > 0) this.binary.push(units.slice(from, to));
    else this.binary = [];
    return to;
  }

  /** `\bin` promised more than the file holds: a lie, so what came after it is read as if it were not there. */
  private readBinaryAsText(): void {
    const units = this.binary.join('');
    this.trustsBinary = false;
    this.binary = [];
    this.binaryLeft = 0;
    this.base -= units.length;
    this.advance(units, true);
  }

  private place(from: number, to: number): void {
    this.document.start = this.base + from;
    this.document.end = this.base + to;
  }
}

function isLetter(code: number): boolean {
  return (code >= 0x61 && code <= 0x7a) || (code >= 0x41 && code <= 0x5a);
}

function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39;
}

/** Value of a hexadecimal digit, or -1. */
function hexValue(code: number): number {
  if (isDigit(code)) return code - 0x30;
  const lower = code | 0x20;
  return lower >= 0x61 && lower <= 0x66 ? lower - 0x57 : -1;
}
