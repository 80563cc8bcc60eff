import type { Span } from '../../diagnostic.ts';
import type { Source } from '../decode.ts';
import { JsonScanner } from './json-scan.ts';

/** A stretch of a JSON file: a record, or units that break the rules of JSON. */
export interface JsonStretch {
  start: number;
  end: number;
  /** The record as JSON text, as far as it goes; of a damaged stretch its first characters. */
  text: string;
  /** Where the members of a record stand, by their keys. */
  members?: Map<string, Span>;
  /** For a broken record: the place up to which it kept the rules, and the first units behind it. */
  kept?: { end: number; behind: string };
  /** A complete record; `cut` where the file ends in the middle of one, `broken` where the next one begins there. */
  state: 'whole' | 'damaged' | 'cut' | 'broken';
}

/**
 * Splits JSON into the records in it, whether it is one object, an array, an object with a list (`data`, `records` ...)
 * or a line or more for each. A record that breaks the rules ends where the next one begins.
 */
export async function* jsonRecords(source: Source): AsyncIterable<JsonStretch[]> {
  const scanner = new JsonScanner(source);
  for await (const chunk of source.chunks()) {
    scanner.push(chunk);
    yield scanner.take();
  }
  scanner.end();
  yield scanner.take();
}
