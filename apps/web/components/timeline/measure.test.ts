import { expect, test } from 'vitest';
import { labelMiddle } from './measure.ts';

test('a label stands under its bar, and is not cut at the edge', () => {
  expect(labelMiddle(120, 'W53 1992')).toBe(120);
  // This label was measured to be 52 pixels wide.
  expect(labelMiddle(22, 'W53 1992')).toBeGreaterThanOrEqual(26);
});
