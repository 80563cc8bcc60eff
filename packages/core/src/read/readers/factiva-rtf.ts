import { accessionPattern } from '../accession.ts';
import type { Source } from '../decode.ts';
import type { Piece, Reader, Sample } from '../reader.ts';
import { RtfScanner } from '../syntax/rtf.ts';
import { readDisplay } from './display/read.ts';
import { DisplaySplitter } from './display/splitter.ts';

/** Factiva's RTF: with indexing (a table row a field) and without (bare lines), native or saved again elsewhere. */
export const factivaRtf: Reader = {
  id: 'factiva-rtf',
  version: 2,
  label: 'Factiva RTF',
  detect,
  split,
  read: readDisplay,
};

const anyAccession = new RegExp(accessionPattern);

function detect({ text }: Sample): number {
  if (!/^[\s\0]*\{\\rtf/.test(text)) return 0;
  if (text.includes('Factiva RTF Display Format')) return 0.98;
  const named = /\bfactiva\b/i.test(text);
  if (anyAccession.test(text)) return named ? 0.96 : 0.9;
  if (['HD', 'WC', 'PD'].every((label) => new RegExp(`[\\s}]${label}\\s*[\\\\}]`).test(text))) return 0.8;
  return named ? 0.5 : 0.1;
}

async function* split(source: Source): AsyncIterable<Piece> {
  const scanner = new RtfScanner(source);
  const splitter = new DisplaySplitter(readDisplay);
  for await (const units of source.chunks()) {
    for (const block of scanner.push(units)) splitter.add(block);
    yield* splitter.take();
  }
  for (const block of scanner.end()) splitter.add(block);
  splitter.finish({ length: scanner.length, truncated: scanner.truncated });
  yield* splitter.take();
}
