import type { Article } from '../article.ts';
import { csv } from './csv.ts';
import { jsonl } from './jsonl.ts';
import type { Writer } from './writer.ts';

/** The built-in formats. */
export const writers: Writer[] = [jsonl, csv];

/** Writes articles in the format with this id (`jsonl`, `csv`), in pieces of text; throws a `RangeError` for another id. */
export function writeArticles(articles: AsyncIterable<Article>, id: string): AsyncIterable<string> {
  const writer = writers.find((known) => known.id === id);
  if (!writer)
    throw new RangeError(`No format ${id}; there are ${writers.map((known) => known.id).join(', ')}.`);
  return writer.write(articles);
}
