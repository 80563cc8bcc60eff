import { expect, test } from 'vitest';
import { accountLine, exitOf, type ImportAccount, problemLines, sumLine, unreadable } from './account.ts';

const whole: ImportAccount = {
  file: 'a.html',
  reader: 'factiva-html',
  declared: 1284,
  found: 1284,
  new: 1200,
  unchanged: 84,
  updated: 0,
  rejected: 0,
  unreadBytes: 0,
  balanced: true,
  diagnostics: [],
};
const short: ImportAccount = { ...whole, declared: 27, found: 26, new: 26, unchanged: 0, balanced: false };
const broken: ImportAccount = { ...short, rejected: 1, unreadBytes: 12_000 };

const text = (words: ReturnType<typeof sumLine>) =>
  words.map((word) => (typeof word === 'string' ? word : word.text)).join('');

test.each([
  [whole, '✓ a.html: declared 1,284, found 1,284, new 1,200, already had 84 (Factiva HTML)'],
  [short, '! a.html: declared 27, found 26, new 26, already had 0, does not balance (Factiva HTML)'],
  [
    broken,
    '! a.html: declared 27, found 26, new 26, already had 0, rejected 1, 12,000 bytes unread, does not balance (Factiva HTML)',
  ],
  [unreadable('b.rtf', 'Gone.'), '✗ b.rtf: not read'],
])('the line of a file says whether it balances: %#', (account, line) => {
  expect(text(accountLine(account))).toBe(line);
});

test('the line of a batch leaves no file out', () => {
  const lost = unreadable('b.rtf', 'Gone.');
  expect(text(sumLine([whole, whole]))).toBe('2 files: found 2,568, new 2,400, already had 168');
  expect(text(sumLine([whole, short, lost]))).toBe(
    '3 files: found 1,310, new 1,226, already had 84, 1 file not read, 1 file does not balance',
  );
  expect(text(sumLine([broken, short, lost, lost]))).toBe(
    '4 files: found 52, new 52, already had 0, rejected 1, 2 files not read, 2 files do not balance',
  );
});

test.each([
  [[whole], 0],
  [[short], 3],
  [[whole, short], 3],
  [[{ ...short, found: 0 }], 1],
  [[unreadable('b.rtf', 'Gone.')], 1],
])('the exit code of a batch says whether all, some or nothing went in: %#', (accounts, code) => {
  expect(exitOf(accounts)).toBe(code);
});

test('a line stays one line, whatever the name of its file', () => {
  const file = 'a\n✓ b.html: found 9\u2028.html';
  const one = { code: 'count-differs', severity: 'warning', message: 'One is missing.' } as const;
  const lines = [
    accountLine({ ...whole, file }),
    accountLine(unreadable(file, 'Gone.')),
    ...problemLines(file, new Map([[one.code, { times: 1, first: one }]])),
  ];
  for (const line of lines.map(text)) {
    expect(line).toContain('a\ufffd✓ b.html: found 9\ufffd.html');
    expect(line).not.toMatch(/[\n\u2028]/);
  }
});

test('a warning names its file as an error does', () => {
  const first = { code: 'count-differs', severity: 'warning', message: 'One is missing.' } as const;
  expect(problemLines('a.html', new Map([[first.code, { times: 1200, first }]])).map(text)).toEqual([
    '  warning count-differs (1,200 times, first here): a.html: One is missing.',
  ]);
});
