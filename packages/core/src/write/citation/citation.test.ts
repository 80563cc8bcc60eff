import { plugins } from '@citation-js/core';
import '@citation-js/plugin-bibtex';
import '@citation-js/plugin-csl';
import '@citation-js/plugin-ris';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Article } from '../../article.ts';
import { inventArticle } from '../../query/invented-article.ts';
import { writeArticles } from '../index.ts';
import { partName } from './person.ts';

const full = inventArticle({
  accession: { vendor: 'factiva', number: 'INVENT0020170408ed4800001' },
  headline: 'Mills say "enough", 50% & {more} of it_',
  authors: [{ name: 'Ada van der Brandt', role: 'Editor' }, { name: 'Jean-Paul Finch' }, { name: 'Reuters' }],
  section: 'Markets',
  page: 'A6-7',
  publication: { date: '2017-04-08', time: '23:41', raw: '8 April 2017 23:41', basis: 'display' },
  source: { name: 'The Lumen Gazette', code: 'LUMGZ', edition: 'Late' },
  language: 'de',
  volume: 'Volume 33, Issue 30; ISSN: 0724-4908',
  publisher: 'Lumen & Co',
  copyright: 'Copyright 2017 Lumen & Co. All Rights Reserved.',
  codes: { ...inventArticle().codes, subjects: [{ code: 'c13', name: 'Metals' }, { code: 'gpol' }] },
});
const bare = inventArticle({ id: 'sha256:0123456789abcdef0123456789abcdef' });

/** What every format says of the full article, in the words of CSL. */
const authors = [
  { family: 'van der Brandt', given: 'Ada' },
  { family: 'Finch', given: 'Jean-Paul' },
  { literal: 'Reuters' },
];
const issued = { 'date-parts': [[2017, 4, 8]] };

async function written(articles: Article[], id: string): Promise<string> {
  let text = '';
  for await (const piece of writeArticles(streamOf(articles), id)) text += piece;
  return text;
}

async function* streamOf(articles: Article[]): AsyncIterable<Article> {
  yield* articles;
}

/** The items another library reads from a text; what it adds of its own is left out. */
function readBack(text: string): Record<string, unknown>[] {
  const items = plugins.input.chain(text, { generateGraph: false }) as Record<string, unknown>[];
  return items.map(({ _graph, ...item }) => item);
}

describe('csl-json', () => {
  test('says all that a reference has a place for', async () => {
    expect(JSON.parse(await written([full, bare], 'csl-json'))).toEqual([
      {
        id: 'factiva:INVENT0020170408ed4800001',
        type: 'article-newspaper',
        'citation-key': 'vanderbrandt2017-INVENT0020170408ed4800001',
        title: 'Mills say "enough", 50% & {more} of it_',
        author: authors,
        'container-title': 'The Lumen Gazette',
        issued,
        section: 'Markets',
        page: 'A6-7',
        edition: 'Late',
        volume: '33',
        issue: '30',
        ISSN: '0724-4908',
        publisher: 'Lumen & Co',
        language: 'de',
        keyword: 'Metals',
        archive: 'Factiva',
        archive_location: 'INVENT0020170408ed4800001',
        note: full.copyright,
      },
      { id: bare.id, type: 'article-newspaper', 'citation-key': 'article-0123456789abcdef' },
    ]);
  });

  test('of no article is an empty list', async () => {
    expect(JSON.parse(await written([], 'csl-json'))).toEqual([]);
  });
});

describe('ris', () => {
  test('begins with TY, ends with ER, and lines end as the format wants', async () => {
    const records = (await written([full, bare], 'ris')).split('\r\n\r\n');
    expect(records.pop()).toBe('');
    expect(records.map((text) => text.split('\r\n').map((line) => line.slice(0, 6)))).toEqual([
      'TY AU AU AU TI T2 PY DA ET SE SP VL IS SN PB LA KW DB AN ID N1 ER'
        .split(' ')
        .map((tag) => `${tag}  - `),
      ['TY  - ', 'ID  - ', 'ER  - '],
    ]);
  });

  test('is read back by another library', async () => {
    const [item] = readBack(await written([full], 'ris'));
    expect(item).toMatchObject({
      type: 'article-newspaper',
      title: full.headline,
      // The format’s own name for the author of a news item.
      reporter: ['van der Brandt, Ada', 'Finch, Jean-Paul', 'Reuters'],
      'container-title': 'The Lumen Gazette',
      issued: { 'date-parts': [[2017]] },
      section: 'Markets',
      language: 'de',
      publisher: 'Lumen & Co',
      note: full.copyright,
    });
  });

  test('no text of an article makes a line of its own', async () => {
    const text = fc.stringMatching(/^[\r\nTYER \-a]{0,20}$/);
    await fc.assert(
      fc.asyncProperty(text, async (headline) => {
        const lines = (await written([inventArticle({ headline })], 'ris')).split(/\r\n|\r|\n/);
        expect(lines.filter((line) => /^(TY|ER) {2}-/.test(line))).toEqual(['TY  - NEWS', 'ER  - ']);
      }),
    );
  });
});

describe('bibtex', () => {
  test.each(['bibtex', 'biblatex'])('%s is read back by another library', async (id) => {
    const items = readBack(await written([full, bare], id));
    expect(items[0]).toMatchObject({
      'citation-key': 'vanderbrandt2017-INVENT0020170408ed4800001',
      author: [
        { family: 'Brandt', given: 'Ada', 'non-dropping-particle': 'van der' },
        authors[1],
        { family: 'Reuters' },
      ],
      'container-title': 'The Lumen Gazette',
      issued,
      edition: 'Late',
      volume: '33',
      page: 'A6-7',
      publisher: 'Lumen & Co',
    });
    expect(String(items[0]?.['title']).replace(/<\/?span[^>]*>/g, '')).toBe(full.headline);
    expect(items[1]).toMatchObject({ 'citation-key': 'article-0123456789abcdef' });
    expect(await written([full, bare], id)).toContain(
      'copyright = {Copyright 2017 Lumen \\& Co. All Rights Reserved.}',
    );
  });

  test('braces always balance, and nothing in a text is a command', async () => {
    const text = fc.stringMatching(/^[a\\{}$&#^_~%]{1,12}$/);
    await fc.assert(
      fc.asyncProperty(text, async (headline) => {
        const [, title = ''] =
          /title = \{\{(.*)\}\}/.exec(await written([inventArticle({ headline })], 'biblatex')) ?? [];
        expect(title.split('{').length).toBe(title.split('}').length);
        expect(title.replace(/\\text\w+\{\}|\\[$&#_%]/g, '')).toBe(headline.replace(/[\\{}$&#^_~%]/g, ''));
      }),
    );
  });
});

describe('apa', () => {
  test.each<[string, Partial<Article>]>([
    ['three authors, volume, issue and pages', {}],
    ['one author, one page', { authors: [{ name: 'Asa Fitch' }], volume: undefined, page: 'A6' } as never],
    ['no author', { authors: [] }],
    ['a title that ends by itself', { headline: 'Enough?' }],
    ['an agency', { authors: [{ name: 'Agence France-Presse' }] }],
    [
      'more authors than are listed',
      { authors: [...'ABCDEFGHIJKLMNOPQRSTUVW'].map((letter) => ({ name: `Ada ${letter}elm` })) },
    ],
  ])('as the style of the manual sets it: %s', async (_, parts) => {
    const article = { ...full, headline: 'Mills say enough', ...parts };
    const [reference] = JSON.parse(await written([article], 'csl-json'));
    const { archive, archive_location, ...item } = reference;
    const styled = plugins.output.format('bibliography', [item], { template: 'apa' });
    expect(plain(await written([article], 'apa'))).toBe(plain(styled));
  });

  test('without anything', async () => {
    expect(await written([bare], 'apa')).toBe('[Untitled]. (n.d.).\n\n');
  });
});

/** Text without the differences of spaces and of the sign between pages. */
function plain(text: string): string {
  return text.replace(/\s+/g, ' ').replace('…', '. . .').replace(/–/g, '-').trim();
}

test('keys do not depend on what else is written', async () => {
  const keysOf = async (articles: Article[]) =>
    JSON.parse(await written(articles, 'csl-json')).map(
      (item: Record<string, string>) => item['citation-key'],
    );
  const other = { ...full, accession: { vendor: 'factiva', number: 'INVENT0020170408ed4800002' } };
  expect(await keysOf([full, other])).toEqual([...(await keysOf([full])), ...(await keysOf([other]))]);
  expect(new Set(await keysOf([full, other])).size).toBe(2);
});

test.each<[string, string | undefined, ReturnType<typeof partName>]>([
  ['Asa Fitch', 'en', { family: 'Fitch', given: 'Asa' }],
  ['Ludwig van Beethoven', undefined, { family: 'van Beethoven', given: 'Ludwig' }],
  ['Sam Brown, Jr.', 'en', { family: 'Brown', given: 'Sam', suffix: 'Jr.' }],
  ['Albert "AC" Harris III', 'en', { family: 'Harris', given: 'Albert "AC"', suffix: 'III' }],
  ['Vivian Salama', 'zh-Hans', { family: 'Salama', given: 'Vivian' }],
  ['Lind, Ada', 'en', { family: 'Lind', given: 'Ada' }],
  ['Reuters', 'en', { literal: 'Reuters' }],
  ['Madonna', 'en', { literal: 'Madonna' }],
  ['王小明', 'zh-Hans', { literal: '王小明' }],
  ['Nguyen Van An', 'vi', { literal: 'Nguyen Van An' }],
  ['Team 7', 'en', { literal: 'Team 7' }],
])('the parts of %s', (name, language, parts) => {
  expect(partName(name, language)).toEqual(parts);
});
