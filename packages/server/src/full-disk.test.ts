import { execFileSync } from 'node:child_process';
import { readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import { openTestServer } from '../test/archive.ts';
import { ask, dump, ended, prepareImport, runImport } from '../test/calls.ts';
import { inventExport } from '../test/exports.ts';
import { temporaryFolder } from '../test/folder.ts';
import { openServer } from './server.ts';

vi.setConfig({ testTimeout: 60_000 });

/** A disk of so many kilobytes; null where this user may not make one. */
async function smallDisk(kilobytes: number): Promise<string | null> {
  const folder = await temporaryFolder();
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${kilobytes}k`, 'tmpfs', folder], { stdio: 'ignore' });
  } catch {
    return null;
  }
  onTestFinished(() => void execFileSync('umount', ['--lazy', folder]));
  return folder;
}

test('a file that finds no room on the disk is a row of the account; the others go in, and nothing of it stays', async ({
  skip,
}) => {
  const disk = await smallDisk(3_000);
  if (disk === null) return skip('no disk can be made here');
  const database = join(disk, 'archive.db');
  const server = await openTestServer({ database });
  const id = await prepareImport(server, {
    'a.txt': inventExport({ articles: 3 }),
    'large.txt': new Uint8Array(4_000_000).fill(65),
    'b.txt': inventExport({ from: 3, articles: 2 }),
  });
  await ask(server, 'imports.start', { id });
  const { import: done, files } = await ended(server, id);
  expect([done.state, done.found]).toEqual(['done', 5]);
  expect(files.map(({ file, state, diagnostics }) => [file, state, diagnostics[0]?.code])).toEqual([
    ['a.txt', 'done', undefined],
    ['large.txt', 'failed', 'disk-full'],
    ['b.txt', 'done', undefined],
  ]);
  expect(files[1]?.diagnostics[0]?.message).toContain(`there is no room left at ${database}.files.`);
  expect(await readdir(`${database}.files`)).toHaveLength(2);
  expect(server.faults).toEqual([]);
});

test('an archive on a disk without any room is not opened, and the reason is that', async ({ skip }) => {
  const disk = await smallDisk(3_000);
  if (disk === null) return skip('no disk can be made here');
  const database = join(disk, 'archive.db');
  const before = await openServer({ database });
  await runImport(before, { 'a.txt': inventExport({ articles: 3 }) });
  await before.close();
  const ballast = join(disk, 'ballast');
  await writeFile(ballast, new Uint8Array(4_000_000)).catch(() => {});
  // SQLite itself speaks of a disk I/O error here.
  await expect(openServer({ database })).rejects.toThrow(
    `The disk is full: there is no room left at ${database}.`,
  );
  await rm(ballast);
  const after = await openTestServer({ database });
  expect(await dump(after)).toHaveLength(3);
  expect((await readdir(disk)).filter((name) => name.includes('room'))).toEqual([]);
});
