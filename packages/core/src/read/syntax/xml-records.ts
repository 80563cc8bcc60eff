import type { Span } from '../../diagnostic.ts';
import { diagnose } from '../../diagnostic.ts';
import { fileCut } from '../cut.ts';
import type { Source } from '../decode.ts';
import type { Piece } from '../reader.ts';
import { type XmlHandler, XmlScanner } from './xml.ts';

/** An element of a record with all that stands in it. */
export interface XmlElement {
  name: string;
  attributes: Record<string, string>;
  children: (XmlElement | string)[];
  span: Span;
}

/** What the splitting of a format of records needs to know. */
export interface XmlRecords {
  isRecord(name: string): boolean;
  /** Number of records that an element around them declares. */
  declared?(element: { name: string; attributes: Record<string, string> }): number | undefined;
  /** The content of a record; what is no article is given another kind. */
  piece(record: XmlElement): Pick<Piece, 'kind' | 'blocks' | 'withdrawal'>;
}

// Units and elements of one record, beyond which it is none and not kept: an article has a few thousand.
const largestRecord = 16 * 1024 * 1024;
const mostElements = 100_000;

/** Whether a text opens as XML and as no page: long pages need not be searched for the elements of records. */
export function opensXml(text: string): boolean {
  return /^\s*<(?!!doctype\s+html\b|html\b)/i.test(text);
}

/** Splits an XML file into its records, one element each, and what lies around them. */
export async function* splitXml(source: Source, records: XmlRecords): AsyncIterable<readonly Piece[]> {
  const splitter = new Splitter(source, records);
  for await (const chunk of source.chunks()) {
    splitter.push(chunk);
    yield splitter.take();
  }
  splitter.finish();
  yield splitter.take();
}

class Splitter implements XmlHandler {
  #records: XmlRecords;
  #scanner: XmlScanner;
  #pieces: Piece[] = [];
  /** The open record, its element first, then those within it down to the innermost. */
  #open: XmlElement[] = [];
  #oversized = false;
  #elements = 0;
  /** Elements that were open around the record. */
  #depth = 0;
  /** A tag is missing in the record. */
  #damaged = false;

  constructor(source: Source, records: XmlRecords) {
    this.#records = records;
    this.#scanner = new XmlScanner(source, this);
  }

  push(chunk: string): void {
    this.#scanner.push(chunk);
  }

  take(): Piece[] {
    return this.#pieces.splice(0);
  }

  finish(): void {
    const { open, length, stopped } = this.#scanner.end();
    if (stopped !== undefined) this.#giveUp(stopped, length);
    if (stopped !== undefined || open === 0) return;
    const isOpen = this.#open.length > 0;
    const diagnostics = [fileCut(isOpen ? 'in the middle of an article' : 'before its last tag', length)];
    if (isOpen) this.#endRecord(length, diagnostics);
    else
      this.#pieces.push({
        kind: 'boilerplate',
        span: { start: length, end: length },
        blocks: [],
        diagnostics,
      });
  }

  open(element: { name: string; attributes: Record<string, string> }, place: Span): void {
    const record = this.#open[0];
    // A record within one of its name: the tag that ends the first is missing.
    if (record && record.name === element.name) {
      this.#damaged = true;
      this.#endRecord(place.start);
      this.#scanner.forget(this.#depth);
    }
    if (this.#open.length === 0 && !this.#records.isRecord(element.name)) {
      const declared = this.#records.declared?.(element);
      if (declared !== undefined) this.#pieces.push({ kind: 'front', span: place, blocks: [], declared });
      return;
    }
    if (this.#open.length === 0) this.#depth = this.#scanner.depth - 1;
    const opened: XmlElement = { ...element, children: [], span: { ...place } };
    this.#elements++;
    this.#measure(place);
    if (!this.#oversized) this.#open.at(-1)?.children.push(opened);
    this.#open.push(opened);
  }

  close(place: Span): void {
    const closed = this.#open.at(-1);
    if (!closed) return;
    closed.span.end = place.end;
    // An element whose own tag is missing is closed by the one around it, with a place of no length.
    if (place.start === place.end) this.#damaged = true;
    if (this.#open.length === 1) this.#endRecord(place.end);
    else this.#open.pop();
  }

  text(text: string, place: Span): void {
    const inner = this.#open.at(-1);
    if (inner) {
      this.#measure(place);
      if (!this.#oversized) inner.children.push(text);
    } else if (text.trim() !== '') {
      this.#pieces.push({ kind: 'unread', span: place, blocks: [], text: text.trim().slice(0, 200) });
    }
  }

  /** Lets go of a record that no article is as large as. */
  #measure({ end }: Span): void {
    const start = this.#open[0]?.span.start ?? end;
    if (this.#oversized || (end - start <= largestRecord && this.#elements <= mostElements)) return;
    this.#oversized = true;
    for (const element of this.#open) element.children = [];
  }

  declarations(text: string, place: Span): void {
    const message =
      'A document type declared in the file is not followed; entities it declares stay as they are.';
    const diagnostics = [diagnose('dtd-ignored', message, { span: place })];
    if (this.#open.length === 0)
      this.#pieces.push({ kind: 'unread', span: place, blocks: [], text, diagnostics });
    else this.#open.at(-1)?.children.push(text);
  }

  #endRecord(end: number, diagnostics: Piece['diagnostics'] = []): void {
    const record = this.#open[0] as XmlElement;
    for (const element of this.#open) element.span.end = end;
    this.#open = [];
    if (this.#damaged && diagnostics.length === 0) {
      const message = 'Tags of this record are missing; its text may stand in the wrong field.';
      diagnostics.push(diagnose('record-damaged', message));
    }
    this.#damaged = false;
    const made = this.#oversized ? tooLarge(record.span) : this.#records.piece(record);
    this.#oversized = false;
    this.#elements = 0;
    this.#pieces.push({ ...made, span: record.span, diagnostics });
  }

  #giveUp(at: number, length: number): void {
    const start = this.#open[0]?.span.start ?? at;
    const message = 'The file nests its elements deeper than any export does; the rest was not read.';
    const diagnostics = [diagnose('file-nested', message)];
    this.#pieces.push({ kind: 'unread', span: { start, end: length }, blocks: [], text: '', diagnostics });
  }
}

function tooLarge(span: Span): Pick<Piece, 'kind' | 'blocks'> {
  return {
    kind: 'article',
    blocks: [{ kind: 'field', label: '', values: [{ text: 'A record too large to be an article.' }], span }],
  };
}
