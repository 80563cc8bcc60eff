import { expect, test } from 'vitest';
import { sumLine } from './words.ts';

test('what is nought is said only where it matters', () => {
  expect(sumLine({ found: 1200, new: 1100, unchanged: 98, updated: 0, rejected: 2 })).toBe(
    'found 1,200, 1,100 new, 98 already there, 2 rejected',
  );
  expect(sumLine({ found: 3, new: 0, unchanged: 2, updated: 1, rejected: 0 })).toBe(
    'found 3, 0 new, 1 updated, 2 already there',
  );
});
