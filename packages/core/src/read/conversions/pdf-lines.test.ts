import { expect, test } from 'vitest';
import { type Letters, linesOf } from './pdf-lines.ts';

const run = (str: string, [left, width]: [number, number], fontName = 'plain'): Letters => ({
  str,
  dir: 'ltr',
  transform: [12, 0, 0, 12, left, 700],
  width,
  fontName,
});

test.each([
  {
    of: 'a label close to its value, as a browser prints it',
    runs: [run('LP', [13, 14], 'bold'), run('The ferry', [33, 60])],
    text: 'LP The ferry',
    column: 33,
  },
  {
    of: 'a label in a column of its own',
    runs: [run('LP', [13, 14], 'bold'), run('The ferry', [110, 60])],
    text: 'LP\tThe ferry',
    column: 110,
  },
  {
    of: 'a word in bold, which is no label',
    runs: [run('The', [13, 14], 'bold'), run('ferry', [33, 60])],
    text: 'The ferry',
    column: 13,
  },
])('$of: where the last column begins', ({ runs, text, column }) => {
  expect(linesOf(runs, 1)).toMatchObject([{ text, left: 13, column }]);
});
