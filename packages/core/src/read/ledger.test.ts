import { expect, it } from 'vitest';
import type { Withdrawal } from '../report.ts';
import { readArticles } from './read-articles.ts';
import { readAll } from './testing/read-all.ts';

it('articles taken back by the thousand are told one by one, in few spans', async () => {
  const number = (index: number) => `HARB000020190511ef5b0${String(index).padStart(4, '0')}`;
  const records = Array.from({ length: 3000 }, (_, index) => `{"an":"${number(index)}","action":"del"}\n`);
  const { report } = await readAll(records.join(''));
  expect(report.withdrawals?.map(({ id }) => id)).toEqual(
    records.map((_, index) => `factiva:${number(index)}`),
  );
  expect(report.spans.filter(({ kind }) => kind === 'withdrawal')).toHaveLength(100);
  expect(report).toMatchObject({ unreadBytes: 0, balanced: true });
});

it('steps bring what is taken back with the articles, and the report leaves it out', async () => {
  const article = (serial: number) =>
    `{"an":"HARB000020190511ef5b0000${serial}","title":"Ferry","body":"It waits."}\n`;
  const del = (serial: number) => `{"an":"HARB000020190511ef5b0000${serial}","action":"del"}\n`;
  const bytes = new TextEncoder().encode(article(1) + del(1) + article(2) + del(3));
  const reading = readArticles(bytes, { file: 'stream.jsonl' });
  const withdrawals: Withdrawal[] = [];
  let found = 0;
  for await (const step of reading.steps()) {
    found += step.articles.length;
    withdrawals.push(...step.withdrawals);
  }
  const { report } = await readAll(bytes);
  expect(found).toBe(2);
  expect(withdrawals.map(({ id, after }) => [id?.slice(-1), after])).toEqual([
    ['1', 1],
    ['3', 2],
  ]);
  expect(report.withdrawals).toEqual(withdrawals);
  expect(await reading.report()).toMatchObject({ found: 2, balanced: true, spans: report.spans });
  expect(await reading.report()).not.toHaveProperty('withdrawals');
});

it.each<[string, string]>([
  ['records', '{"an":"HARB000020190511ef5b00001","title":"Ferry","body":"It waits."}\n'],
  ['rows', 'an,title,body\nHARB000020190511ef5b00001,Ferry vote put off,The council waits for the mayor.\n'],
  [
    'a page',
    '<html><body><div class="article enArticle"><div id="hd"><span class="enHeadline">Ferry</span></div><p>Document HARB000020190511ef5b00001</p></div></body></html>\n',
  ],
  [
    'text',
    'HD\nFerry\nWC\n9 words\nPD\n11 May 2019\nLP\nIt waits.\nAN\nDocument HARB000020190511ef5b00001\n',
  ],
])('the mark that ends %s, and what fills the last block behind it, is nothing unread', async (_, text) => {
  const { articles, report } = await readAll(`${text}\x1a\0\0`);
  expect([articles.length, report.rejected, report.unreadBytes]).toEqual([1, 0, 0]);
});
