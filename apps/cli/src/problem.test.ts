import { expect, test } from 'vitest';
import { queryStop } from './problem.ts';

test('shows the line, a caret at the place, the reason and the mend', () => {
  const stop = queryStop('harbour\nand and tide', [
    {
      message: 'An operand is missing.',
      span: { start: 12, end: 15 },
      line: 2,
      column: 5,
      expected: 'a word',
      mend: 'harbour and tide',
    },
  ]);
  expect({ exit: stop.exit, lines: stop.message.split('\n') }).toEqual({
    exit: 2,
    lines: [
      'The query cannot be read:',
      '  and and tide',
      '      ^^^',
      '  Line 2, column 5: An operand is missing.',
      '  Expected: a word',
      '  Instead: harbour and tide',
    ],
  });
});

test('keeps the caret below its place after wide and combining characters, and at the end of the line', () => {
  const caret = (query: string, column: number, end: number) =>
    queryStop(query, [{ message: '.', span: { start: column - 1, end }, line: 1, column }]).message.split(
      '\n',
    )[2];
  expect(caret('港口 (', 4, 4)).toBe('  \u3000\u3000 ^');
  expect(caret('e\u0301t and', 8, 8)).toBe('        ^');
});
