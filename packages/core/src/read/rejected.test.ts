import { expect, it } from 'vitest';
import { Ledger } from './ledger.ts';
import { readAll } from './testing/read-all.ts';

const many = 2000;
const number = 'HARB000020190511ef5b000a1';
const record = `{"an":"${number}","title":"Ferry vote put off","body":"The council waits.","source_code":"HARB"}\n`;
const html = `<html><body><div class="article enArticle"><div id="hd"><span class="enHeadline">Ferry</span></div><p>Document ${number}</p></div>`;
const text = `HD\nFerry vote put off\nWC\n10 words\nPD\n11 May 2019\nLP\nThe council waits.\nAN\nDocument ${number}\n\n`;
const row = (label: string, value: string) => `\\trowd\\cellx1\\cellx2 ${label}\\cell ${value}\\cell\\row\n`;
const rtf = `{\\rtf1\\ansi{\\info{\\title Factiva RTF Display Format}}${row('HD', 'Ferry')}${row('WC', '10 words')}${row('AN', `Document ${number}`)}`;
const pps = `<ppsarticleResultSet><ppsarticle><article><accessionNo>${number}</accessionNo><headline>Ferry</headline></article></ppsarticle>`;

it.each<[string, string[]]>([
  ['lines of JSON', [record, '{"a":1}\n', '']],
  ['members of a list', [`[${record}`, ',{"a":1} ', ']']],
  ['broken records', [record, '{"a":\n', '']],
  ['rows', ['an,title,body,source_code\n', ',,,\n', `${number},Ferry,The council waits.,HARB\n`]],
  ['lines with labels', [text, 'WC 5 words\n', text]],
  ['elements of a page', [html, '<div class="article enArticle"><i></i></div> ', '</body></html>']],
  ['rows of RTF', [rtf, `${row('HD', '')}${row('WC', '')}`, '}']],
  ['elements of XML', [pps, '<ppsarticle><article/></ppsarticle>', '</ppsarticleResultSet>']],
])(
  '%s that are no articles are counted one by one and told in few places',
  async (_, [head = '', piece = '', tail = '']) => {
    const { articles, report } = await readAll(head + piece.repeat(many) + tail);
    const { rejected, spans, diagnostics, balanced } = report;
    expect(articles.length).toBeGreaterThan(0);
    expect(rejected).toBeGreaterThanOrEqual(many - 1);
    expect(spans.length).toBeLessThan(300);
    expect(diagnostics.length).toBeLessThan(600);
    const told = diagnostics.filter(({ code }) => code === 'article-rejected');
    expect(told.reduce((sum, { count = 1 }) => sum + count, 0)).toBe(rejected);
    expect(told.slice(0, 100).every(({ count }) => count === undefined)).toBe(true);
    expect(balanced).toBe(false);
  },
);

it('what is unread stands apart where an article stands between, however often', async () => {
  const number = (index: number) => `HARB000020190511ef5b0${String(index).padStart(4, '0')}`;
  const content = Array.from(
    { length: 300 },
    (_, index) => `${record.replace(/HARB[^"]{21}/, number(index))}{"a":1}\n`,
  ).join('');
  const { articles, report } = await readAll(content);
  expect(articles).toHaveLength(300);
  expect(report.rejected).toBe(300);
  expect(report.spans.filter(({ kind }) => kind === 'unread')).toHaveLength(300);
  expect(report.unreadBytes).toBe(300 * '{"a":1}'.length);
});

it('an element of more elements than an article has is let go of, and costs no other', async () => {
  const article = (serial: number, more = '') =>
    `<ppsarticle><article><accessionNo>HARB000020190511ef5b0000${serial}</accessionNo>${more}</article></ppsarticle>`;
  const { articles, report } = await readAll(
    `<ppsarticleResultSet>${article(1)}${article(2, '<a/>'.repeat(100_001))}${article(3)}</ppsarticleResultSet>`,
  );
  expect(articles.map(({ id }) => id.slice(-1))).toEqual(['1', '3']);
  expect(report).toMatchObject({ rejected: 1, balanced: false });
});

it('what is not shown of rejected pieces is not made', () => {
  const ledger = new Ledger();
  let made = 0;
  for (let at = 0; at < 10_000; at++)
    ledger.reject({ start: at, end: at + 1 }, { message: 'No article.', text: () => `piece ${++made}` });
  expect(made).toBe(100);
  expect(ledger.close(10_000)).toMatchObject({ rejected: 10_000, unreadBytes: 10_000 });
});
