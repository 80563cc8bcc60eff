import type { Source } from '../decode.ts';
import { Coder } from './coder.ts';
import { coverAll } from './cover.ts';
import type { LineRule } from './line-rule.ts';

type Token =
  /** Goes out as it is; the line's text does not know of it. */
  | { kind: 'mark'; units: string }
  | { kind: 'text'; units: string; at: number }
  /** Units that stand for one character in another way: an entity, an escape. */
  | { kind: 'glyph'; units: string; character: string; write: (covered: string) => string };

// A longer line is covered in parts, so that memory stays bounded.
const longestLine = 64 * 1024;

/** Gathers the text of one line from between its markup, has it covered, and gives the units back in their order. */
export class LineWriter {
  readonly #source: Source;
  readonly #coder: Coder;
  readonly rule: LineRule;
  #tokens: Token[] = [];
  #length = 0;
  #out: string[] = [];

  constructor(source: Source, rule: LineRule) {
    this.#source = source;
    this.#coder = new Coder(source);
    this.rule = rule;
  }

  mark(units: string): void {
    if (units === '') return;
    if (this.#tokens.length === 0) this.#out.push(units);
    else this.#tokens.push({ kind: 'mark', units });
  }

  text(units: string, at: number): void {
    if (units === '') return;
    const last = this.#tokens.at(-1);
    if (last?.kind === 'text') last.units += units;
    else this.#tokens.push({ kind: 'text', units, at });
    this.#length += units.length;
    if (this.#length > longestLine) this.#endPart();
  }

  glyph(units: string, character: string, write: (covered: string) => string): void {
    this.#tokens.push({ kind: 'glyph', units, character, write });
    this.#length += units.length;
  }

  /** Covers every letter and digit, whatever it says. */
  covered(units: string, at: number): void {
    this.mark(this.recode(units, at, coverAll));
  }

  /** Changes what units decode to and writes it into as many units. */
  recode(units: string, at: number, change: (text: string) => string): string {
    const text = this.#source.text(units, at);
    return this.#coder.encode(units, text, change(text));
  }

  /** Ends the line, or the value: what is gathered goes out. */
  end(as: 'line' | 'value' = 'line'): void {
    const tokens = this.#tokens;
    if (tokens.length === 0) return;
    this.#tokens = [];
    this.#length = 0;
    const texts = tokens.map((token) => this.#textOf(token));
    const covered = this.rule[as](texts.join(''));
    let at = 0;
    for (const [index, token] of tokens.entries()) {
      const text = texts[index] ?? '';
      const change = covered.slice(at, at + text.length);
      at += text.length;
      this.#out.push(this.#write(token, text, change));
    }
  }

  /** What is ready to go out. */
  take(): string {
    return this.#out.splice(0).join('');
  }

  #textOf(token: Token): string {
    if (token.kind === 'mark') return '';
    return token.kind === 'glyph' ? token.character : this.#source.text(token.units, token.at);
  }

  #write(token: Token, text: string, covered: string): string {
    if (token.kind === 'mark') return token.units;
    if (token.kind === 'text') return this.#coder.encode(token.units, text, covered);
    return covered === token.character ? token.units : token.write(covered);
  }

  /** Ends an endless line between two words. */
  #endPart(): void {
    const last = this.#tokens.at(-1);
    const space = last?.kind === 'text' ? last.units.lastIndexOf(' ') : -1;
    if (last?.kind !== 'text' || space <= 0) {
      this.end();
      return;
    }
    const rest = { ...last, units: last.units.slice(space), at: last.at + space };
    last.units = last.units.slice(0, space);
    this.end();
    this.#tokens.push({ ...rest });
    this.#length = rest.units.length;
  }
}

/** Covers one syntax, chunk by chunk. */
export interface Redactor {
  /** Takes units; `last` says that none follow. What is ready stands in the writer. */
  push(units: string, last: boolean): void;
}
