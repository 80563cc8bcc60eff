import type { Article } from '@pressmark/core';
import { matchTokens, type TokenizedArticle, tokenizeArticle } from '@pressmark/core/query';
import type { Bucket, Dimension, Selection, Wanted } from '../contract.ts';
import { facetsOf, labelOf, sortBuckets } from '../facets.ts';
import { dayOf } from '../key.ts';
import { isPeriod, periodOf } from '../periods.ts';

function valuesOf(article: Article, dimension: Dimension): string[] {
  if (isPeriod(dimension)) return [periodOf(dayOf(article.publication?.date), dimension)];
  return facetsOf(article)
    .filter((facet) => facet.dimension === dimension)
    .map(({ value }) => value);
}

function isSelected(article: Article, selection: Selection): boolean {
  return Object.entries(selection).every(([dimension, chosen]) => {
    const values = valuesOf(article, dimension as Dimension);
    return chosen.length === 0 || values.some((value) => chosen.includes(value));
  });
}

const cut = new WeakMap<Article, TokenizedArticle>();

function tokensOf(article: Article): TokenizedArticle {
  const tokens = cut.get(article) ?? tokenizeArticle(article);
  cut.set(article, tokens);
  return tokens;
}

/** The hits by brute force: what every engine must find. */
export function hitsOf(articles: Article[], { query, selection = {} }: Wanted): Article[] {
  return articles.filter(
    (article) => matchTokens(query, tokensOf(article)) && isSelected(article, selection),
  );
}

/** The buckets by brute force; names are those of `labels`, by dimension and value. */
export function bucketsBy(hits: Article[], dimension: Dimension, labels: Map<string, string>): Bucket[] {
  const counts = new Map<string, number>();
  for (const article of hits) {
    for (const value of valuesOf(article, dimension)) counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  const buckets = [...counts].map(([value, count]) => {
    return { value, label: labelOf(dimension, value, labels.get(`${dimension} ${value}`) ?? ''), count };
  });
  return sortBuckets(dimension, buckets);
}
