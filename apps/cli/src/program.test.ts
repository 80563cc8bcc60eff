import { spawnSync } from 'node:child_process';
import { closeSync, existsSync, openSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { main, runCli, useFolder } from './testing.ts';

const at = useFolder();

describe('the command line as a whole', () => {
  test.each(['export', 'convert', 'kwic', 'batch', 'series'])(
    'the help of %s says what CSV does to formulas',
    async (name) => {
      expect((await runCli([name, '--help'])).stdout).toContain('no spreadsheet runs it as a formula');
    },
  );

  test('prints version and help on stdout', async () => {
    const [version, help] = await Promise.all([runCli(['--version']), runCli(['--help'])]);
    expect(version).toEqual({ code: 0, stdout: expect.stringMatching(/^\d+\.\d+\.\d+\n$/), stderr: '' });
    expect({ code: help.code, stderr: help.stderr }).toEqual({ code: 0, stderr: '' });
    const commands = [...help.stdout.matchAll(/^ {2}([a-z]+) /gm)].map(([, name]) => name);
    expect(commands).toEqual([
      'convert',
      'import',
      'search',
      'facets',
      'timeline',
      'explain',
      'kwic',
      'batch',
      'series',
      'saved',
      'show',
      'cite',
      'repair',
      'tag',
      'note',
      'export',
      'stats',
      'serve',
      'doctor',
      'redact',
      'schema',
    ]);
  });

  test.each([
    ['no command', [], 'Usage: pressmark'],
    ['an unknown command', ['imprt'], "unknown command 'imprt'"],
    ['an unknown option', ['stats', '--jso'], "unknown option '--jso'"],
    ['a missing argument', ['convert'], 'missing required argument'],
    ['an argument too many', ['stats', 'more'], 'too many arguments'],
    ['an unknown format', ['convert', 'a.txt', '--to', 'pdf'], 'jsonl, csv'],
    ['a limit out of range', ['search', 'x', '--limit', '501'], 'from 1 to 500'],
    ['two archives', ['stats', '--db', 'a.db', '--server', 'http://127.0.0.1:1'], 'not both'],
    ['an odd address', ['stats', '--server', 'localhost'], 'is not an address'],
  ])('%s is wrong usage: exit 2, words on stderr, nothing on stdout', async (_name, args, words) => {
    const ran = await runCli(args);
    expect(ran).toEqual({ code: 2, stdout: '', stderr: expect.stringContaining(words) });
  });

  test.each([['search', 'x'], ['show', 'x'], ['export', 'x'], ['stats']])(
    '%s makes no archive where there is none: exit 1',
    async (...args) => {
      const path = at('none', 'archive.db');
      const ran = await runCli([...args, '--db', path]);
      expect(ran).toEqual({
        code: 1,
        stdout: '',
        stderr: `pressmark: There is no archive at ${path} yet.\n  pressmark import FILE makes one.\n`,
      });
    },
  );

  test('colours words only for a terminal, and lets no name steer it', async () => {
    const name = at('\u001b[31mred\u202e.html');
    const [piped, forced] = await Promise.all([
      runCli(['import', name]),
      runCli(['import', name], { env: { FORCE_COLOR: '1' } }),
    ]);
    expect(piped).toEqual({
      code: 1,
      stdout: `✗ ${at('\ufffd[31mred\ufffd.html')}: not read\n`,
      stderr: `  error file-unreadable: ${at('\ufffd[31mred\ufffd.html')}: There is no such file or folder.\n`,
    });
    expect(forced.stderr).toBe(piped.stderr.replace('error', '\u001b[31merror\u001b[39m'));
  });
});

test.skipIf(!existsSync('/dev/full'))('says that what it writes to is full: exit 1', () => {
  const out = openSync('/dev/full', 'w');
  const ran = spawnSync(process.execPath, [main, 'schema'], {
    stdio: ['ignore', out, 'pipe'],
    encoding: 'utf8',
  });
  closeSync(out);
  expect([ran.status, ran.stderr]).toEqual([
    1,
    'pressmark: cannot write: the disk is full. Make room and give the command again.\n',
  ]);
});
