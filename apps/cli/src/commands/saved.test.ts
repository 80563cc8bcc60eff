import type { Truth } from '@pressmark/fixtures';
import { beforeAll, expect, test } from 'vitest';
import { idOf, invent, runCli, useFolder, writeExport } from '../testing.ts';

// One archive, asked in the order of a user's days.
const at = useFolder();
const truths = invent(30, 5);
const [early, late] = [truths.slice(0, 20), truths.slice(20)];
const { code } = (late[0] as Truth).source;
const expected = late.filter(({ source }) => source.code === code);

const ask = (...args: string[]) => runCli([...args, '--db', at('archive.db')]);
const newsOf = async () => {
  const { stdout, ...ran } = await ask('saved', '--json');
  return {
    code: ran.code,
    news: (JSON.parse(stdout) as { name: string; new: number; known: number }[]).map((one) => [
      one.name,
      one.new,
      one.known,
    ]),
  }; // prettier-ignore
};

beforeAll(async () => {
  await writeExport(at('early.html'), early);
  await writeExport(at('late.html'), late);
  await ask('import', at('early.html'));
});

test('searches are saved, tell what an import brought, and are marked as seen: exits 0 and 4', async () => {
  const none = await ask('saved');
  expect([none.code, none.stderr]).toEqual([4, expect.stringContaining('saved add NAME QUERY')]);
  const added = await ask('saved', 'add', 'One source', `sc=${code}`);
  expect([added.code, added.stderr]).toEqual([0, `Saved as One source: sc=${code.toLowerCase()}\n`]);
  const json = await ask('saved', 'add', 'All', '--json');
  expect([json.code, JSON.parse(json.stdout)]).toEqual([0, { id: 2, name: 'All' }]);
  expect(await newsOf()).toEqual({
    code: 4,
    news: [
      ['All', 0, 0],
      ['One source', 0, 0],
    ],
  }); // prettier-ignore
  await ask('import', at('late.html'));
  expect(await newsOf()).toEqual({
    code: 0,
    news: [
      ['All', 10, 0],
      ['One source', expected.length, 0],
    ],
  }); // prettier-ignore
  const shown = await ask('saved', 'show', 'one SOURCE', '--new', '--json');
  const page = JSON.parse(shown.stdout) as { total: number; hits: { id: string }[] };
  expect([shown.code, page.total]).toEqual([0, expected.length]);
  expect(page.hits.map(({ id }) => id).sort()).toEqual(expected.map(idOf).sort());
  const seen = await ask('saved', 'seen', 'One source');
  expect([seen.code, seen.stderr]).toEqual([0, expect.stringContaining('marked as seen')]);
  const after = await ask('saved', 'show', 'One source', '--new');
  expect([after.code, after.stdout]).toEqual([4, '']);
  expect((await ask('saved', 'show', 'One source')).code).toBe(0);
  expect((await ask('saved')).stdout).toMatch(/^All {2}10 new\n {2}every article\nOne source {2}0 new\n/);
});

test('a feed is printed, its links to where the dashboard answers', async () => {
  const { code: exit, stdout } = await ask('saved', 'feed', 'All');
  expect([exit, stdout.match(/<entry>/g)?.length]).toEqual([0, 30]);
  expect(stdout).toMatch(
    /^<\?xml version="1.0" encoding="utf-8"\?>\n<feed xmlns="http:\/\/www.w3.org\/2005\/Atom">/,
  );
  expect(stdout).toContain(
    `href="http://127.0.0.1:4317/articles/${encodeURIComponent(idOf(late[0] as Truth))}?`,
  );
});

test('what cannot be done is said: exits 1 and 2', async () => {
  const runs = await Promise.all([
    ask('saved', 'add', 'all', 'ferry'),
    ask('saved', 'add', 'Broken', 'ferry and ('),
    ask('saved', 'show', 'Nowhere'),
    ask('saved', 'shew', 'All'),
    ask('saved', 'show'),
    ask('saved', 'show', 'One', 'source'),
  ]);
  expect(runs.map((ran) => [ran.code, ran.stdout])).toEqual([1, 2, 1, 2, 2, 2].map((exit) => [exit, '']));
  expect(runs.map(({ stderr }) => stderr.split('\n')[0])).toEqual([
    'pressmark: Another saved search has this name.',
    expect.stringContaining('pressmark: '),
    'pressmark: No search is saved as "Nowhere".',
    'pressmark: saved knows no "shew".',
    'pressmark: Say the name too: pressmark saved show NAME',
    'pressmark: A name of several words needs quotes.',
  ]);
  const removed = await ask('saved', 'remove', 'All');
  expect([removed.code, removed.stderr]).toEqual([0, 'Removed All.\n']);
  expect((await newsOf()).news).toEqual([['One source', 0, 0]]);
});
