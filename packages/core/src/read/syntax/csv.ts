import type { Source } from '../decode.ts';
import { Carry, wholeEnd } from './carry.ts';

/** One row of a CSV file. */
export interface CsvRow {
  start: number;
  /** Behind its line end. */
  end: number;
  /** Its values; where the row is damaged, its first characters. */
  values: string[];
  /** Where each value begins; it ends, its separator with it, where the next one does. */
  starts: number[];
  /** The number of its values is not that of the header, or its quotes do not close. */
  damaged: boolean;
  /** The file ends within its last value. */
  cut?: boolean;
}

/** What is needed of a file to read rows. */
type CsvSource = Pick<Source, 'sample' | 'chunks' | 'text'>;

// Units of one row, beyond which it is none.
const largestRow = 16 * 1024 * 1024;
const shownUnits = 200;
// The names of fewer columns may be the values of a row.
const leastColumns = 3;
const separators = [',', ';', '\t', '|'] as const;

/**
 * Splits CSV into rows, the header first; values in quotes may hold separators, line ends and doubled quotes. A row
 * that is damaged ends where a line begins that is a whole row. The header begins a row wherever it stands again: files
 * put one behind the other need not end with a line end.
 */
export async function* csvRows(source: CsvSource): AsyncIterable<CsvRow[]> {
  const scanner = new CsvScanner(source);
  for await (const chunk of source.chunks()) {
    scanner.push(chunk);
    yield scanner.take();
  }
  scanner.end();
  yield scanner.take();
}

/** The separator of a file, by the first line of its head. */
export function separatorOf(head: string): string {
  const declared = /^\s*sep=(.)/.exec(head)?.[1];
  if (declared) return declared;
  const line = head.slice(0, 20_000).split(/[\r\n]/, 1)[0] ?? '';
  const counts = separators.map((separator) => line.split(separator).length);
  return separators[counts.indexOf(Math.max(...counts))] ?? ',';
}

interface Row {
  end: number;
  values: string[];
  /** Where the values begin, in units of the file. */
  starts: number[];
}

class CsvScanner {
  #source: CsvSource;
  #separator: string;
  #carry = new Carry();
  #found: CsvRow[] = [];
  #at = 0;
  #columns = 0;
  /** The first row, in units of the file, without its line end. */
  #header = '';
  #ended = false;
  /** Where a damaged row began, in units of the file. */
  #lost: { start: number; text: string } | undefined;
  /** The first of the damaged rows that the end of the file may cut off. */
  #cut: CsvRow | undefined;

  constructor(source: CsvSource) {
    this.#source = source;
    this.#separator = separatorOf(source.sample);
  }

  push(chunk: string): void {
    if (this.#carry.push(chunk)) this.#scan();
  }

  end(): void {
    this.#ended = true;
    this.#carry.flush();
    this.#scan();
    const cut = this.#cut;
    this.#giveBack(cut ? cut.start - this.#carry.start : this.#carry.text.length);
    if (cut) this.#found.push(cut);
  }

  take(): CsvRow[] {
    return this.#found.splice(0);
  }

  #scan(): void {
    while (this.#at < this.#carry.text.length) {
      const row = this.#row();
      if (row === undefined) break;
      if (row !== 'damaged' && this.#fits(row.values)) this.#add(row);
      else if (!this.#skipLine()) break;
    }
    this.#carry.drop(this.#at);
    this.#at = 0;
  }

  #add(row: Row): void {
    this.#giveBack(this.#at);
    const { end, values } = row;
    const isBlank = values.length === 1 && values[0]?.trim() === '';
    const isHint = this.#columns === 0 && /^\s*sep=.$/.test(values.join(this.#separator));
    if (!isBlank && !isHint && values.length > 0) {
      if (this.#columns === 0) this.#header = this.#carry.text.slice(this.#at, end).trim();
      this.#columns ||= values.length;
      this.#found.push(this.#placed(row));
    }
    this.#at = end;
  }

  #placed({ end, values, starts }: Row): CsvRow {
    const { start } = this.#carry;
    return { start: start + this.#at, end: start + end, values, starts, damaged: false };
  }

  /** Whether a row has the values of the header; empty ones may be too many. */
  #fits(values: string[]): boolean {
    if (this.#columns === 0 || values.length === this.#columns) return true;
    if (values.length === 1 && values[0]?.trim() === '') return this.#lost === undefined;
    return values.length > this.#columns && values.slice(this.#columns).every((value) => value.trim() === '');
  }

  /** Goes on behind the next line end, which may lie within the damaged row, or at the header; false where none has come. */
  #skipLine(): boolean {
    const { text, start } = this.#carry;
    this.#lost ??= {
      start: start + this.#at,
      text: this.#decode(this.#at, wholeEnd(text, this.#at + shownUnits)),
    };
    lineEnd.lastIndex = this.#at;
    const match = lineEnd.exec(text);
    if (!match && !this.#ended && text.length - this.#at <= largestRow) return false;
    const header = (match?.index ?? text.length) - this.#header.length;
    if (this.#isHeader(header)) this.#at = header;
    else this.#at = match ? lineEnd.lastIndex : text.length;
    return match !== null;
  }

  /** Whether the header stands here behind the end of another row or file. */
  #isHeader(at: number): boolean {
    const { text } = this.#carry;
    if (this.#columns < leastColumns || at <= this.#at || !text.startsWith(this.#header, at)) return false;
    lineEndHere.lastIndex = at + this.#header.length;
    return lineEndHere.test(text) && this.#decode(this.#at, at).trim() !== '';
  }

  #giveBack(at: number): void {
    const end = this.#carry.start + at;
    if (!this.#lost) return;
    const { start, text } = this.#lost;
    if (start < end) this.#found.push({ start, end, values: [text], starts: [], damaged: true });
    this.#lost = undefined;
    this.#cut = undefined;
  }

  /** The row that begins here; undefined where its end has not come yet. */
  #row(): Row | 'damaged' | undefined {
    const { text } = this.#carry;
    const values: string[] = [];
    const starts: number[] = [];
    for (let at = this.#at; ; ) {
      const value = text[at] === '"' ? this.#quotedEnd(at) : this.#plainEnd(at);
      const isOpen = value === undefined || (value >= text.length - 1 && !this.#ended);
      if (isOpen && this.#ended) {
        const open = this.#decode(at + 1, text.length).replaceAll('""', '"');
        this.#cutOff({
          end: text.length,
          values: [...values, open],
          starts: [...starts, this.#carry.start + at],
        });
        return 'damaged';
      }
      if (isOpen) return text.length - this.#at > largestRow ? 'damaged' : undefined;
      values.push(this.#value(at, value));
      starts.push(this.#carry.start + at);
      if (text[value] === this.#separator) at = value + 1;
      else {
        const row = { end: value, values, starts };
        if (value >= text.length && values.length < this.#columns) this.#cutOff(row);
        if (value >= text.length || this.#isHeader(value)) return row;
        lineEndHere.lastIndex = value;
        return lineEndHere.test(text) ? { end: lineEndHere.lastIndex, values, starts } : 'damaged';
      }
    }
  }

  /** Keeps a row that the end of the file cuts off. Its last value stays where it is prose: half a code is another one. */
  #cutOff({ end, values, starts }: Row): void {
    if (this.#cut || values.length < 2 || values.length > this.#columns) return;
    const last = (values.at(-1) ?? '').replace(/(?<!\ufffd)\ufffd+$/, '');
    const kept = [...values.slice(0, -1), ...(/\s/.test(last.trim()) ? [last] : [])];
    this.#cut = { ...this.#placed({ end, values: kept, starts: starts.slice(0, kept.length) }), cut: true };
  }

  /** The place behind the closing quote; undefined where none has come. */
  #quotedEnd(open: number): number | undefined {
    const { text } = this.#carry;
    for (let quote = text.indexOf('"', open + 1); quote >= 0; quote = text.indexOf('"', quote + 2)) {
      if (text[quote + 1] !== '"' || this.#isHeader(quote + 1)) return quote + 1;
    }
    return undefined;
  }

  #plainEnd(at: number): number {
    const { text } = this.#carry;
    const opens = this.#header[0];
    let end = at;
    for (; end < text.length; end++) {
      const unit = text[end];
      if (unit === this.#separator || unit === '\n' || unit === '\r') break;
      if (unit === opens && this.#isHeader(end)) break;
    }
    return end;
  }

  #value(start: number, end: number): string {
    const isQuoted = this.#carry.text[start] === '"';
    const text = this.#decode(start + (isQuoted ? 1 : 0), end - (isQuoted ? 1 : 0));
    return isQuoted && text.includes('"') ? text.replaceAll('""', '"') : text;
  }

  #decode(start: number, end: number): string {
    return this.#source.text(this.#carry.text.slice(start, end), this.#carry.start + start);
  }
}

const lineEnd = /\r\n|[\n\r]/g;
const lineEndHere = /\r\n|[\n\r]/y;
