import { gunzipSync, gzipSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { gzip } from './gzip.ts';

const letters = (count: number): Buffer =>
  Buffer.from(Array.from({ length: count }, (_, index) => 97 + ((index * index) % 26)));
const one = gzipSync(letters(300_000));
const two = gzipSync(letters(70));

async function read(packed: Uint8Array): Promise<Buffer> {
  const parts: Uint8Array[] = [];
  for await (const part of gzip.open(new Blob([packed.slice()]), { readers: [] }))
    if (part.kind === 'member') for await (const chunk of part.open()) parts.push(chunk);
  return Buffer.concat(parts);
}

it.each([
  ['one', one],
  ['two', Buffer.concat([one, two])],
  ['a thousand', Buffer.concat(Array.from({ length: 1000 }, () => two))],
  ['an empty one between two', Buffer.concat([two, gzipSync(''), one])],
  ['one that holds a packed file as it is, and another', Buffer.concat([gzipSync(two, { level: 0 }), one])],
])('reads every member of %s', async (_, packed) => {
  expect((await read(packed)).equals(gunzipSync(packed))).toBe(true);
});

it('fails where a member is cut', async () => {
  await expect(read(Buffer.concat([one, two.subarray(0, -3)]))).rejects.toThrow();
});

it('gives up on what only looks like many members', async () => {
  const packed = gzipSync(Buffer.concat(Array.from({ length: 1000 }, () => two)), { level: 0 });
  await expect(read(packed.subarray(0, -1))).rejects.toThrow();
});
