import { copyOf } from '../remember.ts';

/** A start tag as it stands: names lower-case, values in the units of the source, entities not decoded. */
export interface Tag {
  name: string;
  attributes: readonly (readonly [name: string, value: string])[];
}

/** What a page holds, in order. Places are units of the source; `end` is behind the last unit. */
export interface ScanHandler<T> {
  open(tag: T, start: number, end: number): void;
  close(name: string, start: number, end: number): void;
  /** A run between tags; runs that a comment parts come one by one. */
  text(units: string, start: number): void;
}

// Form state of half a megabyte stands in one attribute; a run or tag longer than this is handed out as text in parts.
const longest = 8 * 1024 * 1024;
// A page has a few hundred distinct tags, each of them on thousands of elements.
const mostKnown = 2000;
const longestKnown = 200;
const longTag = 16;
/** Elements whose content is no markup, up to their own end tag. */
const opaque = new Set(['script', 'style', 'textarea', 'xmp']);

/** A tag met before, up to its `>`. */
interface Known<T> {
  text: string;
  made: T;
  opaque: string | undefined;
}

/**
 * Scans a page for tags and runs of text as browsers do: a `<` that begins no tag is text, a `>` within quotes ends
 * none. `make` turns a tag into what the handler is given, once for each distinct tag. Nothing is kept but what the
 * end of a chunk cut in two.
 */
export class HtmlScanner<T> {
  #known = new Map<string, Known<T>>();
  /** The last long tag: to look up that of every paragraph takes longer than to compare it. */
  #repeated: Known<T> | undefined;
  #make: (tag: Tag, start: number) => T;
  #handler: ScanHandler<T>;
  #rest = '';
  /** Place of the first unit of the rest. */
  #at = 0;
  /** What ends the comment, declaration or opaque element that is open. */
  #awaited: string | undefined;

  constructor(make: (tag: Tag, start: number) => T, handler: ScanHandler<T>) {
    this.#make = make;
    this.#handler = handler;
  }

  write(chunk: string): void {
    const units = this.#rest === '' ? chunk : this.#rest + chunk;
    const used = this.#scan(units);
    this.#rest = units.slice(used);
    this.#at += used;
    if (this.#rest.length > longest) this.#handOut();
  }

  /** Hands out what is held back: the last run of text, and what a quote that was never closed took for its value. */
  end(): void {
    while (this.#awaited === undefined && /^<[a-z][^>]*>/i.test(this.#rest)) {
      const end = this.#rest.indexOf('>') + 1;
      const behind = this.#rest.slice(end);
      const tag = readTag(this.#rest.slice(0, end).replace(/["']/g, ' '), 1);
      if (tag) this.#handler.open(this.#make(tag, this.#at), this.#at, this.#at + end);
      this.#rest = '';
      this.#at += end;
      this.write(behind);
    }
    if (!/^<[a-z/!?]/i.test(this.#rest)) this.#handOut();
  }

  #handOut(): void {
    if (this.#rest !== '' && this.#awaited === undefined) this.#handler.text(this.#rest, this.#at);
    this.#at += this.#rest.length;
    this.#rest = '';
  }

  /** Scans what is whole; returns the number of units done with. */
  #scan(units: string): number {
    let at = 0;
    for (;;) {
      if (this.#awaited !== undefined) {
        const end = endOf(units, at, this.#awaited);
        // The first units of what is awaited may stand at the end of this chunk.
        if (end < 0) return Math.max(at, units.length - this.#awaited.length - 1);
        this.#awaited = undefined;
        at = end;
      }
      let open = units.indexOf('<', at);
      while (open >= 0 && open + 1 < units.length && !beginsTag(units.charCodeAt(open + 1)))
        open = units.indexOf('<', open + 1);
      if (open < 0 || open + 1 >= units.length) return at;
      if (open > at) this.#handler.text(units.slice(at, open), this.#at + at);
      const end = this.#tag(units, open);
      if (end < 0) return open;
      at = end;
    }
  }

  /** Reads what begins at a `<`; returns the place behind it, or -1 where this chunk does not hold it whole. */
  #tag(units: string, open: number): number {
    const code = units.charCodeAt(open + 1);
    if (code === slash) {
      const close = units.indexOf('>', open);
      if (close < 0) return -1;
      const name = nameAt(units, open + 2, close);
      if (name !== '') this.#handler.close(name, this.#at + open, this.#at + close + 1);
      return close + 1;
    }
    if (code === bang || code === question) {
      if (open + 4 > units.length) return -1;
      const comment = units.startsWith('<!--', open);
      this.#awaited = comment ? '-->' : '>';
      // `<!-->` is a whole comment.
      return open + 2;
    }
    const again = this.#repeated;
    if (again && units.charCodeAt(open + again.text.length) === greater && units.startsWith(again.text, open))
      return this.#open(again, open, open + again.text.length + 1);
    const close = units.indexOf('>', open);
    const text = close < 0 || close - open > longestKnown ? '' : units.slice(open, close);
    const known = this.#known.get(text);
    if (known) {
      if (text.length > longTag) this.#repeated = known;
      return this.#open(known, open, close + 1);
    }
    // What is kept holds nothing of the chunk. A `>` within quotes ends no tag.
    const own = text === '' ? '' : copyOf(units.slice(open, close + 1));
    const whole = readTag(own, 1);
    const tag = whole ?? readTag(units, open + 1);
    if (!tag) return -1;
    const made = {
      text: own.slice(0, -1),
      made: this.#make(tag, this.#at + open),
      opaque: opaque.has(tag.name) ? tag.name : undefined,
    };
    if (whole && this.#known.size < mostKnown) this.#known.set(made.text, made);
    return this.#open(made, open, whole ? close + 1 : tag.end);
  }

  #open(known: Known<T>, start: number, end: number): number {
    if (known.opaque !== undefined) this.#awaited = `</${known.opaque}`;
    this.#handler.open(known.made, this.#at + start, this.#at + end);
    return end;
  }
}

const bang = 0x21;
const slash = 0x2f;
const question = 0x3f;
const equals = 0x3d;
const greater = 0x3e;

function beginsTag(code: number): boolean {
  return isLetter(code) || code === slash || code === bang || code === question;
}

function isLetter(code: number): boolean {
  return (code >= 0x61 && code <= 0x7a) || (code >= 0x41 && code <= 0x5a);
}

function isSpace(code: number): boolean {
  return code === 0x20 || (code >= 0x09 && code <= 0x0d);
}

/** Place behind what is awaited; the end tag of an opaque element itself is left to be read. */
function endOf(units: string, from: number, awaited: string): number {
  if (!awaited.startsWith('</')) {
    const at = units.indexOf(awaited, from);
    return at < 0 ? -1 : at + awaited.length;
  }
  for (let at = units.indexOf('</', from); at >= 0; at = units.indexOf('</', at + 2)) {
    if (units.slice(at, at + awaited.length).toLowerCase() === awaited) return at;
  }
  return -1;
}

/** What stands in most end tags, by its characters. */
const shortNames = new Map<number, string>();
const shortName = 3;
const mostShortNames = 1000;

function nameAt(units: string, from: number, to: number): string {
  if (to - from > shortName) return readName(units, from, to);
  let key = 0;
  for (let at = from; at < to; at++) {
    const code = units.charCodeAt(at);
    if (code > 0x7f) return readName(units, from, to);
    key = (key << 8) | code;
  }
  const known = shortNames.get(key);
  if (known !== undefined && to - from === known.length) return known;
  const name = readName(units, from, to);
  if (/^[\da-z]+$/.test(name) && shortNames.size < mostShortNames) shortNames.set(key, name);
  return name;
}

function readName(units: string, from: number, to: number): string {
  let end = from;
  while (end < to && !isSpace(units.charCodeAt(end)) && units.charCodeAt(end) !== slash) end++;
  return units.slice(from, end).toLowerCase();
}

/** Reads a start tag behind its `<`; undefined where its end is not in sight. */
function readTag(units: string, from: number): (Tag & { end: number }) | undefined {
  const { length } = units;
  const attributes: [string, string][] = [];
  let at = wordEnd(units, from, false);
  const name = units.slice(from, at).toLowerCase();
  while (at < length) {
    const code = units.charCodeAt(at);
    if (code === greater) return { name, attributes, end: at + 1 };
    if (isSpace(code) || code === slash) {
      at++;
      continue;
    }
    // A name may begin with any character, an equals sign too.
    const nameEnd = wordEnd(units, at + 1, true);
    const value = readValue(units, nameEnd);
    if (!value) return undefined;
    if (attributes.length < mostAttributes)
      attributes.push([units.slice(at, nameEnd).toLowerCase(), value.text]);
    at = value.end;
  }
  return undefined;
}

// No page has an element with more; what a broken tag swallows is not kept.
const mostAttributes = 100;

function readValue(units: string, from: number): { text: string; end: number } | undefined {
  let at = skipSpaces(units, from);
  if (units.charCodeAt(at) !== equals) return at < units.length ? { text: '', end: at } : undefined;
  at = skipSpaces(units, at + 1);
  const quote = units[at];
  if (quote === '"' || quote === "'") {
    const end = units.indexOf(quote, at + 1);
    return end < 0 ? undefined : { text: units.slice(at + 1, end), end: end + 1 };
  }
  let end = at;
  while (end < units.length && !isSpace(units.charCodeAt(end)) && units.charCodeAt(end) !== greater) end++;
  return end < units.length ? { text: units.slice(at, end), end } : undefined;
}

function skipSpaces(units: string, from: number): number {
  let at = from;
  while (isSpace(units.charCodeAt(at))) at++;
  return at;
}

/** Behind a name: it ends at white space, `/` and `>`, that of an attribute at `=` too. */
function wordEnd(units: string, from: number, ofAttribute: boolean): number {
  let at = from;
  for (; at < units.length; at++) {
    const code = units.charCodeAt(at);
    if (isSpace(code) || code === slash || code === greater || (ofAttribute && code === equals)) break;
  }
  return at;
}
