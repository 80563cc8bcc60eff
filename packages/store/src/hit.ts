import type { Article } from '@pressmark/core';
import { type ArchiveFacts, highlight, type Query, snippet, wordsOf } from '@pressmark/core/query';
import type { Hit } from './contract.ts';

/** An article as a list of results shows it, with the hits of the query marked and what the archive knows of it. */
export function hitOf(query: Query, article: Article, { tags, ...facts }: ArchiveFacts): Hit {
  const { id, kind, headline, subheadline, publication, source, language, byline, diagnostics } = article;
  const marked = highlight(query, article);
  const optional = {
    subheadline,
    time: publication?.time,
    sourceCode: source?.code,
    language,
    byline,
    ...facts,
    tags: tags && [...tags],
  };
  return {
    id,
    kind,
    headline: { text: headline, marks: marked.headline ?? [] },
    date: publication?.date ?? null,
    source: source?.name ?? source?.code ?? '',
    words: wordsOf(article),
    warnings: diagnostics.filter(({ severity }) => severity !== 'info').length,
    snippet: snippet(query, article, { marked }),
    ...Object.fromEntries(Object.entries(optional).filter(([, value]) => value !== undefined)),
  };
}
