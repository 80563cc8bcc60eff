import type { Article } from '@pressmark/core';
import { articleFields, columnTexts } from '@pressmark/core/query';
import { entriesOf } from '../../corpus/entries.ts';
import { plainFacets } from '../../corpus/plain.ts';

/** An article as other engines take it. */
export interface Document {
  key: number;
  /** ISO date. */
  day: string;
  headline: string;
  /** What a bare word finds outside headline and body: section, byline, dateline and the like. */
  notes: string;
  paragraphs: string[];
  facets: [dimension: string, value: string][];
}

const noteColumns = ['kicker', 'section', 'column', 'byline', 'credit', 'dateline'] as const;

/** The articles of the generated archive, the same and in the same order, in batches. */
export async function* documentsOf(articles: number): AsyncGenerator<Document[]> {
  let key = 0;
  for await (const entries of entriesOf(articles, 1, 1_000)) {
    yield entries.map(({ json, facets }) => {
      const article = JSON.parse(json) as Article;
      const texts = (column: Parameters<typeof columnTexts>[1]) =>
        columnTexts(article, column).map(({ text }) => text);
      key += 1;
      return {
        key,
        day: article.publication?.date ?? '',
        headline: texts('headline').join('\n'),
        notes: noteColumns.flatMap(texts).join('\n'),
        paragraphs: articleFields(article).td.map(({ text }) => text),
        facets: facets
          .filter(({ dimension }) => plainFacets.includes(dimension))
          .map(({ dimension, value }) => [dimension, value]),
      };
    });
  }
}
