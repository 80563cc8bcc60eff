import { expect, test } from 'vitest';
import { counted, wrap } from './output.ts';

test('counts with the noun in its number', () => {
  expect([counted(1, 'article'), counted(0, 'article'), counted(1284, 'article')]).toEqual([
    '1 article',
    '0 articles',
    '1,284 articles',
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
