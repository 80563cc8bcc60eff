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
