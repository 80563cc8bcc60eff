import type { Aside } from './display.ts';
import { type RtfCharset, RtfText } from './rtf-text.ts';

/** What stands beside the line or row under way: hidden and deleted text, notes, comments. */
export class RtfAsides {
  readonly text: RtfText;
  private kind: Aside['kind'] = 'hidden';
  private open = false;
  private done: Aside[] = [];

  constructor(charset: RtfCharset) {
    this.text = new RtfText(charset);
  }

  /** Text of this kind comes. */
  begin(kind: Aside['kind']): void {
    if (this.open && kind !== this.kind) this.end();
    this.kind = kind;
    this.open = true;
  }

  /** The aside is over. */
  end(): void {
    if (!this.open) return;
    this.open = false;
    const value = this.text.take();
    if (value) this.done.push({ kind: this.kind, value });
  }

  endStandIns(): void {
    if (this.open) this.text.endStandIns();
  }

  /** Gives what has gathered; undefined where there is nothing. */
  take(): { asides: Aside[] } | undefined {
    this.end();
    if (this.done.length === 0) return undefined;
    const asides = this.done;
    this.done = [];
    return { asides };
  }
}
