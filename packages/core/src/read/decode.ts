import type { Diagnostic, Span } from '../diagnostic.ts';
import { diagnose } from '../diagnostic.ts';

/** What can be read: bytes in memory, a file on disk or in a browser, or a stream of chunks. */
export type Input = Uint8Array | Blob | AsyncIterable<Uint8Array>;

/**
 * A file as units of text whose places are exact: in an 8-bit file one unit is one byte (character code = byte value),
 * in a UTF-16 file one unit is one code unit. Syntax modules scan units and decode only what they keep.
 */
export interface Source {
  /** The charset the bytes decided on. Examples: `utf-8`, `windows-1252`, `utf-16le`. */
  charset: string;
  /** Chunks of units in file order; every chunk is non-empty. */
  chunks(): AsyncIterable<string>;
  /** Decodes units to text. `at` is the place of the first unit, for diagnostics. */
  text(units: string, at: number): string;
  /** Whether the file is a sequence of bytes, so that RTF may apply code pages of its own. */
  bytes: boolean;
  /** The first units, at most `sampleUnits`. */
  head: string;
  /** Turns a span of units into bytes of the file. */
  byteSpan(span: Span): Span;
  /** Trouble met while decoding so far. */
  diagnostics: Diagnostic[];
  /** Units handed out by `chunks` so far. */
  position: number;
}

export const sampleUnits = 512 * 1024;

const chunkBytes = 1024 * 1024;
