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

const stepUnits = 16 * 1024;

/** The first whole record of a text that begins as JSON does. */
export function firstRecord(text: string): string | undefined {
  const head = text.replace(/^[\s\ufeff\p{Cc}]+/u, '');
  const scanner = new JsonScanner({ text: (units) => units });
  for (let at = 0; at < head.length; at += stepUnits) {
    scanner.push(head.slice(at, at + stepUnits));
    const found = scanner.take().find(({ state }) => state === 'whole');
    if (found) return found.text;
  }
  return undefined;
}
