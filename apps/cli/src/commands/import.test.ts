import { chmod, mkdir, readFile, stat, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { createClient } from '@pressmark/client';
import { openServer } from '@pressmark/server';
import { beforeAll, describe, expect, test } from 'vitest';
import { idOf, invent, runCli, useFolder, writeBadFiles, writeExport } from '../testing.ts';

const at = useFolder();
const html = invent(4, 1);
const rtf = invent(2, 2);

const lines = (text: string) => text.split('\n').filter(Boolean);

beforeAll(async () => {
  for (const folder of ['good', 'good/deep', 'bad']) await mkdir(at(folder));
  await writeExport(at('good/a.html'), html);
  await writeExport(at('good/deep/b.rtf'), rtf, { skeleton: 'rtf-indexed' });
  await writeBadFiles((name) => at('bad', name));
});

describe('import', () => {
  test('puts the files of a folder in, once and for all, and accounts for each: exit 0', async () => {
    const db = at('new', 'folder', 'archive.db');
    const row = { balanced: true, rejected: 0, unreadBytes: 0, updated: 0, diagnostics: expect.any(Array) };
    const a = { ...row, file: at('good/a.html'), reader: 'factiva-html', declared: 4, found: 4 };
    const b = { ...row, file: at('good/deep/b.rtf'), reader: 'factiva-rtf', declared: null, found: 2 };

    const first = await runCli(['import', at('good'), '--db', db, '--json']);
    expect({ ...first, stdout: JSON.parse(first.stdout) }).toEqual({
      code: 0,
      stdout: {
        files: [
          { ...a, new: 4, unchanged: 0 },
          { ...b, new: 2, unchanged: 0 },
        ],
      },
      stderr: '',
    });
    expect((await stat(dirname(db))).mode & 0o777).toBe(0o700);

    const again = await runCli(['import', at('good/a.html'), '-', '--json'], {
      env: { PRESSMARK_DB: db },
      input: await readFile(at('good/deep/b.rtf')),
    });
    expect({ ...again, stdout: JSON.parse(again.stdout) }).toEqual({
      code: 0,
      stdout: {
        files: [
          { ...a, new: 0, unchanged: 4 },
          { ...b, file: 'stdin', new: 0, unchanged: 2 },
        ],
      },
      stderr: '',
    });

    const ids = await runCli(['search', '--ids', '--db', db]);
    expect(lines(ids.stdout).sort()).toEqual([...html, ...rtf].map(idOf).sort());
  });

  test('tells people the same in lines', async () => {
    const ran = await runCli(['import', at('good/a.html'), '--db', at('lines.db')]);
    expect({ code: ran.code, stdout: ran.stdout }).toEqual({
      code: 0,
      stdout: `✓ ${at('good/a.html')}: declared 4, found 4, new 4, already had 0 (Factiva HTML)\n`,
    });
  });

  test('puts the good files of a bad batch in; every other one is named, and a row: exit 3', async () => {
    const db = at('bad.db');
    const ran = await runCli([
      'import',
      at('missing.html'),
      at('bad'),
      at('good/a.html'),
      '--db',
      db,
      '--json',
    ]);
    const { files } = JSON.parse(ran.stdout) as { files: Record<string, unknown>[] };
    const rows = files.map(({ file, reader, diagnostics }) => [
      file,
      reader,
      (diagnostics as { severity: string; code: string }[]).find(({ severity }) => severity === 'error')
        ?.code,
    ]);
    expect({ code: ran.code, rows }).toEqual({
      code: 3,
      rows: [
        [at('missing.html'), null, 'file-unreadable'],
        [at('bad/cut.html'), 'factiva-html', 'file-truncated'],
        [at('bad/cut.rtf'), 'factiva-rtf', 'file-truncated'],
        [at('bad/empty.html'), null, 'file-empty'],
        [at('bad/letter.txt'), null, 'file-unknown'],
        [at('bad/picture.html'), null, 'file-binary'],
        [at('good/a.html'), 'factiva-html', undefined],
      ],
    });
    expect(files.at(-1)).toMatchObject({ declared: 4, found: 4, new: 4 });
    for (const [file, , code] of rows.slice(0, -1)) expect(ran.stderr).toContain(`${code}: ${file}: `);
  });

  test('says that nothing went in: exit 1; a path that is not there makes no archive', async () => {
    const [nowhere, empty] = await Promise.all([
      runCli(['import', at('missing.html'), '--db', at('never', 'made.db')]),
      runCli(['import', at('bad/empty.html'), '--db', at('empty.db')]),
    ]);
    expect([nowhere.code, empty.code]).toEqual([1, 1]);
    expect(nowhere).toMatchObject({
      stdout: `✗ ${at('missing.html')}: not read\n`,
      stderr: `  error file-unreadable: ${at('missing.html')}: There is no such file or folder.\n`,
    });
    await expect(stat(at('never'))).rejects.toThrow('ENOENT');
  });

  test('leaves a row in the list of imports where no file can be opened and there is an archive', async () => {
    const db = at('rows.db');
    await runCli(['import', at('good/a.html'), '--db', db]);
    const ran = await runCli(['import', at('missing.html'), at('lost.html'), '--db', db]);
    expect(ran).toMatchObject({
      code: 1,
      stdout: `✗ ${at('missing.html')}: not read\n✗ ${at('lost.html')}: not read\n`,
    });
    const server = await openServer({ database: db });
    const [newest] = await createClient({ server }).api.imports.list.query({ limit: 1 });
    await server.close();
    expect(newest).toMatchObject({ state: 'failed', files: 2, failed: 2, found: 0 });
  });

  test('says why an archive cannot be opened: exit 1', async () => {
    const ran = await runCli(['import', at('good/a.html'), '--db', at('good/deep/b.rtf')]);
    expect(ran).toMatchObject({ code: 1, stdout: '' });
    expect(ran.stderr).toMatch(/^pressmark: cannot open the archive .*b\.rtf: /);
  });

  test('says in words what stands at the path that is no archive: exit 1', async () => {
    await writeFile(at('nothing.db'), '');
    await mkdir(at('shut'));
    await chmod(at(), 0o755);
    await chmod(at('shut'), 0o555);
    const uid = process.getuid?.() === 0 ? { uid: 65534 } : {};
    const inFile = at('good/a.html', 'x.db');
    for (const [args, words] of [
      [['stats', '--db', at('good')], `${at('good')} is a folder, not an archive.`],
      [['import', at('good/a.html'), '--db', at('good')], `${at('good')} is a folder, not an archive.`],
      [['serve', '--db', at('good')], `${at('good')} is a folder, not an archive.`],
      [['stats', '--db', at('nothing.db')], `There is no archive at ${at('nothing.db')} yet.`],
      [['stats', '--db', inFile], 'A part of the path is a file, not a folder.'],
      [['import', at('good/a.html'), '--db', inFile], 'A part of the path is a file, not a folder.'],
      [
        ['import', at('good/a.html'), '--db', at('good/a.html', 'sub', 'x.db')],
        'A part of the path is a file, not a folder.',
      ],
      [
        ['import', at('good/a.html'), '--db', at('shut', 'x.db')],
        'There is no permission to open or make it there.',
      ],
      [['stats', '--db', at('good/a.html')], 'It is a file of another kind.'],
    ] as const) {
      const ran = await runCli([...args], uid);
      expect([ran.code, ran.stdout]).toEqual([1, '']);
      expect(ran.stderr).toContain(words);
    }
    expect((await stat(at('nothing.db'))).size).toBe(0);
  });

  test('says what an archive needs that may not be written, even to be searched: exit 1', async () => {
    await chmod(at(), 0o755);
    await mkdir(at('kept'));
    await runCli(['import', at('good/a.html'), '--db', at('kept/a.db')]);
    await chmod(at('kept/a.db'), 0o444);
    await chmod(at('kept'), 0o555);
    const uid = process.getuid?.() === 0 ? { uid: 65534 } : {};
    const ran = await runCli(['search', 'x', '--db', at('kept/a.db')], uid);
    await chmod(at('kept'), 0o755);
    expect(ran).toMatchObject({ code: 1, stdout: '' });
    expect(ran.stderr).toContain('Its file or its folder may not be written, which searching needs too.');
  });

  test('says of a file that does not balance that it does not, and names it: exit 3', async () => {
    await writeExport(at('fewer.html'), invent(3, 3), { results: 27 });
    const [alone, together] = await Promise.all([
      runCli(['import', at('fewer.html'), '--db', at('fewer.db')]),
      runCli(['import', at('fewer.html'), at('missing.html'), '--db', at('both.db')]),
    ]);
    expect(alone).toEqual({
      code: 3,
      stdout: `! ${at('fewer.html')}: declared 27, found 3, new 3, already had 0, does not balance (Factiva HTML)\n`,
      stderr: expect.stringContaining(`  warning count-differs: ${at('fewer.html')}: The file declares 27`),
    });
    expect(together.stderr).toContain(
      '2 files: found 3, new 3, already had 0, 1 file not read, 1 file does not balance',
    );
  });
});
