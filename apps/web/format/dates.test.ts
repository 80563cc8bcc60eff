import { expect, test } from 'vitest';
import { formatDated, formatPeriod, formatRange, formatTick, writtenPeriod } from './dates.ts';

test('no date is ever a row of numbers with strokes', () => {
  expect(['2017', '2017-Q2', '2017-04', '2017-W04', '2017-04-08'].map(formatPeriod)).toEqual([
    '2017',
    'quarter 2 of 2017',
    'April 2017',
    'week 4 of 2017',
    '8 April 2017',
  ]);
  expect(['2017', '2017-Q2', '2017-04', '2017-W04', '2017-04-08'].map(formatTick)).toEqual([
    '2017',
    'Q2 2017',
    'Apr 2017',
    'W4 2017',
    '8 Apr',
  ]);
});

test('a period in words is found as it is written', () => {
  const shown = ['2017', '2017-Q2', '2017-04', '2017-W04', '2017-04-08'];
  expect(shown.map((value) => writtenPeriod(formatPeriod(value), 'day'))).toEqual([
    '2017',
    '2017-Q2',
    '2017-04-',
    '2017-W04',
    '2017-04-08',
  ]);
  expect(writtenPeriod('apr', 'month')).toBe('-04');
  // Not the fourth of every month.
  expect(writtenPeriod('April', 'day')).toBe('-04-');
  expect(writtenPeriod('8 May', 'day')).toBe('-05-08');
  expect(writtenPeriod('Week 14', 'week')).toBe('-W14');
  expect(['2017-0', 'soon', 'ma', ''].map((typed) => writtenPeriod(typed, 'month'))).toEqual([
    '2017-0',
    'soon',
    'ma',
    '',
  ]);
});

test('dates with and without time, ranges, and what is no date', () => {
  expect(formatDated('2017-04-08')).toBe('8 April 2017');
  expect(formatDated('2017-04-08T23:41:07')).toBe('8 April 2017, 23:41');
  expect(formatDated('yesterday')).toBe('yesterday');
  expect(formatRange('2017-04-08', '2017-04-08')).toBe('8 April 2017');
  expect(formatRange('2016-12-31', '2017-04-08')).toBe('31 December 2016 to 8 April 2017');
});
