import fc from 'fast-check';
import type { Article, Paragraph } from '../article.ts';
import { inventArticle } from './invented-article.ts';

const words = ['Steel', 'steels', 'price', 'Café', 'rise', '2017', '中国', '한국', 'ёлка', 'and', 'same'];
const text = fc.array(fc.constantFrom(...words), { maxLength: 8 }).map((found) => found.join(' '));

const paragraph: fc.Arbitrary<Paragraph> = fc.record(
  {
    kind: fc.constantFrom(
      'text' as const,
      'text' as const,
      'caption' as const,
      'correction' as const,
      'list' as const,
    ),
    part: fc.constantFrom('lead' as const, 'rest' as const),
    text,
  },
  { requiredKeys: ['kind', 'text'] },
);

const date = fc.constantFrom('1999-12-31', '2017-01-01', '2017-06-15', '2026-02-28');
const code = fc.record(
  { code: fc.constantFrom('steel', '2017', 'gpol'), name: text },
  { requiredKeys: ['code'] },
);

/** Small articles over the vocabulary of the generated queries. */
export const article: fc.Arbitrary<Article> = fc
  .record({
    headline: text,
    byline: text,
    section: text,
    body: fc.array(paragraph, { maxLength: 4 }),
    date: fc.option(date, { nil: undefined }),
    subjects: fc.array(code, { maxLength: 2 }),
    language: fc.constantFrom('en', 'zh-Hant'),
    wordCount: fc.record({ counted: fc.nat(900) }),
  })
  .map(({ date, subjects, ...parts }) =>
    inventArticle({
      ...parts,
      ...(date === undefined ? {} : { publication: { date, raw: '', basis: 'display' as const } }),
      codes: { ...inventArticle().codes, subjects },
    }),
  );
