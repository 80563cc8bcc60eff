import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { isDiskFull } from './disk-full.ts';

test('what SQLite leaves unclear is a full disk only where nothing can be written', () => {
  const folder = mkdtempSync(join(tmpdir(), 'pressmark-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const path = join(folder, 'archive.db');
  const says = (message: string, place = path) => isDiskFull(new Error(message), place);
  expect(
    ['database or disk is full', 'ENOSPC: no space left on device, write'].map((words) => says(words)),
  ).toEqual([true, true]);
  expect(
    ['disk I/O error', 'unable to open database file', 'near "x": syntax error'].map((words) => says(words)),
  ).toEqual([false, false, false]);
  // A folder that is not there has no room for another reason.
  expect(says('disk I/O error', join(folder, 'away', 'archive.db'))).toBe(false);
  expect(isDiskFull('disk I/O error', path)).toBe(false);
  expect(readdirSync(folder)).toEqual([]);
});
