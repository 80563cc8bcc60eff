import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Article } from '../article.ts';
import { inventArticle } from '../query/invented-article.ts';
import { writeArticles, writers } from './index.ts';

async function* streamOf(articles: Article[]): AsyncIterable<Article> {
  yield* articles;
}

async function written(articles: Article[], id: string): Promise<string> {
  let text = '';
  for await (const piece of writeArticles(streamOf(articles), id)) text += piece;
  return text;
}

const full = inventArticle({
  accession: { vendor: 'factiva', number: 'INVENT0020170408ed4800001' },
  headline: 'Mills say "enough", again',
  subheadline: 'Furnaces; prices',
  byline: 'By Ada Brandt, Orla Finch',
  authors: [{ name: 'Ada Brandt', role: 'Editor' }, { name: 'Orla Finch' }],
  section: 'Markets',
  page: 'A6',
  publication: { date: '2017-04-08', time: '23:41', raw: '8 April 2017 23:41', basis: 'display' },
  source: { name: 'The Lumen Gazette', code: 'LUMGZ' },
  language: 'de',
  copyright: '© 2017 Lumen Press',
  wordCount: { stated: 12, counted: 11 },
  codes: {
    ...inventArticle().codes,
    subjects: [{ code: 'c13', name: 'Output, Capacity' }, { code: 'gpol' }],
    companies: [{ code: 'lumstl', name: 'Lumen Steelworks' }],
    regions: [{ code: 'lumr', name: 'Lumen Region' }],
    industries: [{ code: 'i22', name: 'Metals' }],
    people: [{ code: '77', name: 'Orla Finch' }],
  },
  body: [
    { kind: 'text', part: 'lead', text: 'Größe zählt.' },
    { kind: 'text', part: 'rest', text: 'Line one\nline two, “quoted”.' },
  ],
});

const row = {
  doc_id: 'factiva:INVENT0020170408ed4800001',
  date: '2017-04-08',
  time: '23:41',
  source: 'The Lumen Gazette',
  source_code: 'LUMGZ',
  language: 'de',
  headline: 'Mills say "enough", again',
  subheadline: 'Furnaces; prices',
  byline: 'By Ada Brandt, Orla Finch',
  authors: 'Ada Brandt | Orla Finch',
  section: 'Markets',
  page: 'A6',
  word_count: '12',
  subjects: 'c13 Output, Capacity | gpol',
  companies: 'lumstl Lumen Steelworks',
  regions: 'lumr Lumen Region',
  industries: 'i22 Metals',
  people: '77 Orla Finch',
  copyright: '© 2017 Lumen Press',
  accession_number: 'INVENT0020170408ed4800001',
  file: 'invented.html',
  kind: 'article',
  text: 'Größe zählt.\n\nLine one\nline two, “quoted”.',
};

const empty = Object.fromEntries(Object.keys(row).map((name) => [name, '']));

describe('csv', { timeout: 60_000 }, () => {
  // As Python, R and spreadsheets read it: any line break that no quotes hold ends a row.
  const options = { columns: true, record_delimiter: ['\r\n', '\n', '\r'] };

  test('is read back by another parser', async () => {
    const text = await written([full, inventArticle()], 'csv');
    expect(text.split('\r\n')[0]).toBe(Object.keys(row).join(','));
    expect(parse(text, options)).toEqual([
      row,
      { ...empty, doc_id: row.doc_id, word_count: '0', file: 'invented.html', kind: 'article' },
    ]);
  });

  test('keeps an article of several paragraphs in one row', async () => {
    const body = ['港口', 'Two', ''].map((text) => ({ kind: 'text' as const, text }));
    const rows = parse(await written([inventArticle({ body }), full], 'csv'), options);
    expect(rows).toMatchObject([{ text: '港口\n\nTwo\n\n' }, row]);
  });

  test('has a header even without articles', async () => {
    expect(await written([], 'csv')).toBe(`${Object.keys(row).join(',')}\r\n`);
  });

  test.each(['=1+1', '+1', '-1', '@SUM(A1)', '\tx', '\rx'])('defuses %j', async (headline) => {
    const [read] = parse(await written([inventArticle({ headline })], 'csv'), options);
    expect(read).toMatchObject({ headline: `'${headline}` });
  });

  test('carries any text unchanged', async () => {
    const anyText = fc
      .string({ unit: 'grapheme', maxLength: 30 })
      .filter((text) => !/^[=+\-@\t\r＝＋－＠]/.test(text));
    const cells = fc.array(
      fc.oneof(anyText, fc.constantFrom('"', ',', '\r\n', '""', 'a,b', '\n', '\r', 'a\n\nb')),
      {
        maxLength: 5,
      },
    );
    const rows = cells.map((parts) => parts.join('')).filter((text) => !/^[=+\-@\t\r＝＋－＠]/.test(text));
    await fc.assert(
      fc.asyncProperty(rows, async (headline) => {
        expect(parse(await written([inventArticle({ headline })], 'csv'), options)).toMatchObject([
          { headline },
        ]);
      }),
    );
  });
});

describe('jsonl', () => {
  test('gives every article back', async () => {
    const articles = [full, inventArticle({ headline: 'two\u2028lines\n' })];
    const lines = (await written(articles, 'jsonl')).split('\n');
    expect(lines.pop()).toBe('');
    expect(lines.map((line) => Article.parse(JSON.parse(line)))).toEqual(articles);
  });
});

describe('writers', () => {
  test('are these', () => {
    expect(writers.map(({ id, extension }) => [id, extension])).toEqual([
      ['jsonl', 'jsonl'],
      ['csv', 'csv'],
      ['ris', 'ris'],
      ['bibtex', 'bib'],
      ['biblatex', 'bib'],
      ['csl-json', 'json'],
      ['apa', 'txt'],
    ]);
  });

  test.each(writers)('$id says of every key whether it carries or loses it', ({ carries, loses }) => {
    const told = [...carries, ...loses];
    expect(Object.keys(Article.shape).filter((key) => !told.includes(key))).toEqual([]);
    expect(carries.filter((key) => loses.includes(key))).toEqual([]);
  });

  test('an unknown format is refused', () => {
    expect(() => writeArticles(streamOf([]), 'docx')).toThrow(
      'No format docx; there are jsonl, csv, ris, bibtex, biblatex, csl-json, apa.',
    );
  });
});
