import type { Article } from '@pressmark/core';
import { highlight, type Query, snippet } from '@pressmark/core/query';
import type { Hit } from './contract.ts';
import { wordsOf } from './facets.ts';

/** An article as a list of results shows it, with the hits of the query marked. */
export function hitOf(query: Query, article: Article): Hit {
  const { id, kind, headline, subheadline, publication, source, language, byline, diagnostics } = article;
  // Without its body: the text is cut into words once, by `snippet`.
  const marks = highlight(query, { ...article, body: [] }).headline ?? [];
  const optional = {
    subheadline,
    time: publication?.time,
    sourceCode: source?.code,
    language,
    byline,
  };
  return {
    id,
    kind,
    headline: { text: headline, marks },
    date: publication?.date ?? null,
    source: source?.name ?? source?.code ?? '',
    words: wordsOf(article),
    warnings: diagnostics.filter(({ severity }) => severity !== 'info').length,
    snippet: snippet(query, article),
    ...Object.fromEntries(Object.entries(optional).filter(([, value]) => value !== undefined)),
  };
}
