import { decodeXML } from 'entities';
import type { Span } from '../../diagnostic.ts';
import type { Source } from '../decode.ts';
import { Carry, wholeEnd } from './carry.ts';

/** What an XML file says, in order. Names are without their namespace prefix; places are units of the source. */
export interface XmlHandler {
  open(element: { name: string; attributes: Record<string, string> }, place: Span): void;
  /** Closes the innermost open element; one that the file leaves open is closed with the element around it. */
  close(place: Span): void;
  /** Text with the five entities of XML and numbers decoded, not white-space folded; a run may come in parts. */
  text(text: string, place: Span): void;
  /** A document type with declarations of its own, which are not followed. */
  declarations(text: string, place: Span): void;
}

/** How a scan ended. */
export interface XmlScanned {
  /** Elements left open at the end of the file. */
  open: number;
  /** Units of the file. */
  length: number;
  /** Where the scan gave up because elements nest too deeply, in units. */
  stopped: number | undefined;
}

// No export nests more than a dozen.
const deepest = 200;
// A tag longer than this is no tag.
const longestTag = 1024 * 1024;
// Text is handed out in parts, so that a run of any length takes bounded memory; an entity is not cut.
const longestRun = 1024 * 1024;
const longestEntity = 40;
// A comment, instruction or CDATA section that does not end before was never opened.
const longestAside = 4 * 1024 * 1024;
const verbatim = '<![CDATA[';

const name = /[\p{L}_:\u0080-\uffff][^\s/>=<"']{0,200}/uy;
const attribute = /([^\s=/>"'<]{1,200})\s{0,99}=\s{0,99}("[^"<]*"|'[^'<]*'|[^\s"'<>/]{1,2000})/gu;

/** Scans XML chunk by chunk: no document type is followed, no entity but the five of XML and numbers is replaced. */
export class XmlScanner {
  #source: Source;
  #handler: XmlHandler;
  #carry = new Carry();
  #open: string[] = [];
  #stopped: number | undefined;
  /** How far the file was searched in vain for each end mark. */
  #searched = new Map<string, number>();
  #ended = false;

  constructor(source: Source, handler: XmlHandler) {
    this.#source = source;
    this.#handler = handler;
  }

  /** Number of open elements. */
  get depth(): number {
    return this.#open.length;
  }

  push(chunk: string): void {
    if (this.#stopped !== undefined) this.#carry.start += chunk.length;
    else if (this.#carry.push(chunk)) this.#scan();
  }

  end(): XmlScanned {
    this.#ended = true;
    this.#carry.flush();
    if (this.#stopped === undefined) this.#scan();
    const length = this.#carry.start + this.#carry.text.length;
    return { open: this.#open.length, length, stopped: this.#stopped };
  }

  /** Takes the elements from this depth on for closed, but for the one just opened. */
  forget(depth: number): void {
    this.#open.splice(depth, this.#open.length - 1 - depth);
  }

  #scan(): void {
    const { text } = this.#carry;
    let at = 0;
    while (at < text.length && this.#stopped === undefined) {
      const next = text[at] === '<' ? this.#markup(at) : this.#run(at);
      if (next === undefined) break;
      at = next;
    }
    this.#carry.drop(at);
  }

  /** The place behind the run of text that begins here; undefined where its end has not come yet. */
  #run(at: number): number | undefined {
    const { text } = this.#carry;
    const found = text.indexOf('<', at);
    if (found >= 0 || this.#ended) return this.#say(at, found < 0 ? text.length : found);
    if (text.length - at < longestRun) return undefined;
    const amp = text.lastIndexOf('&');
    return this.#say(at, amp > text.length - longestEntity ? amp : wholeEnd(text, text.length - 1));
  }

  #say(start: number, end: number): number {
    if (end > start) {
      const place = this.#place(start, end);
      const text = this.#source.text(this.#carry.text.slice(start, end), place.start);
      this.#handler.text(text.includes('&') ? decodeXML(text) : text, place);
    }
    return end;
  }

  #markup(at: number): number | undefined {
    const { text } = this.#carry;
    if (text.length - at < 9 && !this.#ended) return undefined;
    if (text.startsWith('<!--', at)) return this.#passOver(at, { opening: '<!--', end: '-->' });
    if (text.startsWith(verbatim, at)) return this.#verbatim(at);
    if (text.startsWith('<?', at)) return this.#passOver(at, { opening: '<?', end: '?>' });
    if (text.startsWith('<!', at) && this.#open.length === 0) return this.#documentType(at);
    return this.#tag(at);
  }

  /**
   * The place of an end mark; undefined where it has not come yet, -1 where it does not come. No unit is looked at twice
   * for the same mark, however often it is asked for.
   */
  #find(end: string, from: number): number | undefined {
    const { text, start } = this.#carry;
    const searched = (this.#searched.get(end) ?? 0) - start - end.length;
    const found = text.indexOf(end, Math.max(from, searched));
    if (found >= 0) return found;
    this.#searched.set(end, start + text.length);
    return this.#ended || text.length - from > longestAside ? -1 : undefined;
  }

  /** The place behind a comment or instruction; one that does not end is not one, and what stands in it is read. */
  #passOver(at: number, { opening, end }: { opening: string; end: string }): number | undefined {
    const found = this.#find(end, at + opening.length);
    if (found === undefined) return undefined;
    return found < 0 ? at + opening.length : found + end.length;
  }

  #verbatim(at: number): number | undefined {
    const start = at + verbatim.length;
    const end = this.#find(']]>', start);
    if (end === undefined || end < 0) return end && start;
    const place = this.#place(start, end);
    if (end > start)
      this.#handler.text(this.#source.text(this.#carry.text.slice(start, end), place.start), place);
    return end + 3;
  }

  #documentType(at: number): number | undefined {
    const { text } = this.#carry;
    const close = this.#find('>', at);
    if (close === undefined || close < 0) return close && at + 2;
    const declares = text.slice(at, close).includes('[');
    const end = declares ? this.#find(']>', at) : close - 1;
    if (end === undefined || end < 0) return end && at + 2;
    if (declares) {
      const place = this.#place(at, end + 2);
      const shown = text.slice(at, wholeEnd(text, Math.min(end + 2, at + 200)));
      this.#handler.declarations(this.#source.text(shown, place.start), place);
    }
    return end + 2;
  }

  #tag(at: number): number | undefined {
    const { text } = this.#carry;
    const closing = text[at + 1] === '/';
    name.lastIndex = at + (closing ? 2 : 1);
    const named = name.exec(text)?.[0];
    // A `<` that opens no tag is text.
    if (named === undefined) return this.#say(at, at + 1);
    const end = endOfTag(text, at + 1);
    if (end === undefined && !this.#ended && text.length - at < longestTag) return undefined;
    const stop = end ?? text.length;
    if (closing) this.#close(named, this.#place(at, stop));
    else this.#openTag(named, { at, stop });
    return stop;
  }

  #openTag(named: string, { at, stop }: { at: number; stop: number }): void {
    const { text } = this.#carry;
    const place = this.#place(at, stop);
    const inner = text.slice(at + 1 + named.length, stop);
    this.#open.push(named);
    const attributes = inner.includes('=')
      ? attributesOf(this.#source.text(inner, place.start + 1 + named.length))
      : {};
    this.#handler.open({ name: localName(named), attributes }, place);
    if (inner.endsWith('/>')) {
      this.#open.pop();
      this.#handler.close(place);
    } else if (this.#open.length > deepest) this.#stopped = place.end;
  }

  /** A closing tag closes what is open within its element too; one that closes nothing is passed over. */
  #close(named: string, place: Span): void {
    const index = this.#open.lastIndexOf(named);
    if (index < 0) return;
    while (this.#open.length > index + 1) {
      this.#open.pop();
      this.#handler.close({ start: place.start, end: place.start });
    }
    this.#open.pop();
    this.#handler.close(place);
  }

  #place(start: number, end: number): Span {
    return { start: this.#carry.start + start, end: this.#carry.start + end };
  }
}

/** The place behind the tag; a `<` ends one that was not closed, for it stands in no tag: its first `>` is taken then. */
function endOfTag(text: string, from: number): number | undefined {
  let quote = 0;
  for (let at = from; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit === 0x3c) {
      const close = text.indexOf('>', from);
      return close >= 0 && close < at ? close + 1 : at;
    }
    if (quote === 0 && unit === 0x3e) return at + 1;
    if (unit === quote) quote = 0;
    else if (quote === 0 && (unit === 0x22 || unit === 0x27)) quote = unit;
  }
  return undefined;
}

function attributesOf(text: string): Record<string, string> {
  const found: Record<string, string> = {};
  for (const [, key = '', value = ''] of text.matchAll(attribute)) {
    // Namespaces and what XML itself reserves are markup.
    if (/^xml(?:ns)?(?::|$)/i.test(key)) continue;
    const plain = value[0] === '"' || value[0] === "'" ? value.slice(1, -1) : value;
    const local = localName(key);
    if (local !== '__proto__') found[local] = plain.includes('&') ? decodeXML(plain) : plain;
  }
  return found;
}

function localName(qualified: string): string {
  return qualified.slice(qualified.lastIndexOf(':') + 1);
}
