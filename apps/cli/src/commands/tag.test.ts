import { beforeAll, expect, test } from 'vitest';
import { idOf, invent, runCli, useFolder, writeExport } from '../testing.ts';

const at = useFolder();
const truths = invent(12, 31);
const [first, second] = truths;
if (!first || !second) throw new Error('Nothing was invented.');
const id = idOf(first);

const ask = (...args: string[]) => runCli([...args, '--db', at('archive.db')]);
const json = async (...args: string[]): Promise<unknown> => JSON.parse((await ask(...args, '--json')).stdout);
const found = async (query: string) =>
  (await ask('search', query, '--ids')).stdout.split('\n').filter(Boolean);

beforeAll(async () => {
  await writeExport(at('a.html'), truths);
  expect((await ask('import', at('a.html'))).code).toBe(0);
});

test('articles get a tag by a query, tried first, and lose it by the same one', async () => {
  expect(await ask('tag')).toMatchObject({ code: 4, stdout: '' });
  const all = ['tag', ' To  Read', 'date after 1900'];
  expect(await ask(...all, '--dry-run')).toEqual({
    code: 0,
    stdout: '',
    stderr: '12 articles would get the tag To Read; 0 had it already.\nNothing was changed.\n',
  });
  expect(await ask('tag')).toMatchObject({ code: 4 });
  expect(await json(...all)).toEqual({
    name: 'To Read',
    articles: 12,
    changed: 12,
    unknown: [],
    dryRun: false,
  });
  expect(await ask(...all)).toMatchObject({
    code: 0,
    stderr: '0 articles got the tag To Read; 12 had it already.\n',
  });
  expect(await found('tag:"to read"')).toHaveLength(12);
  expect(await json('tag')).toEqual([{ name: 'To Read', articles: 12 }]);
  expect(await ask('tag')).toEqual({ code: 0, stdout: 'To Read  12\n', stderr: '' });
  expect(await ask(...all, '--remove')).toMatchObject({
    code: 0,
    stderr: '12 articles lost the tag To Read; 0 had it not.\n',
  });
  expect(await found('tag:"to read"')).toEqual([]);
  expect(await ask('tag', 'x', 'hd=nothingsaysthis')).toMatchObject({
    code: 4,
    stderr: 'Nothing matched.\n',
  });
  expect(await json('tag', 'sampled', '--sample', '3')).toMatchObject({ articles: 3, changed: 3 });
});

test('articles get a tag by id; one that is not there fails alone', async () => {
  const named = ['tag', 'x', '--id', id, '--id', second.accession.number];
  expect(await ask(...named)).toMatchObject({ code: 0 });
  expect(new Set(await found('tag:x'))).toEqual(new Set([id, idOf(second)]));
  expect(await ask('tag', 'y', '--id', id, '--id', 'none')).toEqual({
    code: 3,
    stdout: '',
    stderr: '1 article got the tag y; 0 had it already.\nThe archive has no article none.\n',
  });
  expect(await ask('tag', 'y', '--id', 'none')).toMatchObject({ code: 4 });
  expect(await ask(...named, '--remove')).toMatchObject({ code: 0 });
});

test('a note is written, shown, read from stdin and cleared', async () => {
  expect(await ask('note', id)).toMatchObject({ code: 4, stdout: '' });
  expect(await ask('note', id, 'One', 'line.')).toEqual({
    code: 0,
    stdout: '',
    stderr: 'The note is written.\n',
  });
  expect((await ask('note', id)).stdout).toContain('One line.\n');
  const piped = await runCli(['note', id, '-', '--json', '--db', at('archive.db')], {
    input: 'Two\nlines.\n\n',
  });
  expect(JSON.parse(piped.stdout)).toMatchObject({ id, note: { text: 'Two\nlines.' } });
  for (const tag of ['sampled', 'y']) await ask('tag', tag, '--id', id, '--remove');
  await ask('tag', 'seen', '--id', id);
  expect(await json('show', id)).toMatchObject({
    article: { id },
    tags: ['seen'],
    note: { text: 'Two\nlines.' },
    duplicates: [],
  });
  expect((await ask('show', id)).stdout).toContain('Tags: seen\nNote: Two\nlines.\n');
  expect(await found('has:note and tag:seen')).toEqual([id]);
  expect(await json('search', 'has:note')).toMatchObject({ hits: [{ id, tags: ['seen'], hasNote: true }] });
  expect((await ask('search', 'has:note')).stdout).toContain('seen · has a note');
  expect(await ask('note', id, '--clear')).toEqual({ code: 0, stdout: 'Two\nlines.\n', stderr: '' });
  expect(await ask('note', id, '--clear')).toMatchObject({ code: 4 });
});

test.each([
  ['a tag alone', ['tag', 'x'], 2, 'Say which articles'],
  ['a query and an id', ['tag', 'x', 'ferry', '--id', 'y'], 2, 'Say which articles'],
  ['no tag', ['tag', '--remove'], 2, 'Say the tag too'],
  ['a tag of signs', ['tag', '!', '--id', id], 2, 'a tag needs a letter or a digit'],
  ['a tag too long', ['tag', 'x'.repeat(61), 'ferry'], 2, 'at most 60 characters'],
  ['no query', ['tag', 'x', '(ferry'], 2, 'not closed'],
  ['a note and --clear', ['note', id, 'x', '--clear'], 2, 'not both'],
  ['an empty note', ['note', id, ' '], 2, 'a note needs a text'],
  ['a note to nothing', ['note', 'none', 'x'], 4, 'The archive has no article none.'],
  ['the note of nothing', ['note', 'none'], 4, 'The archive has no article none.'],
  ['no article', ['note'], 2, 'missing required argument'],
] as [name: string, args: string[], code: number, words: string][])(
  '%s: in words on stderr',
  async (_name, args, ...[code, words]) => {
    expect(await ask(...args)).toEqual({ code, stdout: '', stderr: expect.stringContaining(words) });
  },
);
