import type { Article } from '@pressmark/core';
import { type ArchiveFacts, type Query, type Term, tokenize } from '@pressmark/core/query';
import fc from 'fast-check';
import type { Store } from '../contract.ts';
import type { KnownFacts } from './oracle.ts';

/** Tags that share words, so that queries meet some of each; in their order. */
const names = ['bank', 'Café 9', 'river', 'river bank', 'to read', '大選'];

/** Copies of every so manieth article, under ids of their own. */
const everyCopied = 40;

/** The articles, and copies of some of them. */
export function withCopies(articles: readonly Article[]): Article[] {
  const copies = articles
    .filter((_, index) => index % everyCopied === 0)
    .map((article): Article => ({ ...article, id: `${article.id}-copy`, headline: `${article.headline} a` }));
  return [...articles, ...copies];
}

/** What two articles have alike where they have the same text: that of the body, or the headline where there is none. */
function textOf({ headline, body }: Article): string | null {
  const text = body.map((paragraph) => paragraph.text).join('\n');
  const isEmpty = body.every((paragraph) => paragraph.text === '') && (headline === '' || body.length > 1);
  return isEmpty ? null : text || headline;
}

/** What the archive is to know of each article, told by its place; what it has not is absent. */
function tell(articles: readonly Article[]): KnownFacts {
  const texts = Map.groupBy(articles, textOf);
  return new Map(
    articles.map((article, index): [string, ArchiveFacts] => {
      const tags = names.filter((_, at) => index % (at + 3) === 0);
      const text = textOf(article);
      const hasDuplicate = text !== null && (texts.get(text)?.length ?? 0) > 1;
      const hasNote = index % 7 === 0;
      return [
        article.id,
        {
          ...(tags.length > 0 && { tags }),
          ...(hasNote && { hasNote }),
          ...(hasDuplicate && { hasDuplicate }),
        },
      ];
    }),
  );
}

/** Gives some articles of an archive tags and notes, and tells what it then knows of each. */
export async function makeKnown(store: Store, articles: readonly Article[]): Promise<KnownFacts> {
  const known = tell(articles);
  for (const [id, { hasNote }] of known) if (hasNote) await store.notes.write(id, 'A note.');
  for (const name of names) {
    const carriers = [...known].filter(([, { tags }]) => tags?.includes(name)).map(([id]) => id);
    await store.tags.add({ name, articles: carriers });
  }
  return known;
}

const span = { start: 0, end: 0 };
const words = (field: 'tag' | 'has', terms: Term[]): Query => {
  return { type: 'field', field, of: { type: 'phrase', terms, quoted: false, span }, span };
};

/** Queries for what is known. */
export const facts: fc.Arbitrary<Query> = fc.oneof(
  fc.constantFrom('note', 'duplicate').map((text) => words('has', [{ text, prefix: false }])),
  fc.constantFrom(...names).map((name) =>
    words(
      'tag',
      tokenize(name).map(({ text }) => ({ text, prefix: false })),
    ),
  ),
  fc.constantFrom('riv', 'cafe', 'ban').map((text) => words('tag', [{ text, prefix: true }])),
);
