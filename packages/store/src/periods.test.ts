import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Period } from './buckets.ts';
import { dateOf, dayOf, dayOfKey, keyOf, keysOf, lastDay } from './key.ts';
import { daysOf, periodOf } from './periods.ts';

const days = fc.integer({ min: dayOf('0001-01-08'), max: lastDay });

test('a day and its date, a key and its day, name each other', () => {
  fc.assert(
    fc.property(days, fc.nat(2 ** 22 - 1), (day, serial) => {
      expect(dayOf(dateOf(day) as string)).toBe(day);
      expect(dayOfKey(keyOf(day, serial))).toBe(day);
      expect(Number.isSafeInteger(keyOf(day, serial))).toBe(true);
    }),
  );
  expect([dayOf(undefined), dateOf(0), dayOf('0000-01-01')]).toEqual([0, null, 1]);
  expect(keysOf({ from: 0, to: 0 })).toEqual({ from: 0, to: 2 ** 22 - 1 });
  expect(() => keyOf(1, 2 ** 22)).toThrow('one day');
});

test('a period holds exactly the days that have its value', () => {
  fc.assert(
    fc.property(days, fc.constantFrom(...Period.options), (day, period) => {
      const range = daysOf(period, periodOf(day, period));
      if (range === null) throw new Error('no range');
      const values = [range.from - 1, range.from, range.to, range.to + 1].map((at) => periodOf(at, period));
      expect(values.map((value) => value === periodOf(day, period))).toEqual([false, true, true, false]);
      expect(day >= range.from && day <= range.to).toBe(true);
    }),
  );
});

test('weeks are ISO weeks', () => {
  const weeks = ['2017-04-08', '2021-01-03', '2020-12-31', '2018-12-31', '2016-01-01'];
  expect(weeks.map((date) => periodOf(dayOf(date), 'week'))).toEqual([
    '2017-W14',
    '2020-W53',
    '2020-W53',
    '2019-W01',
    '2015-W53',
  ]);
});

test('quarters are those of the calendar', () => {
  const dates = ['2017-01-01', '2017-03-31', '2017-04-01', '2017-09-30', '2017-12-31', '0400-12-31'];
  expect(dates.map((date) => periodOf(dayOf(date), 'quarter'))).toEqual([
    '2017-Q1',
    '2017-Q1',
    '2017-Q2',
    '2017-Q3',
    '2017-Q4',
    '0400-Q4',
  ]);
});

test('what is no period has no days, and the empty value means no date', () => {
  const wrong = [
    ['year', '17'],
    ['quarter', '2017-Q0'],
    ['quarter', '2017-Q5'],
    ['month', '2017-13'],
    ['month', '2017-00'],
    ['week', '2017-W53'],
    ['week', '2017-W00'],
    ['day', '2017-02-30'],
    ['day', 'x'],
  ] as const;
  expect(wrong.map(([period, value]) => daysOf(period, value))).toEqual(wrong.map(() => null));
  expect(daysOf('month', '')).toEqual({ from: 0, to: 0 });
});
