import { setImmediate } from 'node:timers/promises';
import type { Article } from '@pressmark/core';

/** A batch is one transaction: 500 go in as quickly as 1,000, and hold up those who wait half as long. */
const batchArticles = 500;
const batchBytes = 8 * 1024 * 1024;
/** Longest work in one go before the server may answer others. */
const turnMs = 10;

/** The input could not be read to its end. */
export class BrokenInput extends Error {
  constructor(cause: unknown) {
    super('The input could not be read to its end.', { cause });
    this.name = 'BrokenInput';
  }
}

/** Groups articles into batches, leaving out the first `skip`; between articles others get their turn. Ends early when `stopped`. */
export async function* batches(
  articles: AsyncIterable<Article>,
  { skip, stopped }: { skip: number; stopped(): boolean },
): AsyncGenerator<Article[]> {
  let batch: Article[] = [];
  let bytes = 0;
  let seen = 0;
  for await (const article of whole(taking(articles))) {
    if (stopped()) return;
    seen += 1;
    if (seen <= skip) continue;
    batch.push(article);
    bytes += article.provenance.span.end - article.provenance.span.start;
    if (batch.length < batchArticles && bytes < batchBytes) continue;
    yield batch;
    if (stopped()) return;
    batch = [];
    bytes = 0;
  }
  if (batch.length > 0 && !stopped()) yield batch;
}

/** Lets the event loop turn whenever the work has taken it for long enough. */
async function* taking<T>(items: AsyncIterable<T>): AsyncIterable<T> {
  let since = performance.now();
  for await (const item of items) {
    yield item;
    if (performance.now() - since < turnMs) continue;
    await setImmediate();
    since = performance.now();
  }
}

async function* whole<T>(items: AsyncIterable<T>): AsyncIterable<T> {
  try {
    yield* items;
  } catch (error) {
    throw new BrokenInput(error);
  }
}
