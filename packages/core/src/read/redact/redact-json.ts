import { cover } from './cover.ts';
import type { LineWriter, Redactor } from './line-writer.ts';

// Escapes are at most this long, so the end of a chunk holds back no more.
const longestEscape = 6;
const deepest = 10_000;
/** Members whose values name a part of the format. */
const structural = /^(?:type|field_id|action|document_type|event_type|format|kind|rel)$/;
const longestName = 80;
/** The name of a member and what follows it. */
const memberName = /^"[\w.$@:-]{1,64}"\s{0,9}:/;

/** Covers the strings of JSON or JSON lines; names of members and numbers stay. */
export class JsonRedactor implements Redactor {
  readonly #writer: LineWriter;
  #rest = '';
  #at = 0;
  /** Open braces and brackets. */
  #open: ('{' | '[')[] = [];
  /** The last sign of the string so far. */
  #before = '';
  /** The next string names a member. */
  #name = false;
  #inString = false;
  /** Nothing of the string was read yet. */
  #begins = false;
  #key = '';
  /** Name of the member whose value comes next. */
  #member = '';

  constructor(writer: LineWriter) {
    this.#writer = writer;
  }

  push(chunk: string, last: boolean): void {
    const units = this.#rest + chunk;
    let at = 0;
    while (at < units.length) {
      const next = this.#inString ? this.#string(units, at, last) : this.#outside(units, at);
      if (next === at) break;
      at = next;
    }
    this.#rest = units.slice(at);
    this.#at += at;
    if (last) this.#endString();
  }

  #outside(units: string, from: number): number {
    const mark = /["{}[\],:]/g;
    mark.lastIndex = from;
    const match = mark.exec(units);
    const to = match?.index ?? units.length;
    // Numbers and the names of true, false and null stay; what else stands here is no JSON.
    const between = units.slice(from, to);
    if (/^[\s\d.eE+-]*(?:true|false|null|True|False|None|NaN|-?Infinity|undefined)?\s*$/.test(between))
      this.#writer.mark(between);
    else this.#writer.covered(between, this.#at + from);
    if (!match) return to;
    this.#turn(match[0]);
    this.#writer.mark(match[0]);
    return to + 1;
  }

  #turn(mark: string): void {
    if (mark === '"') {
      this.#inString = true;
      this.#begins = true;
      this.#before = '';
    } else if ((mark === '{' || mark === '[') && this.#open.length < deepest) this.#open.push(mark);
    else if (mark === '}' || mark === ']') this.#open.pop();
    if (mark === '{' || mark === ',') this.#name = this.#open.at(-1) === '{';
    if (mark === '[' || mark === ':') this.#name = false;
  }

  #string(units: string, from: number, last: boolean): number {
    if (!this.#name && this.#begins && structural.test(this.#member)) {
      if (!last && units.length - from < longestName) return from;
      const name = /^[A-Za-z][\w-]{0,30}(?=")/.exec(units.slice(from, from + longestName))?.[0] ?? '';
      this.#writer.mark(name);
      this.#begins = false;
      if (name !== '') return from + name.length;
    }
    const mark = /["\\]/g;
    mark.lastIndex = from;
    const match = mark.exec(units);
    const to = match?.index ?? units.length;
    this.#put(units.slice(from, to), this.#at + from);
    if (!match) return to;
    if (match[0] === '"') {
      if (!last && units.length - to < longestName) return to;
      const begins = this.#before === '{' && memberName.test(units.slice(to, to + longestName));
      // A record begins within the string of one that breaks off.
      if (begins) {
        this.#endString();
        this.#turn('{');
        this.#writer.mark('"');
        return to + 1;
      }
      this.#inString = false;
      this.#endString();
      this.#writer.mark('"');
      return to + 1;
    }
    if (!last && units.length - to < longestEscape) return to;
    return this.#escape(units, to);
  }

  #put(units: string, at: number): void {
    const shown = units.trimEnd();
    if (shown !== '') this.#before = shown.slice(-1);
    if (this.#name) this.#key += units;
    else this.#writer.text(units, at);
  }

  #endString(): void {
    if (this.#name) {
      const known = /^[\w.$@:-]{0,64}$/.test(this.#key);
      if (known) this.#writer.mark(this.#writer.rule.numbers(this.#key));
      else this.#writer.covered(this.#key, -1);
      this.#member = this.#key;
      this.#key = '';
    }
    this.#writer.end('value');
  }

  #escape(units: string, at: number): number {
    const letter = units[at + 1] ?? '';
    const hex = letter === 'u' ? /^[0-9a-fA-F]{4}/.exec(units.slice(at + 2, at + 6))?.[0] : undefined;
    const own = units.slice(at, at + (hex ? 6 : 2));
    if (this.#name) this.#key += own;
    else if (hex) {
      const character = String.fromCharCode(Number.parseInt(hex, 16));
      this.#writer.glyph(own, character, (covered) => escapeOf(covered));
    } else if (letter === 'n' || letter === 'r') {
      this.#writer.end();
      this.#writer.mark(own);
    } else this.#writer.glyph(own, letter === 't' ? '\t' : letter === '"' ? '"' : '/', () => own);
    return at + own.length;
  }
}

function escapeOf(character: string): string {
  const unit = cover(character).charCodeAt(0);
  return `\\u${unit.toString(16).padStart(4, '0')}`;
}
