import type { Article, Diagnostic } from '@pressmark/core';
import { wordsOf } from '@pressmark/core/query';
import { contentHash, textDigest, textHash } from './content.ts';
import { type FacetValue, facetsOf } from './facets.ts';
import { dayOf } from './key.ts';
import { indexRow } from './sqlite/index-row.ts';

/** The order in which diagnostics are shown. */
export const ranks: Record<Diagnostic['severity'], number> = { error: 0, warning: 1, info: 2 };

/** An article as the rows that keep it: made without an archive, and plain, so that another thread can make it. */
export interface Entry {
  id: string;
  kind: Article['kind'];
  day: number;
  time: string;
  words: number;
  hash: string;
  textHash: number | null;
  json: string;
  facets: FacetValue[];
  /** One text a column of the index. */
  texts: string[];
  provenance: Pick<Article['provenance'], 'index' | 'span'>;
  diagnostics: { rank: number; json: string }[];
}

/** Makes the rows of an article: the larger part of storing one. */
export function entryOf(article: Article): Entry {
  const facets = facetsOf(article);
  const { index, span } = article.provenance;
  const text = textDigest(article);
  return {
    id: article.id,
    kind: article.kind,
    day: dayOf(article.publication?.date),
    time: article.publication?.time ?? '',
    words: wordsOf(article) ?? 0,
    hash: contentHash(article, text),
    textHash: textHash(article, text),
    json: JSON.stringify(article),
    facets,
    texts: indexRow(article, facets),
    provenance: { index, span },
    diagnostics: article.diagnostics.map((diagnostic) => ({
      rank: ranks[diagnostic.severity],
      json: JSON.stringify(diagnostic),
    })),
  };
}

export function isEntry(item: Article | Entry): item is Entry {
  return 'texts' in item;
}

export { type Packed, packEntries } from './packed-entries.ts';
export { openGiveWay } from './searching.ts';
export { standBack } from './stand-back.ts';
