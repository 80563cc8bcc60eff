import { readerLabels } from '../../reader-labels.ts';
import { accessionSign } from '../accession.ts';
import type { Source } from '../decode.ts';
import type { Piece, Reader, Sample } from '../reader.ts';
import { RtfScanner } from '../syntax/rtf.ts';
import { withNumbers } from './display/numbered.ts';
import { readDisplay } from './display/read.ts';
import { DisplaySplitter } from './display/splitter.ts';

/** Factiva's RTF: with indexing (a table row a field) and without (bare lines), native or saved again elsewhere. */
export const factivaRtf: Reader = {
  id: 'factiva-rtf',
  version: 9,
  label: readerLabels['factiva-rtf'],
  detect,
  anchors: [
    { what: 'the title “Factiva RTF Display Format”', pattern: /Factiva RTF Display Format/ },
    { what: 'the name Factiva', pattern: /\bfactiva\b/i },
    { what: 'an accession number in one piece', pattern: accessionSign },
  ],
  split: (source) => withNumbers(splitRtf(source)),
  read: readDisplay,
};

/** What the head of a file says that ends before its first article. */
const undecided = 0.3;

function detect({ text, isWhole }: Sample): number {
  if (!/^[\s\0]*\{\\rtf/.test(text)) return 0;
  if (text.includes('Factiva RTF Display Format')) return 0.98;
  const named = /\bfactiva\b/i.test(text);
  if (accessionSign.test(text)) return named ? 0.96 : 0.9;
  if (holdsArticle(text)) return 0.9;
  if (named) return 0.5;
  // A word processor may put any number of pictures before the first article.
  return isWhole ? 0.1 : undecided;
}

/** Whether an article can be read: its number may stand in several runs, each with its own control words. */
function holdsArticle(text: string): boolean {
  const scanner = new RtfScanner({ charset: 'windows-1252' });
  const splitter = new DisplaySplitter(readDisplay);
  for (const block of [...scanner.push(text), ...scanner.end()]) splitter.add(block);
  splitter.finish({ length: scanner.length });
  return splitter.take().some((piece) => piece.kind === 'article' && readDisplay(piece) !== null);
}

async function* splitRtf(source: Source): AsyncIterable<readonly Piece[]> {
  const scanner = new RtfScanner(source);
  const splitter = new DisplaySplitter(readDisplay);
  for await (const units of source.chunks()) {
    for (const block of scanner.push(units)) splitter.add(block);
    yield splitter.take();
  }
  for (const block of scanner.end()) splitter.add(block);
  splitter.finish({ length: scanner.length, truncated: scanner.truncated });
  yield splitter.take();
}
