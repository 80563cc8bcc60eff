import { expect, test } from 'vitest';
import { formatCount, formatShare, formatShareInColumn } from './numbers.ts';

test('shares in a column keep their points below one another, and none looks like nothing', () => {
  expect([0, 0.00001, 0.0001, 0.0516, 0.103, 1].map(formatShareInColumn)).toEqual([
    '0.00%',
    '<0.01%',
    '0.01%',
    '5.16%',
    '10.30%',
    '100.00%',
  ]);
  expect([0, 0.0516, 0.1].map(formatShare)).toEqual(['0%', '5.16%', '10%']);
});

test('one is not many', () => {
  expect([0, 1, 1_284_391].map((count) => formatCount(count, 'article'))).toEqual([
    '0 articles',
    '1 article',
    '1,284,391 articles',
  ]);
});
