import { expect, it } from 'vitest';
import { printMoment, readMoment } from './moments.ts';

it.each([
  ['2012-01-09', { date: '2012-01-09' }],
  ['20230501', { date: '2023-05-01' }],
  ['20230501 080355', { date: '2023-05-01', time: '08:03:55' }],
  ['20230501080355', { date: '2023-05-01', time: '08:03:55' }],
  ['2012-01-09T01:35:58Z', { date: '2012-01-09', time: '01:35:58', zone: 'UTC' }],
  ['2019-09-20T21:13:00.000+02:00', { date: '2019-09-20', time: '21:13:00', zone: '+02:00' }],
  ['2019-09-20 21:13 GMT', { date: '2019-09-20', time: '21:13:00', zone: 'GMT' }],
  ['1536847807000', { date: '2018-09-13', time: '14:10:07', zone: 'UTC' }],
  ['1536796800000', { date: '2018-09-13' }],
  ['1536847807', { date: '2018-09-13', time: '14:10:07', zone: 'UTC' }],
  ['1536847807000000', { date: '2018-09-13', time: '14:10:07', zone: 'UTC' }],
  ['1.536847807E12', { date: '2018-09-13', time: '14:10:07', zone: 'UTC' }],
  ['-315619200000', { date: '1960-01-01' }],
  ['915148800000', { date: '1999-01-01' }],
  ['2012-02-30', undefined],
  ['20231301', undefined],
  ['2012-01-09T25:00:00Z', { date: '2012-01-09' }],
  ['999999999999999', undefined],
  ['8 April 2017', undefined],
  ['', undefined],
  [`2012-01-09${' '.repeat(100_000)}x`, undefined],
])('%s', (text, expected) => {
  expect(readMoment(text)).toEqual(expected);
});

it('agrees with the platform on every millisecond count it takes', () => {
  for (let day = -20_000; day < 30_000; day += 37) {
    const at = day * 86_400_000 + 3_723_000;
    if (Math.abs(at) < 1e10) continue;
    expect(printMoment(readMoment(String(at)) ?? { date: '' })).toBe(
      new Date(at).toISOString().replace('.000', ''),
    );
  }
});
