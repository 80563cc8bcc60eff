import { factivaRecords } from '../readers/factiva-records.ts';
import { separatorOf } from '../syntax/csv.ts';
import type { LineWriter, Redactor } from './line-writer.ts';

/** Covers a text file line by line. */
export class TextRedactor implements Redactor {
  readonly #writer: LineWriter;
  #at = 0;

  constructor(writer: LineWriter) {
    this.#writer = writer;
  }

  push(units: string, last: boolean): void {
    let start = 0;
    for (const { index } of units.matchAll(/[\r\n\f\v]/g)) {
      this.#writer.text(units.slice(start, index), this.#at + start);
      this.#writer.end();
      this.#writer.mark(units.slice(index, index + 1));
      start = index + 1;
    }
    this.#writer.text(units.slice(start), this.#at + start);
    this.#at += units.length;
    if (last) this.#writer.end();
  }
}

const hint = /^\s*sep=.\r?\n/;
/** Whether a file is a table of records, as the reader of records tells one. */
export function isCsv(text: string): boolean {
  return factivaRecords.detect({ text, isWhole: false, file: '' }) === 1;
}

/** Covers a table of values parted by a separator cell by cell; the line of column names stays. */
export class CsvRedactor implements Redactor {
  readonly #writer: LineWriter;
  #at = 0;
  #quoted = false;
  /** Lines that still stay: that of the names, and one before it that tells the separator. */
  #kept: number;
  /** Whether the line holds anything so far. */
  #filled = false;
  readonly #separator: string;

  constructor(writer: LineWriter, head: string) {
    this.#writer = writer;
    this.#separator = separatorOf(head);
    this.#kept = hint.test(head) ? 2 : 1;
  }

  push(units: string, last: boolean): void {
    let start = 0;
    for (const { 0: mark, index } of units.matchAll(/["\r\n,;\t|]/g)) {
      if (mark === '"') this.#quoted = !this.#quoted;
      else if (mark !== '\r' && mark !== '\n' && (this.#quoted || mark !== this.#separator)) continue;
      this.#put(units.slice(start, index), this.#at + start);
      this.#writer.end('value');
      this.#writer.mark(mark);
      if ((mark === '\r' || mark === '\n') && !this.#quoted) this.#endLine();
      start = index + 1;
    }
    this.#put(units.slice(start), this.#at + start);
    this.#at += units.length;
    if (last) this.#writer.end('value');
  }

  #endLine(): void {
    if (this.#filled && this.#kept > 0) this.#kept--;
    this.#filled = false;
  }

  #put(units: string, at: number): void {
    this.#filled ||= units !== '';
    if (this.#kept > 0 && /^(?:sep=|[\w .-]{1,40})$/.test(units)) this.#writer.mark(units);
    else this.#writer.text(units, at);
  }
}
