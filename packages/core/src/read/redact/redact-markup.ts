import { decodeHTML } from 'entities';
import { coverAll } from './cover.ts';
import type { LineWriter, Redactor } from './line-writer.ts';

/** Elements within a line. */
const inline = new Set(
  'a abbr acronym b bdi bdo big cite code del dfn em font hlt i ins kbd label mark q s samp small span strike strong sub sup tt u var wbr'.split(
    ' ',
  ),
);
/** Elements whose content is no markup. */
const raw = /^(?:script|style)$/;
/** Attributes by which readers know what an element is; they hold names, no text. */
const structural =
  /^(?:class|id|type|name|fid|colspan|rowspan|align|valign|width|height|border|cellpadding|cellspacing|bgcolor|style|lang|xml:lang|dir|rel|media|charset|http-equiv|display|truncation|xmlns(?::\w+)?)$/i;
/** A name with or without its value, which the file's end may cut; whatever else is one character, so that the search is linear. */
const attribute = /([^\s"'<>/=]+)(?:(\s*=\s*)("[^"]*(?:"|$)|'[^']*(?:'|$)|[^\s"'<>]+))?|[\s\S]/g;
/** Attributes without a value. */
const flag = /^(?:nowrap|noshade|checked|selected|disabled|readonly|multiple|hidden|async|defer|compact)$/i;

// A tag, a comment or an entity that is not ended within this many units is none.
const longestTag = 4 * 1024 * 1024;
const longestEntity = 32;
const shortValue = 300;
/** Units that are decoded apart from their place. */
const nowhere = -1;

/** Covers the text of HTML or XML between its tags, and what attributes say beyond names. */
export class MarkupRedactor implements Redactor {
  readonly #writer: LineWriter;
  #rest = '';
  #at = 0;
  #last = false;
  /** Elements hold values, not lines. */
  #xml = false;
  /** Text up to this is no markup: the end of a script, a style sheet or a comment. */
  #until: RegExp | undefined;

  constructor(writer: LineWriter) {
    this.#writer = writer;
  }

  push(chunk: string, last: boolean): void {
    const units = this.#rest + chunk;
    this.#last = last;
    let at = 0;
    while (at < units.length) {
      const next = this.#until ? this.#passRaw(units, at) : this.#step(units, at);
      if (next === at) break;
      at = next;
    }
    this.#rest = units.slice(at);
    this.#at += at;
    if (last) this.#writer.end();
  }

  /** Reads one token; gives back its start where it may go on in the next chunk. */
  #step(units: string, at: number): number {
    if (units[at] === '&') return this.#entity(units, at);
    if (units[at] !== '<') {
      const end = /[<&]/g;
      end.lastIndex = at;
      const to = end.exec(units)?.index ?? units.length;
      this.#writer.text(units.slice(at, to), this.#at + at);
      return to;
    }
    if (units.length - at < 12 && !this.#last) return at;
    if (units.startsWith('<!--', at)) return this.#open(units, at, { length: 4, until: /-->/g });
    if (units.startsWith('<![CDATA[', at)) return this.#mark(units, at, 9);
    if (!/^<(?:[a-zA-Z/!?]|$)/.test(units.slice(at, at + 2))) {
      this.#writer.text('<', this.#at + at);
      return at + 1;
    }
    return this.#tag(units, at);
  }

  #open(units: string, at: number, { length, until }: { length: number; until: RegExp }): number {
    this.#until = until;
    return this.#mark(units, at, length);
  }

  #mark(units: string, at: number, length: number): number {
    this.#writer.mark(units.slice(at, at + length));
    return at + length;
  }

  #passRaw(units: string, at: number): number {
    const until = this.#until as RegExp;
    until.lastIndex = at;
    const found = until.exec(units)?.index;
    // The end itself may be cut by the end of the chunk.
    const to = found ?? (this.#last ? units.length : Math.max(at, units.length - 12));
    this.#writer.covered(units.slice(at, to), this.#at + at);
    if (found !== undefined) this.#until = undefined;
    if (found === undefined) return to;
    return units.startsWith('-->', to) ? this.#mark(units, to, 3) : this.#tag(units, to);
  }

  #tag(units: string, at: number): number {
    const found = this.#tagEnd(units, at + 1);
    // A tag that the file's end cuts is covered as one.
    const end = found < 0 && this.#last ? units.length - 1 : found;
    if (end < 0) {
      if (units.length - at < longestTag) return at;
      this.#writer.text('<', this.#at + at);
      return at + 1;
    }
    const tag = units.slice(at, end + 1);
    if (/^<\?xml\s/.test(tag)) this.#xml = true;
    const name = /^<\/?([^\s/>]*)/.exec(tag)?.[1]?.toLowerCase() ?? '';
    if (!inline.has(name)) this.#writer.end(this.#xml ? 'value' : 'line');
    this.#writer.mark(this.#coverTag(tag));
    if (raw.test(name) && tag[1] !== '/') this.#until = new RegExp(`</${name}`, 'gi');
    return end + 1;
  }

  /** Where a tag ends: at the first `>` that stands in no quoted value, or the first at all where quotes do not close. */
  #tagEnd(units: string, from: number): number {
    const mark = />|=\s{0,20}["']/g;
    mark.lastIndex = from;
    for (let match = mark.exec(units); match; match = mark.exec(units)) {
      if (match[0] === '>') return match.index;
      const close = units.indexOf(match[0].at(-1) ?? '"', mark.lastIndex);
      if (close < 0) return this.#last ? units.indexOf('>', from) : -1;
      mark.lastIndex = close + 1;
    }
    return -1;
  }

  #coverTag(tag: string): string {
    if (/^<(?:!doctype|\?xml\s)/i.test(tag) && !tag.includes('[')) return tag;
    const name = /^<\/?[a-zA-Z][\w:.-]{0,60}(?=[\s/>]|$)/.exec(tag)?.[0];
    if (!name) return tag.slice(0, 2) + this.#writer.recode(tag.slice(2), nowhere, coverAll);
    return name + tag.slice(name.length).replace(attribute, (...match) => this.#coverAttribute(match));
  }

  #coverAttribute([own, name, equals, value]: string[]): string {
    if (!name || own === undefined) return own ?? '';
    if (!equals || !value) return flag.test(name) ? name : this.#writer.recode(name, nowhere, coverAll);
    const quote = /^["']/.exec(value)?.[0] ?? '';
    const close = value.length > 1 && value.endsWith(quote) ? quote : '';
    const inner = value.slice(quote.length, value.length - close.length);
    return name + equals + quote + this.#coverValue(name, inner) + close;
  }

  #coverValue(name: string, value: string): string {
    const { rule } = this.#writer;
    if (structural.test(name)) return rule.numbers(value);
    if (/^content$/i.test(name) && /charset=/i.test(value)) return value;
    if (value.length > shortValue) return this.#writer.recode(value, nowhere, coverAll);
    return this.#writer.recode(value, nowhere, (text) => rule.value(text));
  }

  #entity(units: string, at: number): number {
    if (units.length - at < longestEntity && !this.#last) return at;
    const own = /^&(?:#x?[0-9a-fA-F]{1,8}|[a-zA-Z][a-zA-Z0-9]{1,29});/.exec(units.slice(at, at + 34))?.[0];
    if (own === '&softReturn;') return this.#mark(units, at, own.length);
    const character = own ? decodeHTML(own) : '';
    if (!own || character === own) {
      this.#writer.text('&', this.#at + at);
      return at + 1;
    }
    if ([...character].length !== 1) this.#writer.mark(own);
    else this.#writer.glyph(own, character, (covered) => entityOf(covered, own));
    return at + own.length;
  }
}

/** A numeric entity as long as the one it stands for. */
function entityOf(character: string, own: string): string {
  const room = own.length - 3;
  const code = [character, 'q'].map((one) => String(one.codePointAt(0))).find(({ length }) => length <= room);
  return code ? `&#${code.padStart(room, '0')};` : own;
}
