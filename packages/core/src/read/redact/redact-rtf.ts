import { coverAll } from './cover.ts';
import type { LineWriter, Redactor } from './line-writer.ts';

/** How the text of a group is covered. */
type Mode = 'line' | 'all' | 'hex' | 'field' | 'bookmark';

/** Groups whose text is not the document's, by the control word that begins them. */
const destinations: Record<string, Mode> = {
  title: 'line',
  pict: 'hex',
  shppict: 'hex',
  nonshppict: 'hex',
  objdata: 'hex',
  themedata: 'hex',
  colorschememapping: 'hex',
  datastore: 'hex',
  fldinst: 'field',
  bkmkstart: 'bookmark',
  bkmkend: 'bookmark',
  ...Object.fromEntries(
    'author operator company manager subject keywords comment doccomm category hlinkbase atnid atnauthor fonttbl stylesheet generator listtable rsidtbl userprops propname staticval revtbl filetbl template private xmlnstbl info'
      .split(' ')
      .map((word) => [word, 'all'] as const),
  ),
};
/** Control words that end a line of text. */
const lineEnd = /^(?:par|line|row|cell|nestcell|nestrow|page|sect|column|pagebb|softline)$/;
/** Characters that have a control word of their own. */
const characters: Record<string, string> = {
  tab: '\t',
  emdash: '—',
  endash: '–',
  bullet: '•',
  lquote: '‘',
  rquote: '’',
  ldblquote: '“',
  rdblquote: '”',
  emspace: ' ',
  enspace: ' ',
};
const symbols: Record<string, string> = { '~': '\u00a0', _: '-', '\\': '\\', '{': '{', '}': '}' };

const token =
  /\\([a-zA-Z]{1,32})(-?\d{1,10})? ?|\\'([0-9a-fA-F]{2})|\\([^a-zA-Z])|[{}]|[\r\n]+|[^\\{}\r\n]+|\\/g;
// No control word is longer, so the end of a chunk holds back no more.
const longestToken = 64;
/** Fonts and code pages whose characters are two bytes. */
const doubleBytes: { sign: RegExp; charset: string; letter: string }[] = [
  { sign: /\\(?:fcharset128|ansicpg932)(?!\d)/, charset: 'shift_jis', letter: "\\'88\\'9f" },
  { sign: /\\(?:fcharset134|ansicpg936)(?!\d)/, charset: 'gbk', letter: "\\'b0\\'a1" },
  { sign: /\\(?:fcharset136|ansicpg950)(?!\d)/, charset: 'big5', letter: "\\'b0\\'a1" },
  { sign: /\\(?:fcharset129|ansicpg949)(?!\d)/, charset: 'euc-kr', letter: "\\'b0\\'a1" },
];
const codePage = /\\ansicpg(125\d|874)(?!\d)/;
const macintosh = /^\s*\{\\rtf\d?\s?\\mac(?![a-z])/;
const deepest = 100_000;

/** Covers the text of RTF: what is shown by lines, what only describes or embeds as a whole. */
export class RtfRedactor implements Redactor {
  readonly #writer: LineWriter;
  #rest = '';
  #at = 0;
  #mode: Mode = 'line';
  #open: Mode[] = [];
  #depth = 0;
  #starred = false;
  #page = new TextDecoder('windows-1252');
  #double: (typeof doubleBytes)[number] | undefined;
  /** A byte given as `\'hh` that needs another one. */
  #lead = '';
  /** What stands in for the character before comes next. */
  #standIn = false;

  constructor(writer: LineWriter) {
    this.#writer = writer;
  }

  push(chunk: string, last: boolean): void {
    const units = this.#rest + chunk;
    const page = codePage.exec(units)?.[1];
    if (page && this.#at === 0) this.#page = pageOf(page);
    if (this.#at === 0 && macintosh.test(units)) this.#page = new TextDecoder('macintosh');
    this.#double ??= doubleBytes.find(({ sign }) => sign.test(units));
    const end = last ? units.length : units.length - longestToken;
    let at = 0;
    token.lastIndex = 0;
    while (at < end) {
      token.lastIndex = at;
      const match = token.exec(units);
      if (!match) break;
      this.#read(match, this.#at + at);
      at = token.lastIndex;
    }
    this.#rest = units.slice(at);
    this.#at += at;
    if (last) {
      this.#flushLead();
      this.#writer.end();
    }
  }

  #read(match: RegExpExecArray, at: number): void {
    const [own, word, number, byte, symbol] = match;
    if (byte !== undefined) {
      this.#byte(own, byte);
      this.#standIn = false;
      return;
    }
    this.#flushLead();
    if (own === '{' || own === '}') this.#brace(own);
    else if (word !== undefined) this.#word(own, word, number);
    else if (symbol !== undefined) this.#symbol(own, symbol);
    else if (own === '\\' || /^[\r\n]/.test(own)) this.#writer.mark(own);
    else this.#text(own, at);
    if (symbol !== '*') this.#starred = false;
    this.#standIn = word === 'u';
  }

  #brace(own: string): void {
    this.#writer.mark(own);
    if (own === '{') {
      this.#depth++;
      if (this.#open.length < deepest) this.#open.push(this.#mode);
    } else if (this.#depth > 0) {
      const outer = this.#depth-- <= this.#open.length ? this.#open.pop() : undefined;
      // A title ends with its group.
      if (outer && outer !== 'line' && this.#mode === 'line') this.#writer.end();
      this.#mode = outer ?? this.#mode;
    }
  }

  #word(own: string, word: string, number: string | undefined): void {
    const mode = Object.hasOwn(destinations, word) ? destinations[word] : this.#starred ? 'all' : undefined;
    if (mode === 'line') this.#writer.end();
    if (mode) this.#mode = mode;
    if (lineEnd.test(word)) this.#writer.end();
    const character = characters[word];
    if (this.#mode !== 'line') this.#writer.mark(word === 'u' ? unicode(own, number, coverAll) : own);
    else if (word === 'u') this.#unicode(own, number);
    else if (character) this.#writer.glyph(own, character, () => own);
    else this.#writer.mark(own);
  }

  #unicode(own: string, number: string | undefined): void {
    const character = characterOf(number);
    this.#writer.glyph(own, character, (covered) => unicode(own, number, () => covered));
  }

  #symbol(own: string, symbol: string): void {
    if (symbol === '*') this.#starred = true;
    if (symbol === '\r' || symbol === '\n') this.#writer.end();
    const character = symbols[symbol];
    if (character && this.#mode === 'line') this.#writer.glyph(own, character, () => own);
    else if (symbol > '\u007f') this.#writer.mark(`\\${coverAll(symbol)}`.slice(0, 2));
    else this.#writer.mark(own);
  }

  #text(own: string, at: number): void {
    const skip = this.#standIn && own.startsWith('?') ? 1 : 0;
    this.#writer.mark(own.slice(0, skip));
    this.#cover(own.slice(skip), at + skip);
  }

  #cover(own: string, at: number): void {
    if (this.#mode === 'line') this.#writer.text(own, at);
    else if (this.#mode === 'hex') this.#writer.mark(own.replace(/[\da-f]/gi, '0').replace(/[\p{L}]/gu, 'q'));
    else if (this.#mode === 'all') this.#writer.covered(own, at);
    else if (this.#mode === 'bookmark')
      this.#writer.mark(/^\s*_?toc\d+\s*$/i.test(own) ? own : this.#writer.recode(own, at, coverAll));
    else this.#writer.mark(this.#writer.recode(own, at, coverInstruction));
  }

  /** `\'hh`: in a code page of two bytes a character is two of them. */
  #byte(own: string, byte: string): void {
    const value = Number.parseInt(byte, 16);
    if (this.#standIn) {
      this.#writer.mark(value >= 0xc0 ? highByte(value) : own);
      return;
    }
    if (this.#lead) {
      const pair = this.#lead + own;
      this.#lead = '';
      this.#pair(pair);
    } else if (this.#double && value >= 0x81 && value !== 0xa0) this.#lead = own;
    else if (this.#mode !== 'line') this.#writer.mark(value >= 0xc0 ? highByte(value) : own);
    else
      this.#writer.glyph(own, this.#page.decode(Uint8Array.of(value)), (covered) =>
        value < 0x80 ? `\\'${covered.charCodeAt(0).toString(16)}` : this.#letter(value, covered),
      );
  }

  #letter(value: number, covered: string): string {
    if (this.#page.encoding !== 'macintosh') return highByte(value);
    return covered === covered.toLowerCase() ? "\\'8e" : "\\'83";
  }

  #pair(own: string): void {
    const { charset = '', letter = '' } = this.#double ?? {};
    const bytes = [own.slice(2, 4), own.slice(6, 8)].map((hex) => Number.parseInt(hex, 16));
    const character = new TextDecoder(charset).decode(Uint8Array.from(bytes));
    if (this.#mode !== 'line') this.#writer.mark(/\p{L}/u.test(character) ? letter : own);
    else this.#writer.glyph(own, character, () => letter);
  }

  #flushLead(): void {
    if (this.#lead) this.#writer.mark(highByte(0xe9));
    this.#lead = '';
  }
}

/** Keeps what a field does and covers what it points to. */
function coverInstruction(text: string): string {
  return text.replace(
    /\b(?:HYPERLINK|PAGEREF|PAGE|NUMPAGES|TOC|REF|SECTIONPAGES|mailto|_?toc\d+|[a-z])\b|https?:\/\/|([\p{L}\p{Nd}])/giu,
    (own, letter?: string) => (letter ? coverAll(own) : own),
  );
}

function characterOf(number: string | undefined): string {
  const code = Number(number ?? 0);
  return String.fromCharCode(code < 0 ? code + 0x10000 : code);
}

/** `\uN` for another character, as long as before. */
function unicode(own: string, number: string | undefined, change: (character: string) => string): string {
  const character = characterOf(number);
  const covered = change(character);
  if (covered === character || number === undefined) return own;
  const code = String(covered.charCodeAt(0));
  const room = number.length;
  const digits = (code.length <= room ? code : '120').padStart(room, '0');
  return digits.length === room ? own.replace(number, digits) : own;
}

// From C0 on a byte is a letter in all code pages but a few, and these two are one in all.
function pageOf(page: string) {
  return new TextDecoder(`windows-${page}`);
}

function highByte(value: number): string {
  return value < 0xe0 ? "\\'c9" : "\\'e9";
}
