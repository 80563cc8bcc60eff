import { expect, test } from 'vitest';
import { breakOf, shortfallsOf, sumLine } from './words.ts';

test('what is nought is said only where it matters', () => {
  expect(sumLine({ state: 'done', found: 1200, new: 1100, unchanged: 98, updated: 0, rejected: 2 })).toBe(
    'found 1,200, 1,100 new, 98 already there, 2 rejected',
  );
  expect(sumLine({ state: 'done', found: 3, new: 0, unchanged: 2, updated: 1, rejected: 0 })).toBe(
    'found 3, 0 new, 1 updated, 2 already there',
  );
});

test('that there is nothing is said only at the end', () => {
  const none = { found: 0, new: 0, unchanged: 0, updated: 0, rejected: 0 };
  expect(sumLine({ ...none, state: 'running' })).toBe('no articles yet');
  expect(sumLine({ ...none, state: 'done' })).toBe('no articles found');
});

test('files that gave nothing or not everything are told', () => {
  const wordsOf = (failed: number, unbalanced: number) =>
    shortfallsOf({ failed, unbalanced }).map(({ words }) => words);
  expect(wordsOf(3, 1)).toEqual(['3 files not read', '1 file does not balance']);
  expect(wordsOf(0, 2)).toEqual(['2 files do not balance']);
  expect(wordsOf(0, 0)).toEqual([]);
});

test('what broke an import off is told with its place, where that is known', () => {
  const message = 'Pressmark was closed in the middle of it.';
  expect(breakOf({ file: 'a.rtf', message })).toBe(`It broke off at a.rtf. ${message}`);
  expect(breakOf({ file: null, message })).toBe(`It broke off. ${message}`);
});
