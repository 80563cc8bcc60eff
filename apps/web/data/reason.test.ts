import { createClient } from '@pressmark/client';
import { expect, test } from 'vitest';
import { reasonOf } from './reason.ts';

test('a server that is gone is told in words of ours, anything else in its own', async () => {
  const gone = createClient({ url: 'http://127.0.0.1:1' });
  const asked = await gone.api.archive.totals.query().catch((error: Error) => error);
  const sent = await gone
    .upload({ importId: 1, name: 'a.html', body: new Blob(['a']) })
    .catch((error: Error) => error);
  for (const error of [asked, sent]) {
    expect(error).toBeInstanceOf(Error);
    expect(reasonOf(error as Error)).toMatch(/^Pressmark does not answer/);
  }
  expect(reasonOf(new Error('The disk is full.'))).toBe('The disk is full.');
});
