import { expect, test } from 'vitest';
import { countNames } from './name-counts.ts';

test('a file that was imported again is named once, with how often', () => {
  const files = ['march.rtf', 'april.html', 'march.rtf', 'march.rtf'].map((file) => ({ file }));
  expect(countNames(files)).toEqual([
    { file: 'march.rtf', files: 3 },
    { file: 'april.html', files: 1 },
  ]);
});
