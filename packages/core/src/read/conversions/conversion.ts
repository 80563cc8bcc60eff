import type { Diagnostic, Span } from '../../diagnostic.ts';

/** A stretch of the text that a file was converted to, in reading order. */
export interface Passage {
  /** `text` is read; the other kinds are accounted for and not read. */
  kind: 'text' | 'front' | 'boilerplate';
  text: string;
  /** Bytes of the file that it was taken from. */
  span: Span;
  /** Of a PDF, from 1. */
  page?: number;
  /** Entries of a table of contents that stand here: how many articles the file says it has. */
  entries?: number;
}

/** A stretch of the file that no text was taken from. */
export interface Lost {
  kind: 'unread' | 'frame';
  span: Span;
  text?: string;
  diagnostics?: Diagnostic[];
}

/** What turns a file into text that a reader reads: a plain object in an array. */
export interface Conversion {
  id: string;
  /** For people. Example: `PDF`. */
  label: string;
  detect(head: Uint8Array): boolean;
  /** Fails on what the file holds never, only where it cannot be read. */
  convert(file: Blob): AsyncIterable<Passage | Lost>;
  /** What every article must carry that came this way. */
  caution?: Diagnostic;
}
