import { expect, test } from 'vitest';
import { linesOf } from './pdf-lines.ts';

const run = (str: string, left: number, width: number, fontName = 'a') => ({
  str,
  dir: 'ltr',
  transform: [12, 0, 0, 12, left, 700],
  width,
  fontName,
});

test.each([
  [
    'a label close to its value, as a browser prints it',
    [run('LP', 13, 14, 'b'), run('The ferry', 33, 60)],
    'LP The ferry',
    33,
  ],
  [
    'a label in a column of its own',
    [run('LP', 13, 14, 'b'), run('The ferry', 110, 60)],
    'LP\tThe ferry',
    110,
  ],
  ['a word in bold, which is no label', [run('The', 13, 14, 'b'), run('ferry', 33, 60)], 'The ferry', 13],
])('%s: where the last column begins', (_, runs, text, column) => {
  expect(linesOf(runs, 1)).toMatchObject([{ text, left: 13, column }]);
});
