import { expect, test } from 'vitest';
import { counted, size, wrap } from './output.ts';

test('counts with the noun in its number', () => {
  expect([counted(1, 'article'), counted(0, 'article'), counted(1284, 'article')]).toEqual([
    '1 article',
    '0 articles',
    '1,284 articles',
  ]);
});

test('sizes are told in steps of a thousand', () => {
  expect([0, 1, 999, 1000, 6_520_832, 1_200_000_000, 5e15].map(size)).toEqual([
    '0 bytes',
    '1 byte',
    '999 bytes',
    '1 kB',
    '6.5 MB',
    '1.2 GB',
    '5,000 TB',
  ]);
});

test('wraps between words, keeps line breaks, and never breaks a word', () => {
  expect(wrap('The harbour master\n\nsaid the extraordinarily long quay was closed.', 12)).toEqual([
    'The harbour',
    'master',
    '',
    'said the',
    'extraordinarily',
    'long quay',
    'was closed.',
  ]);
});
