import type { Article } from '../article.ts';

/** An article with nothing in it but what is given; for tests. */
export function inventArticle(parts: Partial<Article> = {}): Article {
  return {
    id: 'factiva:INVENT0020170408ed4800001',
    kind: 'article',
    headline: '',
    authors: [],
    body: [],
    wordCount: { counted: 0 },
    codes: { companies: [], industries: [], subjects: [], regions: [], people: [], provider: [] },
    links: [],
    raw: [],
    provenance: {
      file: 'invented.html',
      span: { start: 0, end: 0 },
      index: 0,
      reader: 'invented',
      readerVersion: 1,
    },
    diagnostics: [],
    ...parts,
  };
}
