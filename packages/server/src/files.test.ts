import { createHash } from 'node:crypto';
import { readdir, readFile, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../test/folder.ts';
import { displayName, openOriginals } from './files.ts';

async function* chunks(...parts: string[]): AsyncIterable<Uint8Array> {
  for (const part of parts) yield new TextEncoder().encode(part);
}

async function textOf(content: AsyncIterable<Uint8Array>): Promise<string> {
  const parts: Uint8Array[] = [];
  for await (const part of content) parts.push(part);
  return Buffer.concat(parts).toString();
}

const hashOf = (text: string) => createHash('sha256').update(text).digest('hex');

test('an original lies under its hash, once, with its bytes', async () => {
  const folder = join(await temporaryFolder(), 'originals');
  const originals = await openOriginals(folder);
  const kept = [
    await originals.keep(chunks('one ', 'two')),
    await originals.keep(chunks('one two')),
    await originals.keep(chunks()),
  ];
  const sha256 = hashOf('one two');
  expect(kept).toEqual([
    { sha256, bytes: 7 },
    { sha256, bytes: 7 },
    { sha256: hashOf(''), bytes: 0 },
  ]);
  expect((await readdir(folder)).sort()).toEqual([sha256, hashOf('')].sort());
  const content = await originals.open(sha256);
  const ranges: [number?, number?][] = [[], [4], [0, 3], [4, 99], [3, 3], [5, 2], [99]];
  const parts = await Promise.all(ranges.map((range) => textOf(content?.read(...range) ?? chunks('gone'))));
  expect([content?.bytes, ...parts]).toEqual([7, 'one two', 'two', 'one', 'two', '', '', '']);
});

test('content that fails leaves no file', async () => {
  const folder = await temporaryFolder();
  const originals = await openOriginals(folder);
  async function* broken(): AsyncIterable<Uint8Array> {
    yield* chunks('half');
    throw new Error('gone');
  }
  await expect(originals.keep(broken())).rejects.toThrow('The upload broke off before its end.');
  expect(await readdir(folder)).toEqual([]);
});

test('only a hash opens anything', async () => {
  const folder = await temporaryFolder();
  const originals = await openOriginals(join(folder, 'originals'));
  await writeFile(join(folder, 'secret'), 'secret');
  expect(
    await Promise.all(['', '../secret', 'A'.repeat(64), 'a'.repeat(64)].map((name) => originals.open(name))),
  ).toEqual([null, null, null, null]);
});

test('opening removes what broken uploads left long ago, and nothing else', async () => {
  const folder = await temporaryFolder();
  const twoDaysAgo = Date.now() / 1000 - 2 * 24 * 60 * 60;
  for (const name of ['.incoming-old', '.incoming-new', 'original'])
    await writeFile(join(folder, name), name);
  for (const name of ['.incoming-old', 'original']) await utimes(join(folder, name), twoDaysAgo, twoDaysAgo);
  await openOriginals(folder);
  expect((await readdir(folder)).sort()).toEqual(['.incoming-new', 'original']);
  expect(await readFile(join(folder, 'original'), 'utf8')).toBe('original');
});

test.each([
  ['export.txt', 'export.txt'],
  ['/etc/passwd', 'passwd'],
  ['C:\\Users\\ada\\export.rtf', 'export.rtf'],
  ['folder/', 'folder'],
  ['..', '..'],
  ['', 'unnamed'],
  ['\0\r\n', 'unnamed'],
  ['a\u202etxt.exe', 'atxt.exe'],
  ['<b>"x"</b>.txt', 'b>.txt'],
  ['x'.repeat(300), 'x'.repeat(255)],
  ['文件.txt', '文件.txt'],
])('the name %j is shown as %j', (name, shown) => {
  expect(displayName(name)).toBe(shown);
});
