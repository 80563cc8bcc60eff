import fc from 'fast-check';
import { expect, test } from 'vitest';
import { authorValue } from './fold-name.ts';

test.each([
  ['ASA FITCH', 'asa fitch'],
  [' Asa  Fitch', 'asa fitch'],
  ['José Ángel', 'jose angel'],
  ['İpek', 'ipek'],
  ['王小明', '王小明'],
  ['\u0301', '\u0301'],
  ['', ''],
])('an author named %j has the value %j', (name, value) => {
  expect(authorValue(name)).toBe(value);
});

test('a value is its own value', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (name) => {
      expect(authorValue(authorValue(name))).toBe(authorValue(name));
    }),
  );
});
