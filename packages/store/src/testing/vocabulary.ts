import type { Article } from '@pressmark/core';
import {
  articleFields,
  fits,
  match,
  parseQuery,
  type Query,
  type Term,
  tokenize,
} from '@pressmark/core/query';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { articles } from './arbitraries.ts';
import type { Tools } from './withdrawals.ts';

interface VocabularyTools extends Pick<Tools, 'archive' | 'dated'> {
  seed: number;
}

function termOf(text: string): Term {
  const parsed = parseQuery(text);
  const [term] = parsed.ok && parsed.query.type === 'phrase' ? parsed.query.terms : [];
  if (!term) throw new Error(`${text} is no word.`);
  return term;
}

function tokensOf(given: Article[], scope: 'text' | 'co'): Set<string> {
  const texts = given.flatMap((article) => articleFields(article)[scope]);
  return new Set(texts.flatMap(({ text }) => tokenize(text).map((token) => token.text)));
}

const all: Query = { type: 'all' };

/** What a store knows of the words of its archive, as tests. */
export function testVocabulary({ archive, dated, seed }: VocabularyTools): void {
  describe('words', () => {
    test('a truncated word stands for the words of the text it fits, and of a field for those', async () => {
      const store = await archive();
      const [given] = fc.sample(articles(40), { seed, numRuns: 1 }) as [Article[]];
      await store.put(given);
      for (const scope of ['text', 'co'] as const) {
        const tokens = tokensOf(given, scope);
        for (const stem of new Set(
          [...tokens].filter((token) => /^[a-z]{4,}$/.test(token)).map((token) => token.slice(0, 3)),
        )) {
          for (const term of [termOf(`${stem}*`), termOf(`${stem}$2`), termOf(`${stem}?`)]) {
            const fitting = [...tokens].filter((token) => fits(token, term));
            const { count, isMore, words } = await store.expand(term, scope);
            if (scope === 'text') expect({ count, isMore }).toEqual({ count: fitting.length, isMore: false });
            // A code of several words is one word more.
            else expect(count).toBeGreaterThanOrEqual(fitting.length);
            for (const word of words) expect(fits(word, term)).toBe(true);
          }
        }
      }
    });

    test('near spellings are words of the text, those of most articles first', async () => {
      const store = await archive();
      const headlines = ['Harbour ferry', 'Harbour fery', 'Ferry harbours', 'Marbour', 'Ferry Минск'];
      await store.put(
        headlines.map((headline, index) => dated(index, '2017-04-08', { headline, section: 'Harborough' })),
      );
      expect(await store.spellings('harbor')).toEqual(['harbour']);
      expect(await store.spellings('harbour')).toEqual(['harbours', 'marbour']);
      expect(await store.spellings('ferrry')).toEqual(['ferry']);
      expect(await store.spellings('frery')).toEqual(['ferry', 'fery']);
      expect(await store.spellings('минсг')).toEqual(['минск']);
      expect(await store.spellings('zzzzz')).toEqual([]);
      expect(await store.spellings('the')).toEqual([]);
    });

    test('hits are counted as they are found', async () => {
      const store = await archive();
      const [given] = fc.sample(articles(40), { seed, numRuns: 1 }) as [Article[]];
      await store.put(given);
      expect(await store.countHits({ query: all })).toBe(given.length);
      for (const text of ['the', 'la=en', 'the near5 of', 'wc>10']) {
        const parsed = parseQuery(text);
        const query = parsed.ok ? parsed.query : all;
        expect(await store.countHits({ query })).toBe(
          given.filter((article) => match(query, article)).length,
        );
      }
    });
  });
}
