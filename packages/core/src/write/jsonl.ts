import { Article } from '../article.ts';
import type { Writer } from './writer.ts';

/** One JSON object a line, each an `Article` as its schema has it; nothing is lost. */
export const jsonl: Writer = {
  id: 'jsonl',
  label: 'JSON Lines',
  extension: 'jsonl',
  mediaType: 'application/jsonl',
  async *write(articles) {
    for await (const article of articles) yield `${JSON.stringify(article)}\n`;
  },
  carries: Object.keys(Article.shape),
  loses: [],
};
