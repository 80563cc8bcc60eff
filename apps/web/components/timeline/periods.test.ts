import { expect, test } from 'vitest';
import { fillGaps, following } from './periods.ts';

const bucket = (value: string, count = 0) => ({ value, label: value, count });

test('the next period crosses years, leap days and ISO week years', () => {
  expect(following('2017', 'year')).toBe('2018');
  expect(following('2017-12', 'month')).toBe('2018-01');
  expect(following('2016-02-28', 'day')).toBe('2016-02-29');
  expect(following('2020-W52', 'week')).toBe('2020-W53');
  expect(following('2020-W53', 'week')).toBe('2021-W01');
  expect(following('2018-W52', 'week')).toBe('2019-W01');
});

test('empty periods are filled in, undated articles are left out, order is by time', () => {
  expect(fillGaps([bucket('', 4), bucket('2017-03', 2), bucket('2017-01', 1)], 'month')).toEqual([
    bucket('2017-01', 1),
    bucket('2017-02'),
    bucket('2017-03', 2),
  ]);
  expect(fillGaps([bucket('', 4)], 'month')).toEqual([]);
});

test('too many periods are not filled', () => {
  const far = [bucket('1900-01-01', 1), bucket('2020-01-01', 1)];
  expect(fillGaps(far, 'day')).toEqual(far);
});
