import { stringify } from 'csv-stringify/browser/esm/sync';
import { Article } from '../article.ts';
import type { Writer } from './writer.ts';

type Key = keyof Article;

interface Column {
  name: string;
  /** Where in the article the value stands. */
  key: Key;
  convert(article: Article): string | number | undefined;
}

const between = ' | ';

/** `gpol Domestic Politics | c13 Regulation`: codes hold no blank, so the first one ends the code. */
function codes(kind: keyof Article['codes']): Pick<Column, 'key' | 'convert'> {
  const print = (article: Article): string =>
    article.codes[kind].map(({ code, name }) => (name ? `${code} ${name}` : code)).join(between);
  return { key: 'codes', convert: print };
}

/** The columns readtext, quanteda and pandas expect: an identifier first, the text last. */
const columns: Column[] = [
  { name: 'doc_id', key: 'id', convert: ({ id }) => id },
  { name: 'date', key: 'publication', convert: ({ publication }) => publication?.date },
  { name: 'time', key: 'publication', convert: ({ publication }) => publication?.time },
  { name: 'source', key: 'source', convert: ({ source }) => source?.name },
  { name: 'source_code', key: 'source', convert: ({ source }) => source?.code },
  { name: 'language', key: 'language', convert: ({ language }) => language },
  { name: 'headline', key: 'headline', convert: ({ headline }) => headline },
  { name: 'subheadline', key: 'subheadline', convert: ({ subheadline }) => subheadline },
  { name: 'byline', key: 'byline', convert: ({ byline }) => byline },
  {
    name: 'authors',
    key: 'authors',
    convert: ({ authors }) => authors.map(({ name }) => name).join(between),
  },
  { name: 'section', key: 'section', convert: ({ section }) => section },
  { name: 'page', key: 'page', convert: ({ page }) => page },
  { name: 'word_count', key: 'wordCount', convert: ({ wordCount }) => wordCount.stated ?? wordCount.counted },
  { name: 'subjects', ...codes('subjects') },
  { name: 'companies', ...codes('companies') },
  { name: 'regions', ...codes('regions') },
  { name: 'industries', ...codes('industries') },
  { name: 'people', ...codes('people') },
  { name: 'copyright', key: 'copyright', convert: ({ copyright }) => copyright },
  { name: 'accession_number', key: 'accession', convert: ({ accession }) => accession?.number },
  { name: 'file', key: 'provenance', convert: ({ provenance }) => provenance.file },
  { name: 'kind', key: 'kind', convert: ({ kind }) => kind },
  { name: 'text', key: 'body', convert: ({ body }) => body.map(({ text }) => text).join('\n\n') },
];

const carried = new Set(columns.map(({ key }) => key));

/** One row of RFC 4180 with its CRLF; what a spreadsheet would run as a formula has an apostrophe before it. */
export function csvRow(cells: (string | number | undefined)[]): string {
  // The library quotes line breaks of its own accord only where the delimiter is its own.
  return stringify([cells], { record_delimiter: '\r\n', quoted_match: /[\r\n]/, escape_formulas: true });
}

/**
 * One row an article, UTF-8, RFC 4180 with CRLF, a header first. Several values in a cell are separated by ` | `,
 * paragraphs by a blank line. A cell that begins with `=`, `+`, `-`, `@`, a tab or a carriage return gets an apostrophe
 * before it, so that no spreadsheet runs it as a formula.
 */
export const csv: Writer = {
  id: 'csv',
  label: 'CSV',
  extension: 'csv',
  mediaType: 'text/csv; charset=utf-8',
  async *write(articles) {
    yield csvRow(columns.map(({ name }) => name));
    for await (const article of articles) yield csvRow(columns.map(({ convert }) => convert(article)));
  },
  carries: [...carried],
  loses: [
    ...Object.keys(Article.shape).filter((key) => !carried.has(key as Key)),
    'the parts of a key that has more than its columns show (zone, source group, roles, spans, kinds of paragraph)',
    'the first character of a cell that begins with = + - @, a tab or a carriage return: an apostrophe stands before it',
  ],
};
