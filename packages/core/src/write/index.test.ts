import { expect, test } from 'vitest';
import * as write from './index.ts';

test('the names of @pressmark/core/write', () => {
  expect(Object.keys(write).sort()).toEqual(['citationWriters', 'csvRow', 'writeArticles', 'writers']);
});
