import type { Article } from '../article.ts';
import { apa } from './citation/apa.ts';
import { biblatex, bibtex } from './citation/bibtex.ts';
import { cslJson } from './citation/csl-json.ts';
import { ris } from './citation/ris.ts';
import { csv } from './csv.ts';
import { jsonl } from './jsonl.ts';
import type { Writer } from './writer.ts';

/** The formats of lists of references: what one cites an article with. */
export const citationWriters: Writer[] = [ris, bibtex, biblatex, cslJson, apa];

/** The built-in formats: articles whole, then references to them. */
export const writers: Writer[] = [jsonl, csv, ...citationWriters];

/** Writes articles in the format with this id (`jsonl`, `csv`, `ris`, `bibtex`, `biblatex`, `csl-json`, `apa`), in pieces of text; throws a `RangeError` for another id. */
export function writeArticles(articles: AsyncIterable<Article>, id: string): AsyncIterable<string> {
  const writer = writers.find((known) => known.id === id);
  if (!writer)
    throw new RangeError(`No format ${id}; there are ${writers.map((known) => known.id).join(', ')}.`);
  return writer.write(articles);
}
