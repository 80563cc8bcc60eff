import { expect, test } from 'vitest';
import { formatPath } from './paths.ts';

test('places are counted as readers count', () => {
  expect(['headline', 'body.0.text', 'body.21.text', 'raw.3'].map(formatPath)).toEqual([
    'the headline',
    'paragraph 1',
    'paragraph 22',
    'raw.3',
  ]);
});
