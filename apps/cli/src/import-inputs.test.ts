import { createClient } from '@pressmark/client';
import { openServer } from '@pressmark/server';
import { expect, onTestFinished, test } from 'vitest';
import { importInputs } from './import-inputs.ts';
import { findInputs } from './inputs.ts';
import { invent, useFolder, writeExport } from './testing.ts';

const at = useFolder();

/** A real archive behind a line on which a request can be lost. */
async function openLine(database: string, isLost: (request: Request) => boolean) {
  const server = await openServer({ database });
  onTestFinished(() => server.close());
  const fetch = async (request: Request) => {
    if (isLost(request)) throw new TypeError('fetch failed');
    return server.fetch(request);
  };
  return { client: createClient({ server: { fetch } }), sure: createClient({ server }) };
}

const rowsOf = async (client: ReturnType<typeof createClient>) => {
  const [newest] = await client.api.imports.list.query({ limit: 1 });
  const { import: found, files } = await client.api.imports.get.query({ id: newest?.id ?? 0 });
  const rows = files.map(({ file, bytes, state, diagnostics: [first] }) => [
    file,
    bytes > 0,
    state,
    first?.code,
  ]);
  return { id: found.id, state: found.state, rows };
};

const names = ['1.html', '2.html', '3.html', '4.html'];

async function inputsOf(...paths: string[]) {
  for (const [seed, name] of names.entries()) await writeExport(at(name), invent(1, seed + 1));
  return (await findInputs(paths.map((path) => at(path)))).inputs;
}

const unsent = (name: string) => [name, true, 'failed', 'file-unsent'];
const kept = (name: string) => [name, true, 'waiting', undefined];

test('where a file is lost on its way, the account of the import tells of it and of those after it', async () => {
  let puts = 0;
  const { client, sure } = await openLine(at('lost.db'), ({ method }) => method === 'PUT' && ++puts === 3);
  await expect(importInputs(client, await inputsOf(...names))).rejects.toThrow('fetch failed');
  const [one, two, three, four] = names as [string, string, string, string];
  const { id, ...told } = await rowsOf(sure);
  expect(told).toEqual({
    state: 'cancelled',
    rows: [kept(one), kept(two), unsent(three), unsent(four)],
  });
  await sure.api.imports.resume.mutate({ id });
  await expect.poll(async () => (await rowsOf(sure)).state, { timeout: 20_000 }).toBe('done');
  expect((await rowsOf(sure)).rows.map(([, , state]) => state)).toEqual(['done', 'done', 'failed', 'failed']);
});

test('where the line is gone for good, every file has its row, and none of those that never came is read', async () => {
  let puts = 0;
  const { client, sure } = await openLine(at('gone.db'), ({ method }) => {
    if (method === 'PUT') puts += 1;
    return puts >= 3;
  });
  await expect(importInputs(client, await inputsOf(...names))).rejects.toThrow('fetch failed');
  const { id, state, rows } = await rowsOf(sure);
  expect([state, rows]).toEqual(['waiting', names.map(kept)]);
  await sure.api.imports.start.mutate({ id });
  await expect.poll(async () => (await rowsOf(sure)).state, { timeout: 20_000 }).toBe('done');
  expect((await rowsOf(sure)).rows.map(([, , state, code]) => [state, code])).toEqual([
    ['done', undefined],
    ['done', undefined],
    ['failed', 'file-unsent'],
    ['failed', 'file-unsent'],
  ]);
});

test('a file that cannot be read is the row that announced it, with the reason; the others go in', async () => {
  const { client, sure } = await openLine(at('unread.db'), () => false);
  const inputs = await inputsOf('1.html', 'missing.html', '2.html');
  const accounts = await importInputs(client, inputs);
  expect(accounts.map(({ file, found }) => [file, found])).toEqual([
    [at('1.html'), 1],
    [at('missing.html'), 0],
    [at('2.html'), 1],
  ]);
  const { state, rows } = await rowsOf(sure);
  expect([state, rows]).toEqual([
    'done',
    [
      ['1.html', true, 'done', undefined],
      ['missing.html', false, 'failed', 'file-unreadable'],
      ['2.html', true, 'done', undefined],
    ],
  ]);
});
