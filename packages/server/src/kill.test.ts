import { fork } from 'node:child_process';
import { once } from 'node:events';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { Import, ImportFile } from '@pressmark/store';
import { expect, test } from 'vitest';
import { type Account, ask, dump } from '../test/calls.ts';
import { articleId, inventExport } from '../test/exports.ts';
import { temporaryFolder } from '../test/folder.ts';
import { openServer } from './server.ts';

const { PRESSMARK_KILL_ROUNDS, KILL_ROUNDS } = process.env;
const rounds = Number(PRESSMARK_KILL_ROUNDS ?? KILL_ROUNDS ?? 12);
const articles = 3_000;
const script = fileURLToPath(new URL('../test/import-child.ts', import.meta.url));

/** Starts the importing process; resolves when it has opened the archive. */
async function start(database: string, file: string) {
  const child = fork(script, [database, file], {
    execArgv: ['--no-warnings'],
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  });
  let complaint = '';
  child.stderr?.on('data', (text) => {
    complaint += text;
  });
  const ended = once(child, 'exit').then(([code, signal]) => ({ code, signal, complaint }));
  await Promise.race([once(child, 'message'), ended]);
  return { child, ended };
}

/** The database as it lies on disk is whole, and its index says what its tables say. */
function checkDatabase(database: string): void {
  const db = new DatabaseSync(database);
  try {
    expect(db.prepare('PRAGMA integrity_check').all()).toEqual([{ integrity_check: 'ok' }]);
    const indexes = db
      .prepare("SELECT name FROM sqlite_master WHERE sql LIKE 'CREATE VIRTUAL TABLE%fts5(%'")
      .all();
    for (const { name } of indexes) {
      // Rank 1: compare with the external content as well. Throws where they differ.
      db.exec(`INSERT INTO "${name}" ("${name}", rank) VALUES ('integrity-check', 1)`);
    }
  } finally {
    db.close();
  }
}

const counters = ({
  file,
  sha256,
  bytes,
  read,
  state,
  reader,
  declared,
  found,
  rejected,
  unreadBytes,
  balanced,
  ...rest
}: ImportFile) => ({
  file,
  sha256,
  bytes,
  read,
  state,
  reader,
  declared,
  found,
  rejected,
  unreadBytes,
  balanced,
  new: rest.new,
  unchanged: rest.unchanged,
  updated: rest.updated,
  diagnostics: rest.diagnostics,
});

/** What the archive says, without what tells one run from another: ids and times. */
async function logical(database: string) {
  const server = await openServer({ database });
  const imports = await ask<Import[]>(server, 'imports.list', {});
  const begun = imports.filter(({ state }) => state !== 'waiting');
  const accounts = await Promise.all(begun.map(({ id }) => ask<Account>(server, 'imports.get', { id })));
  const lines = await dump(server);
  const totals = await ask<{ articles: number; words: number }>(server, 'archive.totals');
  await server.close();
  return {
    states: begun.map(({ state }) => state),
    files: accounts.flatMap((account) => account.files.map(counters)),
    totals: { articles: totals.articles, words: totals.words },
    lines: lines.sort(),
  };
}

test(`${rounds} kills lose no committed article and duplicate none`, {
  timeout: 120_000 + rounds * 30_000,
}, async () => {
  const folder = await temporaryFolder();
  const file = join(folder, 'export.txt');
  await writeFile(file, inventExport({ articles, paragraphs: 2 }));

  const calm = join(folder, 'calm.db');
  const first = await start(calm, file);
  const began = performance.now();
  expect(await first.ended).toMatchObject({ code: 0, complaint: '' });
  const duration = performance.now() - began;
  const expected = await logical(calm);
  const ids = expected.lines.map((line) => (JSON.parse(line) as { id: string }).id);
  expect(ids.sort()).toEqual(Array.from({ length: articles }, (_, n) => articleId(n)).sort());

  let archive = 0;
  let committed = 0;
  for (let round = 0, killed = 0; killed < rounds; round++) {
    const database = join(folder, `killed-${archive}.db`);
    const { child, ended } = await start(database, file);
    const delay = Math.random() * duration * 0.7;
    await Promise.race([wait(delay), ended]);
    child.kill('SIGKILL');
    const { code, signal, complaint } = await ended;
    expect({ round, delay, complaint, died: code === 0 || signal === 'SIGKILL' }).toMatchObject({
      complaint: '',
      died: true,
    });
    checkDatabase(database);
    if (signal === 'SIGKILL') {
      killed += 1;
      const held = count(database);
      expect(held).toBeGreaterThanOrEqual(committed);
      committed = held;
    } else {
      expect(await logical(database)).toEqual(expected);
      archive += 1;
      committed = 0;
    }
  }
  const database = join(folder, `killed-${archive}.db`);
  const last = await start(database, file);
  expect(await last.ended).toMatchObject({ code: 0, complaint: '' });
  checkDatabase(database);
  expect(await logical(database)).toEqual(expected);
});

/** Articles committed so far. */
function count(database: string): number {
  const db = new DatabaseSync(database, { readOnly: true });
  try {
    const row = db.prepare('SELECT count(*) AS n FROM articles').get() as { n: number };
    return row.n;
  } finally {
    db.close();
  }
}
