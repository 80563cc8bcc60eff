import type { Article, Code, Diagnostic } from '@pressmark/core';
import { tokenize } from '@pressmark/core/query';
import fc from 'fast-check';
import type { Dimension, Selection } from '../contract.ts';
import { queriesOver } from './queries.ts';

/** Few words, so that random articles and random queries meet; each of a kind that a tokenizer can get wrong. */
const words = [
  'river',
  'rivers',
  'Riverside',
  'bank',
  'BANKS',
  'and',
  'not',
  'state-of-the-art',
  "o'brien",
  'o’brien',
  'AT&T',
  'C++',
  '38.101',
  'co2',
  'Café',
  'cafe',
  'Łódź',
  'Straße',
  'Ölpreis',
  '選挙',
  '大選',
  'とうきょう',
  '서울시',
  'صحيفة',
  'हिन्दी',
  '𞤀𞤁',
  '🙂',
  '\uE000',
  '\uE001subjects\uE001river',
  '"',
  '*',
  'x_y',
  'a',
  'ﬁnd',
  'soft\u00ADly',
  '\uD800',
  '\0',
]; // prettier-ignore

const names = ['River Bank', 'Bank and River', 'Cafés', '', undefined, 'state-of-the-art', 'Łódź'];
const codes = ['bank', 'BANK', 'river', "river'bank's", 'i831', 'gpol', '大選', 'x_y', '9', ''];
const sections = ['World', 'world', 'café'];
const authors = ['Ada Lind', 'ADA LÍND', 'ada lind', 'Łódź'];
const dates = [
  '0001-01-01',
  '1987-02-26',
  '2015-12-31',
  '2016-01-01',
  '2017-04-08',
  '2017-04-09',
  '2017-05-01',
  '9999-12-31',
];

const text = fc.array(fc.constantFrom(...words), { maxLength: 7 }).map((parts) => parts.join(' '));
const maybeText = fc.option(text, { nil: undefined });
const codeList: fc.Arbitrary<Code[]> = fc.array(
  fc
    .record({ code: fc.constantFrom(...codes), name: fc.constantFrom(...names) })
    .map(({ code, name }) => (name === undefined ? { code } : { code, name })),
  { maxLength: 3 },
);

/** Leaves out what is undefined, as readers do. */
function present<T extends object>(value: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(value).filter(([, part]) => part !== undefined)) as never;
}

const paragraph = fc
  .record({
    kind: fc.constantFrom('text', 'text', 'heading', 'caption', 'correction', 'contact', 'related', 'note'),
    part: fc.constantFrom(undefined, undefined, undefined, 'lead', 'rest'),
    text,
  })
  .map(present);

const diagnostics: fc.Arbitrary<Diagnostic[]> = fc.subarray([
  { code: 'accession-missing', severity: 'warning', message: 'The article carries no accession number.' },
  { code: 'date-shifted', severity: 'info', message: 'One day.', path: 'publication.date' },
]);

const parts = fc.record({
  kind: fc.constantFrom('article', 'article', 'headline', 'other'),
  headline: text,
  subheadline: maybeText,
  kicker: maybeText,
  section: fc.option(fc.oneof(text, fc.constantFrom(...sections)), { nil: undefined }),
  column: maybeText,
  dateline: maybeText,
  credit: maybeText,
  publisher: maybeText,
  byline: maybeText,
  authors: fc.subarray([...authors, 'Ada Lind'].map((name) => ({ name }))),
  publication: fc.option(
    fc
      .record({
        date: fc.constantFrom(...dates),
        time: fc.constantFrom(undefined, '06:04', '23:41'),
        raw: text,
        basis: fc.constant('display'),
      })
      .map(present),
    { nil: undefined, freq: 8 },
  ),
  source: fc.option(
    fc
      .record({
        name: fc.constantFrom('River Post', 'Łódź Bank', 'River Post'),
        code: fc.constantFrom('RP', 'rp', undefined),
      })
      .map(present),
    { nil: undefined, freq: 8 },
  ),
  language: fc.constantFrom('en', 'de', 'zh-Hant', undefined),
  languageRaw: fc.constantFrom('English', 'Deutsch', undefined),
  body: fc.array(paragraph, { maxLength: 5 }),
  wordCount: fc
    .record({ stated: fc.option(fc.nat(900), { nil: undefined }), counted: fc.nat(900) })
    .map(present),
  codes: fc.record({
    companies: codeList,
    industries: codeList,
    subjects: codeList,
    regions: codeList,
    people: codeList,
    provider: codeList,
  }),
  diagnostics,
});

/** An article that was never published, with this number; the same number gives the same id. */
export function articleNumbered(number: number): fc.Arbitrary<Article> {
  const accession = `RP0000002017040${(number % 9) + 1}ed48${number.toString(36).padStart(5, '0')}`;
  return parts.map((drawn) => ({
    id: `factiva:${accession}`,
    accession: { vendor: 'factiva', number: accession, ...(number % 3 === 0 ? { sourceCode: 'RP' } : {}) },
    links: [{ text: 'more', url: 'https://example.org/' }],
    raw: [{ label: 'HD', values: [drawn.headline] }],
    ...(present(drawn) as Pick<
      Article,
      'kind' | 'headline' | 'authors' | 'body' | 'wordCount' | 'codes' | 'diagnostics'
    >),
    provenance: {
      file: number % 2 === 0 ? 'river bank.html' : 'Café-2017.rtf',
      span: { start: number * 100, end: number * 100 + 99 },
      index: number,
      reader: 'invented',
      readerVersion: 1,
    },
  }));
}

/** As many articles, each under another id. */
export function articles(count: number): fc.Arbitrary<Article[]> {
  return fc.tuple(...Array.from({ length: count }, (_, number) => articleNumbered(number)));
}

const tokens = [
  ...new Set(
    [...words, ...codes, 'english', 'river post']
      .flatMap((word) => tokenize(word))
      .map((token) => token.text),
  ),
];

/** Any query tree over the words of the articles, and what of it an engine answers from positions. */
export const { queries, distances } = queriesOver({ tokens, runs: [], dates });

const choices: Record<Exclude<Dimension, 'file'>, string[]> = {
  source: ['RP', 'rp', 'River Post', ''],
  language: ['en', 'de', 'zh-Hant', ''],
  year: ['2016', '2017', '1987', '', 'no year'],
  quarter: ['2015-Q4', '2017-Q2', '2017-Q5', ''],
  month: ['2015-12', '2017-04', '2017-05', ''],
  week: ['2017-W14', '2015-W53', '2016-W60'],
  day: ['2017-04-08', '2017-04-09', '9999-12-31'],
  subject: [...codes],
  company: [...codes],
  region: [...codes],
  industry: [...codes],
  person: [...codes],
  section: [...sections, ''],
  author: [...authors, ''],
  kind: ['article', 'headline', 'nothing'],
};

const chosen = fc
  .subarray(Object.keys(choices) as (keyof typeof choices)[], { maxLength: 2 })
  .chain((dimensions) =>
    fc
      .tuple(...dimensions.map((dimension) => fc.subarray(choices[dimension])))
      .map((values) => Object.fromEntries(dimensions.map((dimension, index) => [dimension, values[index]]))),
  );

/** Any choice of facet values and dates, and what to exclude: mostly little. */
export const selections: fc.Arbitrary<Selection> = fc
  .tuple(
    chosen,
    fc.option(chosen, { freq: 2 }),
    fc.option(
      fc.record({ from: fc.constantFrom(...dates), to: fc.constantFrom(...dates) }, { requiredKeys: [] }),
      { freq: 1 },
    ),
  )
  .map(([values, exclude, dates]) => ({ ...values, ...(exclude && { exclude }), ...(dates && { dates }) }));
