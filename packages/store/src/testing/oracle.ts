import type { Article } from '@pressmark/core';
import {
  type ArchiveFacts,
  matchTokens,
  type TokenizedArticle,
  tokenizeArticle,
} from '@pressmark/core/query';
import { type Bucket, Dimension, type Selection, type Wanted } from '../contract.ts';
import { facetsOf, labelOf, sortBuckets } from '../facets.ts';
import { dayOf } from '../key.ts';
import { isPeriod, periodOf } from '../periods.ts';

const plain = (name: string) => name.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();

/** The authors of an article, each with its first spelling. */
function spellingsOf({ authors }: Article): Map<string, string> {
  const names = new Map<string, string>();
  for (const { name } of authors) if (!names.has(plain(name))) names.set(plain(name), name);
  return names.size > 0 ? names : new Map([['', '']]);
}

/** The spelling that most of the articles have. */
function commonest(articles: Article[], author: string): string {
  const counts = new Map<string, number>();
  for (const name of articles.map((article) => spellingsOf(article).get(author)))
    if (name !== undefined) counts.set(name, (counts.get(name) ?? 0) + 1);
  return [...counts].sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1))[0]?.[0] ?? '';
}

function valuesOf(article: Article, dimension: Dimension): string[] {
  if (isPeriod(dimension)) return [periodOf(dayOf(article.publication?.date), dimension)];
  if (dimension === 'author') return [...spellingsOf(article).keys()];
  return facetsOf(article)
    .filter((facet) => facet.dimension === dimension)
    .map(({ value }) => value);
}

/** Whether an article is chosen; which files it was met in it does not know. */
function isSelected(article: Article, { dates, exclude = {}, ...chosen }: Selection): boolean {
  const date = article.publication?.date ?? '';
  if (dates && (date === '' || (dates.from ?? date) > date || (dates.to ?? date) < date)) return false;
  return Dimension.options.every((dimension) => {
    if (!chosen[dimension]?.length && !exclude[dimension]?.length) return true;
    const values = valuesOf(article, dimension);
    const asked = (value: string) => (dimension === 'author' ? plain(value) : value);
    const has = (some: string[] = []) => values.some((value) => some.map(asked).includes(value));
    return (!chosen[dimension]?.length || has(chosen[dimension])) && !has(exclude[dimension]);
  });
}

const cut = new WeakMap<Article, TokenizedArticle>();

/** What an archive knows of articles, by id. */
export type KnownFacts = ReadonlyMap<string, ArchiveFacts>;

/** An article is always given with the same facts. */
function tokensOf(article: Article, facts?: KnownFacts): TokenizedArticle {
  const tokens = cut.get(article) ?? tokenizeArticle(article, facts?.get(article.id));
  cut.set(article, tokens);
  return tokens;
}

/** The hits by brute force: what every engine must find. */
export function hitsOf(
  articles: Article[],
  { query, selection = {} }: Wanted,
  facts?: KnownFacts,
): Article[] {
  return articles.filter(
    (article) => matchTokens(query, tokensOf(article, facts)) && isSelected(article, selection),
  );
}

/** The buckets by brute force; names are those of `labels`, by dimension and value. */
export function bucketsBy(hits: Article[], dimension: Dimension, labels: Map<string, string>): Bucket[] {
  const counts = new Map<string, number>();
  for (const article of hits) {
    for (const value of valuesOf(article, dimension)) counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  const buckets = [...counts].map(([value, count]) => {
    const name =
      dimension === 'author' ? commonest(hits, value) : (labels.get(`${dimension} ${value}`) ?? '');
    return { value, label: labelOf(dimension, value, name), count };
  });
  return sortBuckets(dimension, buckets);
}
