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
    for (const { index } of units.matchAll(/[\r\n\f]/g)) {
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

/** Covers a table of values parted by commas cell by cell; the line of column names stays. */
export class CsvRedactor implements Redactor {
  readonly #writer: LineWriter;
  #at = 0;
  #quoted = false;
  #header = true;

  constructor(writer: LineWriter) {
    this.#writer = writer;
  }

  push(units: string, last: boolean): void {
    let start = 0;
    for (const { 0: mark, index } of units.matchAll(/["\r\n,;\t]/g)) {
      if (mark === '"') this.#quoted = !this.#quoted;
      else if (this.#quoted && mark !== '\r' && mark !== '\n') continue;
      this.#put(units.slice(start, index), this.#at + start);
      this.#writer.end('value');
      this.#writer.mark(mark);
      if (mark === '\n' && !this.#quoted) this.#header = false;
      start = index + 1;
    }
    this.#put(units.slice(start), this.#at + start);
    this.#at += units.length;
    if (last) this.#writer.end('value');
  }

  #put(units: string, at: number): void {
    if (this.#header && /^\w{1,40}$/.test(units)) this.#writer.mark(units);
    else this.#writer.text(units, at);
  }
}
