import type { Article } from '@pressmark/core';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { contentHash } from './content.ts';
import { articleNumbered } from './testing/arbitraries.ts';

/** The same value with the keys of every object the other way round, and with keys that hold nothing. */
function reversed<T>(value: T): T {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(reversed) as T;
  const entries = Object.entries(value).map(([key, part]) => [key, reversed(part)]);
  return Object.fromEntries([['nothing', undefined], ...entries.reverse()]) as T;
}

test('equal content has one hash, whatever the order of its keys, its place and its number', () => {
  fc.assert(
    fc.property(articleNumbered(1), articleNumbered(2), (article, { id, accession, provenance }) => {
      expect(contentHash(reversed(article))).toBe(contentHash(article));
      const met: Article = {
        ...article,
        id,
        provenance,
        diagnostics: [],
        ...(accession ? { accession } : {}),
      };
      expect(contentHash(met)).toBe(contentHash(article));
    }),
  );
});

test('other content has another hash', () => {
  fc.assert(
    fc.property(articleNumbered(1), fc.string({ minLength: 1 }), (article, more) => {
      const changes: Article[] = [
        { ...article, headline: article.headline + more },
        { ...article, body: [...article.body, { kind: 'text', text: more }] },
        { ...article, raw: [...article.raw, { label: 'XX', values: [more] }] },
        { ...article, codes: { ...article.codes, people: [...article.codes.people, { code: more }] } },
      ];
      expect(new Set([article, ...changes].map((one) => contentHash(one))).size).toBe(5);
    }),
  );
});
