import { expect, test } from 'vitest';
import { suits } from './node-version.ts';

test('takes the versions that better-sqlite3 and plain TypeScript run on', () => {
  const versions = [
    '18.20.8',
    '20.20.2',
    '22.17.1',
    '22.18.0',
    '23.11.0',
    '24.10.0',
    '24.11.0',
    '25.0.0',
    '100.1.0',
  ];
  expect(versions.filter(suits)).toEqual(['22.18.0', '24.11.0', '25.0.0', '100.1.0']);
});
