import { expect, it } from 'vitest';
import type { Article } from '../../index.ts';
import { readArticles } from '../index.ts';

const number = (serial: number) => `HARB000020190511ef5b000a${serial}`;
const rich = (...content: object[]) => ({ content });
const item = (text: string) => ({ type: 'TextItem', content: { text } });
const paragraph = (field: string | undefined, ...content: object[]) => ({
  type: 'Paragraph',
  ...(field && { field_id: field }),
  content,
  display: 'Plain',
});

const content = (serial: number) => ({
  type: 'Content',
  id: number(serial),
  meta: {
    language: { code: 'zhtw' },
    metrics: { word_count: 12 },
    code_sets: [
      {
        type: 'Region',
        id: 're',
        codes: [
          { code: 'ger', descriptor: 'Germany' },
          { code: 'lam', weight: 2 },
        ],
      },
      { type: 'InformationProviderCodes', id: 'ipc', codes: [{ code: 'N/A' }] },
      { type: 'New', id: 'zzz', codes: [{ code: 'q', descriptor: 'Q' }] },
    ],
  },
  attributes: {
    authors: [{ full_name: 'Ada Lind', id: '7' }],
    byline: rich(item('By Ada Lind ')),
    body: [
      rich(
        paragraph(
          'lp',
          item('The council '),
          { type: 'Link', uri: 'https://example.org', content: { text: 'met' } },
          item('.'),
        ),
        paragraph('td', item('It voted.')),
        { type: 'Image', uri: 'x.png' },
        paragraph(undefined, item('More.')),
      ),
    ],
    headline: { main: rich(paragraph(undefined, item('Ferry vote; a delay'))) },
    load_date: '2019-05-12',
    load_time: '2019-05-12T08:43:31Z',
    publication_date: '2019-05-11',
    publication_time: '2019-05-11T09:30:00.000Z',
    sources: [{ code: 'HARB', name: 'Harbour Post', logo: { size: [{ uri: 'l.gif' }] } }],
  },
});

async function read(value: unknown) {
  const reading = readArticles(new TextEncoder().encode(JSON.stringify(value)), { file: 'export.dat' });
  const articles: Article[] = [];
  for await (const article of reading) articles.push(article);
  return { articles, report: await reading.report() };
}

it('maps attributes, rich text and code sets; what it does not know stays in raw', async () => {
  const { articles, report } = await read({ links: { self: 'u' }, data: content(1) });
  expect(report).toMatchObject({ reader: 'factiva-content-api', found: 1, balanced: true, diagnostics: [] });
  expect(articles[0]).toMatchObject({
    id: `factiva:${number(1)}`,
    headline: 'Ferry vote; a delay',
    byline: 'By Ada Lind',
    authors: [{ name: 'Ada Lind' }],
    publication: { date: '2019-05-11', time: '09:30:00', zone: 'UTC' },
    loaded: '2019-05-12T08:43:31Z',
    source: { name: 'Harbour Post', code: 'HARB' },
    language: 'zh-Hant',
    languageRaw: 'zhtw',
    body: [
      { kind: 'text', part: 'lead', text: 'The council met.' },
      { kind: 'text', part: 'rest', text: 'It voted.' },
      { kind: 'text', part: 'rest', text: 'More.' },
    ],
    links: [{ text: 'met', url: 'https://example.org' }],
    codes: { regions: [{ code: 'ger', name: 'Germany' }, { code: 'lam' }], provider: [{ code: 'N/A' }] },
    wordCount: { stated: 12 },
  });
  const raw = Object.fromEntries(articles[0]?.raw.map(({ label, values }) => [label, values]) ?? []);
  expect(raw).toMatchObject({
    'links.self': ['u'],
    'data.meta.code_sets[zzz]': ['q : Q'],
    'data.meta.code_sets[re]/*': ['{"code":"lam","weight":2}'],
    'data.attributes.authors.id': ['7'],
    'data.attributes.body[lp]': [],
    'data.attributes.body/*': ['{"type":"Image","uri":"x.png"}'],
    'data.attributes.sources.logo.size': ['{"uri":"l.gif"}'],
  });
});

it('reads a list of articles', async () => {
  const { articles, report } = await read({ data: [content(1), content(2)], meta: { count: 2 } });
  expect(articles.map(({ id }) => id)).toEqual([1, 2].map((serial) => `factiva:${number(serial)}`));
  expect(report).toMatchObject({ found: 2, balanced: true });
});

it('reads the items of a search: headlines without a text', async () => {
  const found = (serial: number) => ({
    type: 'Content',
    id: number(serial),
    meta: { language: { code: 'en' }, metrics: { word_count: 12 } },
    attributes: {
      headline: { main: { text: `Ferry ${serial}` } },
      snippet: rich({ text: 'The council met ...' }),
      publication_date: '2019-05-11',
      sources: [{ code: 'HARB', name: 'The Harbour Post' }],
    },
  });
  const bytes = new TextEncoder().encode(JSON.stringify({ data: [found(1), found(2)] }));
  const articles: Article[] = [];
  for await (const article of readArticles(bytes, { file: 'search.json' })) articles.push(article);
  expect(articles.map(({ id, kind, headline, source }) => [id, kind, headline, source])).toEqual(
    [1, 2].map((serial) => [
      `factiva:${number(serial)}`,
      'headline',
      `Ferry ${serial}`,
      { name: 'The Harbour Post', code: 'HARB' },
    ]),
  );
});
