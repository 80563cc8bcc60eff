import { mkdir, symlink, writeFile } from 'node:fs/promises';
import { relative } from 'node:path';
import { beforeAll, expect, test, vi } from 'vitest';
import { findInputs, troubleText } from './inputs.ts';
import { useFolder } from './testing.ts';

const at = useFolder();

beforeAll(async () => {
  await mkdir(at('exports/2017'), { recursive: true });
  for (const name of ['10.txt', '9.txt', '.hidden', '2017/a.html'])
    await writeFile(at('exports', name), name);
  await symlink(at('exports/9.txt'), at('exports/link.txt'));
  await symlink(at('nowhere'), at('exports/lost.txt'));
  await symlink(at('exports'), at('exports/circle'));
});

test('finds files in folders in order of name, follows links to files alone, and tells what it passed over', async () => {
  const { inputs, passedOver } = await findInputs([at('exports'), at('missing.rtf'), '-']);
  expect({
    found: inputs.map(({ file, name, bytes, trouble }) => [
      file === 'stdin' ? file : relative(at(), file),
      name,
      bytes,
      trouble ? troubleText(trouble) : null,
    ]),
    passedOver: passedOver.map(({ file, isLinkToFolder }) => [relative(at(), file), isLinkToFolder]),
  }).toEqual({
    found: [
      ['exports/9.txt', '9.txt', 5, null],
      ['exports/10.txt', '10.txt', 6, null],
      ['exports/2017/a.html', 'a.html', 11, null],
      ['exports/link.txt', 'link.txt', 5, null],
      ['exports/lost.txt', 'lost.txt', 0, 'There is no such file or folder.'],
      ['missing.rtf', 'missing.rtf', 0, 'There is no such file or folder.'],
      ['stdin', 'stdin', 0, null],
    ],
    passedOver: [
      ['exports/.hidden', false],
      ['exports/circle', true],
    ],
  });
});

test('reads a file whole', async () => {
  const [input] = (await findInputs([at('exports/2017/a.html')])).inputs;
  const chunks: Uint8Array[] = [];
  for await (const chunk of input?.read() ?? []) chunks.push(chunk);
  expect(Buffer.concat(chunks).toString()).toBe('2017/a.html');
});

test('stops where a folder holds no file', async () => {
  await mkdir(at('empty'));
  await expect(findInputs([at('empty')])).rejects.toMatchObject({
    exit: 1,
    message: `There is no file to read in ${at('empty')}.`,
  });
});

test('names links to folders, before the stop where there is nothing else', async () => {
  const said: string[] = [];
  const write = vi.spyOn(process.stderr, 'write').mockImplementation((text) => said.push(String(text)) > 0);
  await mkdir(at('links'));
  for (const name of ['a', 'b']) await symlink(at('exports'), at('links', name));
  await writeFile(at('links/.hidden'), '');
  await expect(findInputs([at('links')])).rejects.toThrow('There is no file to read');
  write.mockRestore();
  expect(said).toEqual([
    `Passed over, as hidden or not a file: ${at('links/.hidden')}.\n`,
    `Passed over, as links to folders: ${at('links/a')}, ${at('links/b')}.\n`,
    '  Give such a folder by its own path to read it.\n',
  ]);
});
