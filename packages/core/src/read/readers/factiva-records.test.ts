import { describe, expect, it } from 'vitest';
import type { Article } from '../../index.ts';
import { readArticles } from '../index.ts';
import { readAll } from '../testing/read-all.ts';

const number = (serial: number) => `HARB000020190511ef5b000a${serial}`;
const record = (serial: number, more: object = {}) => ({
  an: number(serial),
  action: 'add',
  title: `Ferry vote ${serial}; a delay`,
  snippet: 'The council met.\n\nIt voted.',
  body: 'A second vote is due.',
  source_code: 'HARB',
  source_name: 'The Harbour Post',
  language_code: 'en',
  publication_date: '1557532800000',
  word_count: 13,
  ...more,
});
const lines = (...records: object[]) => records.map((one) => `${JSON.stringify(one)}\n`).join('');
const codesOf = (diagnostics: { code: string }[]) => diagnostics.map(({ code }) => code);

it('maps every field; what it does not know stays in raw', async () => {
  const { articles, report } = await readAll(
    JSON.stringify(
      record(1, {
        publication_datetime: '1557583860000',
        modification_datetime: '1557590400000',
        ingestion_datetime: 1557590460000,
        byline: 'By Ada Lind',
        art: 'A ferry in the harbour.',
        region_codes: ',usa,balkz,usa,,',
        company_codes: 'one, two',
        company_codes_relevance: ',one,',
        region_of_origin: 'EUR ',
        mystery: { deep: [1, { a: true }], none: null },
      }),
    ),
  );
  expect(report).toMatchObject({ reader: 'factiva-records', found: 1, balanced: true, diagnostics: [] });
  expect(articles[0]).toMatchObject({
    id: `factiva:${number(1)}`,
    kind: 'article',
    headline: 'Ferry vote 1; a delay',
    byline: 'By Ada Lind',
    authors: [{ name: 'Ada Lind' }],
    publication: {
      date: '2019-05-11',
      time: '14:11:00',
      zone: 'UTC',
      raw: '1557532800000 1557583860000',
      basis: 'display',
    },
    loaded: '2019-05-11T16:01:00Z',
    modified: '2019-05-11T16:00:00Z',
    source: { name: 'The Harbour Post', code: 'HARB' },
    language: 'en',
    body: [
      { kind: 'text', part: 'lead', text: 'The council met.' },
      { kind: 'text', part: 'lead', text: 'It voted.' },
      { kind: 'text', part: 'rest', text: 'A second vote is due.' },
      { kind: 'caption', text: 'A ferry in the harbour.' },
    ],
    codes: { companies: [{ code: 'one' }, { code: 'two' }], regions: [{ code: 'usa' }, { code: 'balkz' }] },
  });
  expect(articles[0]?.subheadline).toBeUndefined();
  expect(
    Object.fromEntries(articles[0]?.raw.map(({ label, values }) => [label, values]) ?? []),
  ).toMatchObject({
    an: [number(1)],
    snippet: [],
    body: [],
    region_codes: [',usa,balkz,usa,,'],
    company_codes_relevance: [',one,'],
    region_of_origin: ['EUR '],
    'mystery.deep': ['1', '{"a":true}'],
    'mystery.none': [],
  });
});

describe('is the same', () => {
  const records = [record(1), record(2), record(3)];
  const columns = Object.keys(record(1));
  const cell = (value: unknown) => `"${String(value).replaceAll('"', '""')}"`;
  const csv = [columns, ...records.map((one) => Object.values(one))]
    .map((row) => row.map(cell).join(';'))
    .join('\r\n');
  const wide = (text: string) =>
    new Uint8Array(
      Uint16Array.from({ length: text.length + 1 }, (_, at) => `\ufeff${text}`.charCodeAt(at)).buffer,
    );
  it.each<[string, string | Uint8Array]>([
    ['an array', JSON.stringify(records)],
    ['an array, indented', JSON.stringify(records, null, 2)],
    ['lines', lines(...records)],
    ['lines with a mark', `\ufeff${lines(...records)}`],
    ['lines in UTF-16', wide(lines(...records))],
    ['a list of data', JSON.stringify({ count: 3, data: records })],
    [
      'a list of messages with attributes',
      JSON.stringify({ data: records.map((one) => ({ id: one.an, type: 'article', attributes: one })) }),
    ],
    ['CSV', csv],
    ['CSV in UTF-16', wide(csv)],
    ['CSV with a separator of its own', `sep=;\r\n${csv}\r\n`],
  ])('%s', async (_, content) => {
    const { articles, report } = await readAll(content);
    expect(report).toMatchObject({
      reader: 'factiva-records',
      found: 3,
      rejected: 0,
      unreadBytes: 0,
      balanced: true,
    });
    const { articles: expected } = await readAll(lines(...records));
    const plain = ({ provenance, raw, ...rest }: Article) => rest;
    expect(articles.map(plain)).toEqual(expected.map(plain));
  });
});

describe('withdrawals', () => {
  it('are told with their place among the articles', async () => {
    const content = lines(
      record(1),
      { an: number(9), action: 'del', document_type: 'article' },
      record(2, { action: 'rep' }),
      { event_type: 'source_delete', source_code: 'HARB' },
      record(3),
    );
    const { articles, report } = await readAll(content);
    expect(articles.map(({ id }) => id)).toEqual([1, 2, 3].map((serial) => `factiva:${number(serial)}`));
    expect(
      report.withdrawals?.map(({ span, ...rest }) => ({
        ...rest,
        text: content.slice(span.start, span.end),
      })),
    ).toEqual([
      {
        id: `factiva:${number(9)}`,
        after: 1,
        text: JSON.stringify({ an: number(9), action: 'del', document_type: 'article' }),
      },
      { sourceCode: 'HARB', after: 2, text: '{"event_type":"source_delete","source_code":"HARB"}' },
    ]);
    expect(report).toMatchObject({ found: 3, rejected: 0, balanced: true });
    expect(report.spans.filter(({ kind }) => kind === 'withdrawal')).toHaveLength(2);
    expect(report.diagnostics.map(({ message }) => message)).toEqual([
      'The file takes back 1 article by number and all articles of HARB.',
    ]);
  });
  it('stand in CSV too', async () => {
    const { report } = await readAll(
      `an,action,title,source_code\n${number(1)},add,Ferry,HARB\n${number(2)},DEL,,\n`,
    );
    expect(report.withdrawals).toEqual([{ id: `factiva:${number(2)}`, after: 1, span: expect.anything() }]);
  });
  it('alone make a file', async () => {
    const { report } = await readAll(lines({ event_type: 'source_delete', source_code: 'HARB' }));
    expect(report).toMatchObject({
      reader: 'factiva-records',
      found: 0,
      balanced: true,
      withdrawals: [{ sourceCode: 'HARB', after: 0 }],
    });
  });
});

it('files put one behind the other are read as one', async () => {
  const csv = `an,title,body\n${number(1)},One,Text\n`;
  for (const content of [
    `\ufeff${lines(record(1))}\ufeff${lines(record(2))}`,
    `${csv}${csv.replace('a1,One', 'a2,Two')}`,
  ]) {
    const { articles, report } = await readAll(content);
    expect(articles.map(({ id }) => id)).toEqual([1, 2].map((serial) => `factiva:${number(serial)}`));
    expect(report).toMatchObject({ rejected: 0, unreadBytes: 0, balanced: true });
  }
});

it.each([
  ['JSON', lines(record(1)), Object.keys(record(1)), /^"body":"A second vote is due\.",$/],
  ['CSV', `an,title,body\n${number(1)},"A ""b""",c`, ['an', 'title', 'body'], /^c$/],
])('every field of %s has its place', async (...[, content, fields, body]) => {
  const reading = readArticles(new TextEncoder().encode(content), { file: 'x', explain: true });
  for await (const _article of reading);
  const { spans } = await reading.report();
  const placed = spans.filter(({ field }) => field !== undefined);
  expect(placed.map(({ field }) => field)).toEqual(fields);
  const texts = new Map(placed.map(({ field, start, end }) => [field, content.slice(start, end)]));
  expect(texts.get('an')).toContain(number(1));
  expect(texts.get('body')).toMatch(body);
});

describe('damage', () => {
  it('costs only its own record', async () => {
    const { articles, report } = await readAll(
      `${lines(record(1))}${JSON.stringify(record(2)).slice(0, 60)}\n${lines(record(3))}`,
    );
    expect(articles.map(({ id }) => id)).toEqual([1, 2, 3].map((serial) => `factiva:${number(serial)}`));
    expect(articles.map(({ diagnostics }) => codesOf(diagnostics).includes('record-damaged'))).toEqual([
      false,
      true,
      false,
    ]);
    expect(articles[1]?.headline ?? '').toBe('');
    expect(report).toMatchObject({ found: 3, rejected: 0, unreadBytes: 0, balanced: false });
    expect(codesOf(report.diagnostics)).toEqual(['file-damaged']);
  });
  it.each([
    ['two members without a comma', '","snippet', '" "snippet'],
    ['a quotation mark within a string', 'met.', '"met".'],
  ])('by %s leaves the rest of the record unread, with its place', async (_, from, to) => {
    const content = lines(record(1), record(2), record(3)).split('\n');
    content[1] = content[1]?.replace(from, to) ?? '';
    const { articles, report } = await readAll(content.join('\n'));
    expect(articles.map(({ id }) => id)).toEqual([1, 2, 3].map((serial) => `factiva:${number(serial)}`));
    expect(report).toMatchObject({ found: 3, rejected: 0, balanced: false });
    const [unread] = report.spans.filter(({ kind }) => kind === 'unread');
    expect(articles[1]?.provenance.span.end).toBe(unread?.start);
    expect(unread?.text).toMatch(/^(?:"snippet"|met")/);
    expect(codesOf(report.diagnostics)).toEqual(['file-damaged', 'bytes-unread']);
  });
  it('that leaves no number is no article', async () => {
    const { report } = await readAll(`${lines(record(1))}{"title":"Half a he\n${lines(record(3))}`);
    expect(report).toMatchObject({ found: 2, rejected: 1, balanced: false });
    expect(codesOf(report.diagnostics)).toContain('bytes-unread');
  });
  it.each([
    ['a first line without its brace', JSON.stringify(record(2)).slice(1)],
    ['a first line cut at the front', JSON.stringify(record(2)).slice(50)],
    ['a note in the first line', '# written by hand'],
    ['a note and an empty line', '# written by hand\r\n'],
  ])('%s costs no other record', async (_, first) => {
    const { articles, report } = await readAll(`${first}\n${lines(record(1), record(3))}`);
    expect(articles.map(({ id }) => id)).toEqual([1, 3].map((serial) => `factiva:${number(serial)}`));
    expect(report).toMatchObject({ reader: 'factiva-records', balanced: false });
    expect(codesOf(report.diagnostics)).toEqual(['article-rejected', 'bytes-unread']);
    expect(report.spans[0]).toMatchObject({ kind: 'unread', start: 0 });
  });
  it('cuts no character where it is shown', async () => {
    for (const pad of ['', 'a', 'ab']) {
      const broken = `{"title":"${pad}${'漢'.repeat(300)}"`;
      const { report } = await readAll(`${lines(record(1))}${broken}\n${lines(record(3))}`);
      expect(codesOf(report.diagnostics)).toEqual([
        'record-damaged',
        'text-truncated',
        'article-rejected',
        'file-damaged',
        'bytes-unread',
      ]);
    }
  });
  it('of values that JSON does not know is read all the same, and told', async () => {
    const { articles } = await readAll(
      lines(record(1)).replace('"HARB"', 'NaN').replace('It voted.', 'It\tvoted. NaN, he said.'),
    );
    expect(articles[0]?.body[1]?.text).toBe('It\tvoted. NaN, he said.');
    expect(codesOf(articles[0]?.diagnostics ?? [])).toContain('record-damaged');
  });
  const csv = `an,title,body,copyright\n${number(1)},One,Text,\n${number(2)},Two,"A second ""vote"" is due.",\n`;
  it.each([
    ['JSON', JSON.stringify([record(1), record(2)]), 'vote is'],
    ['JSON lines', lines(record(1), record(2)), 'vote is'],
    ['CSV', csv, '""vote"" is'],
  ])('at the end of %s leaves the article so far', async (_, content, words) => {
    const { articles, report } = await readAll(content.slice(0, content.lastIndexOf(words) + words.length));
    expect(articles.map(({ id }) => id)).toEqual([1, 2].map((serial) => `factiva:${number(serial)}`));
    expect(articles[1]?.body.at(-1)?.text).toMatch(/^A second "?vote"? is$/);
    expect(codesOf(articles[1]?.diagnostics ?? [])).toContain('text-truncated');
    expect(report).toMatchObject({ found: 2, rejected: 0, unreadBytes: 0, balanced: false });
    expect(codesOf(report.diagnostics)).toEqual(['file-truncated']);
  });
  it('at the end within the number leaves no article', async () => {
    const content = lines(record(1), record(2));
    const { articles, report } = await readAll(content.slice(0, content.lastIndexOf('b000a2')));
    expect(articles).toHaveLength(1);
    expect(codesOf(report.diagnostics)).toEqual(['file-truncated', 'article-rejected', 'bytes-unread']);
  });
  it('without number and text is no article', async () => {
    const { report } = await readAll(lines(record(1), { source_code: 'HARB', title: '' }));
    expect(report).toMatchObject({ found: 1, rejected: 1 });
  });
});

it.each([[',usa,balkz,'], ['usa balkz'], ['usa|balkz'], ['usa; balkz']])(
  'reads the codes %j',
  async (codes) => {
    const { articles } = await readAll(lines(record(1, { region_codes: codes })));
    expect(articles[0]?.codes.regions).toEqual([{ code: 'usa' }, { code: 'balkz' }]);
  },
);

it('reads a record in messages wrapped around each other, and what they take back', async () => {
  const message = (attributes: object) => ({ data: { id: '7', type: 'article', attributes } });
  const { articles, report } = await readAll(
    lines(message(record(1)), message({ an: number(2), action: 'del', source_code: 'HARB' })),
  );
  expect(articles.map(({ id, headline }) => [id, headline])).toEqual([
    [`factiva:${number(1)}`, 'Ferry vote 1; a delay'],
  ]);
  expect(report.withdrawals?.map(({ id }) => id)).toEqual([`factiva:${number(2)}`]);
});

it.each([
  ['120', 120],
  [120, 120],
  ['120.0', 120],
  ['1,120', 1120],
  ['1.120', 1120],
])('reads the word count %j', async (stated, words) => {
  const { articles } = await readAll(lines(record(1, { word_count: stated })));
  expect(articles[0]?.wordCount.stated).toBe(words);
});

it.each([
  ['CSV', `An,Title,Body,Action\n${number(1)},,,del\n${number(2)},Ferry,It waits.,\n`],
  [
    'JSON',
    `{"An":"${number(1)}","Action":"DEL"}\n{"An":"${number(2)}","Title":"Ferry","Body":"It waits."}\n`,
  ],
])('what is taken back in %s is known by keys in any case', async (_, text) => {
  const { articles, report } = await readAll(text);
  expect(articles.map(({ headline }) => headline)).toEqual(['Ferry']);
  expect(report.withdrawals?.map(({ id }) => id)).toEqual([`factiva:${number(1)}`]);
});

it('records parted by separators, and a file that a mark ends, are whole', async () => {
  const record = (serial: number) => `\x1e{"an":"${number(serial)}","title":"Ferry","body":"It waits."}\n`;
  const { articles, report } = await readAll(`${record(1)}${record(2)}\x1a`);
  expect([articles.length, report.rejected, report.balanced]).toEqual([2, 0, true]);
});
