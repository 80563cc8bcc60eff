import { expect, test } from 'vitest';
import { isDay, spanBetween, spanOf } from './spans.ts';

test('a period is its first and its last day', () => {
  expect(['2017', '2016-Q1', '2016-02', '2020-W53', '2017-04-08'].map(spanOf)).toEqual([
    { from: '2017-01-01', to: '2017-12-31' },
    { from: '2016-01-01', to: '2016-03-31' },
    { from: '2016-02-01', to: '2016-02-29' },
    { from: '2020-12-28', to: '2021-01-03' },
    { from: '2017-04-08', to: '2017-04-08' },
  ]);
});

test('two periods span all days between them, in either order', () => {
  const span = { from: '2016-01-01', to: '2017-12-31' };
  expect([spanBetween('2016', '2017'), spanBetween('2017', '2016')]).toEqual([span, span]);
});

test('a day is one of the calendar', () => {
  const texts = ['2016-02-29', '2017-02-29', '2017-13-01', '2017-4-8', '2017-04-08T', '', '0001-01-01'];
  expect(texts.filter(isDay)).toEqual(['2016-02-29', '0001-01-01']);
});
