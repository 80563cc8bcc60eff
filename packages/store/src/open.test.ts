import { expect, test } from 'vitest';
import { suits } from './open.ts';

test('a Node on which the database module would end the process is told from one that will do', () => {
  const versions = [
    '18.20.8',
    '20.20.2',
    '22.17.9',
    '22.18.0',
    '23.11.0',
    '24.10.0',
    '24.11.0',
    '24.21.0',
    '26.0.0',
  ];
  expect(versions.filter(suits)).toEqual(['22.18.0', '24.11.0', '24.21.0', '26.0.0']);
});
