import { expect, it } from 'vitest';
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
