import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { archivePath, makeFolderOf } from './paths.ts';

describe('where the archive is', () => {
  const home = '/home/ada';
  const machine = (platform: NodeJS.Platform, env: NodeJS.ProcessEnv = {}) => ({ platform, env, home });

  test.each([
    ['--db comes first', 'a/b.db', machine('linux', { PRESSMARK_DB: '/c.db' }), resolve('a/b.db')],
    ['then PRESSMARK_DB', undefined, machine('linux', { PRESSMARK_DB: '/c.db' }), '/c.db'],
    [
      'an empty PRESSMARK_DB is none',
      undefined,
      machine('linux', { PRESSMARK_DB: '' }),
      '/home/ada/.local/share/pressmark/archive.db',
    ],
    ['XDG_DATA_HOME', undefined, machine('linux', { XDG_DATA_HOME: '/data' }), '/data/pressmark/archive.db'],
    ['Linux', undefined, machine('linux'), '/home/ada/.local/share/pressmark/archive.db'],
    ['macOS', undefined, machine('darwin'), '/home/ada/Library/Application Support/Pressmark/archive.db'],
    ['Windows', undefined, machine('win32', { LOCALAPPDATA: '/local' }), '/local/Pressmark/archive.db'],
  ])('%s', (...[, db, given, path]) => {
    expect(archivePath(db, given)).toBe(path);
  });
});

describe('the folder of the archive', () => {
  test('is made with those above it, for this user alone', async () => {
    const home = await mkdtemp(join(tmpdir(), 'pressmark-'));
    const file = join(home, 'a', 'b', 'archive.db');
    await Promise.all([makeFolderOf(file), makeFolderOf(file)]);
    await makeFolderOf(file);
    const { mode } = await stat(join(home, 'a', 'b'));
    if (process.platform !== 'win32') expect(mode & 0o777).toBe(0o700);
    await rm(home, { recursive: true });
  });

  test.skipIf(process.platform !== 'linux')('is refused where none can be made', async () => {
    await expect(makeFolderOf('/proc/pressmark/archive.db')).rejects.toThrow('/proc/pressmark');
  });
});
