import { createHash } from 'node:crypto';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { sha256 } from './identity.ts';
import { readFiles } from './read-files.ts';

afterEach(() => vi.unstubAllGlobals());

const file = new TextEncoder().encode(
  'Ferry delayed\nAda Lind\n12 words\n8 April 2017\nThe Quay Post\nQUAY\nEnglish\n© 2017 The Quay Post\n\nThe ferry was late.\n',
);

async function readAll() {
  const found = [];
  for await (const reading of readFiles(new Blob([file]), { file: 'a.txt' })) {
    for await (const article of reading) found.push(article);
    found.push(await reading.report());
  }
  return found;
}

describe('sha256', () => {
  it('is the same with and without the platform’s own', async () => {
    const expected = createHash('sha256').update(file).digest('hex');
    expect(await sha256(file)).toBe(expected);
    vi.stubGlobal('crypto', { randomUUID: () => '' });
    expect(await sha256(file)).toBe(expected);
  });

  it('lets a page over plain http, which has no crypto.subtle, read a file', async () => {
    const secure = await readAll();
    expect(secure.length).toBe(2);
    vi.stubGlobal('crypto', { randomUUID: () => '' });
    expect(await readAll()).toEqual(secure);
    vi.stubGlobal('crypto', undefined);
    expect(await readAll()).toEqual(secure);
  });
});
