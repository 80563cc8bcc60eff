import type { Article } from '../article.ts';

/** One format articles can be written in. A plain object in an array, like a reader. */
export interface Writer {
  id: string;
  /** For people. */
  label: string;
  /** Of a file, without the dot. */
  extension: string;
  mediaType: string;
  /** Text in pieces, one an article and what the format wants around them; constant memory. */
  write(articles: AsyncIterable<Article>): AsyncIterable<string>;
  /** Keys of the article that can be read back from the output. */
  carries: string[];
  /** Keys of the article, or what is done to it, that cannot. */
  loses: string[];
}
