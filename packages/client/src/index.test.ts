import { expect, test } from 'vitest';
import * as client from './index.ts';

test('the package exports these names', () => {
  expect(Object.keys(client).sort()).toEqual(['ArchiveError', 'createClient', 'problemsOf']);
});
