import { expect, test } from 'vitest';
import type { Article } from '../../article.ts';
import { tokenize } from '../../query/tokens.ts';
import { examineArticle } from './examine.ts';
import { findDamage } from './find.ts';

const archive = [
  'the harbour was full',
  'at the end of the harbour',
  ...Array.from({ length: 12 }, () => 'the end of it'),
];

async function countWords(words: string[]): Promise<number[]> {
  return words.map(
    (word) => archive.filter((text) => tokenize(text).some((token) => token.text === word)).length,
  );
}

const article = (text: string): Article => ({
  id: 'factiva:EXAMP00020240115ek1f00001',
  kind: 'article',
  headline: '',
  language: 'en',
  authors: [],
  body: [{ kind: 'text', text }],
  wordCount: { counted: 1 },
  codes: { companies: [], industries: [], subjects: [], regions: [], people: [], provider: [] },
  links: [],
  raw: [],
  provenance: { file: 'a', span: { start: 0, end: 1 }, index: 0, reader: 'x', readerVersion: 1 },
  diagnostics: findDamage([{ path: 'body.0.text', text }], { language: 'en' }),
});

test('the words of an archive find what the article alone could not tell, and say how many articles have them', async () => {
  const given = article('DUBAI—arbour life, endof story');
  expect(given.diagnostics.map(({ candidates }) => candidates)).toEqual([undefined]);
  const { diagnostics, ...rest } = await examineArticle(given, countWords);
  expect(rest).toEqual({ ...rest, body: given.body });
  expect(diagnostics.map(({ code, candidates }) => [code, candidates])).toEqual([
    ['damage-lost-character', [{ text: 'Harbour', reason: 'stands in 2 articles of the archive' }]],
    ['damage-joined-words', [{ text: 'end of', reason: 'two words of the language' }]],
  ]);
});

test('what is not found again stays as the reader found it', async () => {
  const given = article('“he said.');
  const kept = {
    ...given,
    diagnostics: [
      {
        code: 'damage-replacement',
        severity: 'warning',
        message: 'x',
        path: 'body.0.text',
        span: { start: 1, end: 2 },
      },
    ],
  } as Article;
  expect((await examineArticle(kept, countWords)).diagnostics).toEqual(kept.diagnostics);
});
