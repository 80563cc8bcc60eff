import { beforeAll, expect, test } from 'vitest';
import { invent, runCli, useFolder, writeExport } from '../testing.ts';

// Dates that could be two days, in every command that takes a query.
const at = useFolder();
const ask = (...args: string[]) => runCli([...args, '--db', at('archive.db')]);
const query = 'date from 01/02/1900 to 03/04/2100';
const dayFirst = [
  '01/02/1900 was read day first, as 1900-02-01.',
  '03/04/2100 was read day first, as 2100-04-03.',
];

beforeAll(async () => {
  await writeExport(at('a.html'), invent(8, 5));
  const { code, stderr } = await runCli(['import', at('a.html'), '--db', at('archive.db')]);
  if (code !== 0) throw new Error(stderr);
});

test('every command says once how they were read', async () => {
  const runs = [
    ['search', query],
    ['search', '--ids', query],
    ['export', query],
    ['facets', query],
    ['timeline', query],
    ['kwic', '--to', 'csv', query],
    ['explain', query],
    ['saved', 'add', 'Years', query],
  ];
  for (const args of runs) {
    const { stderr } = await ask(...args);
    for (const note of dayFirst) expect([args, stderr.split(note).length]).toEqual([args, 2]);
  }
  for (const command of ['batch', 'series']) {
    const { code, stderr } = await runCli([command, '-', '--db', at('archive.db')], {
      input: `years = ${query}\n`,
    });
    expect([code, stderr]).toEqual([0, expect.stringContaining(`line 1, column 19 (years): ${dayFirst[0]}`)]);
  }
});

test('--date-order reads the month first, in a saved search too; JSON has the notes', async () => {
  const month = ['--date-order', 'month'];
  const { stdout } = await ask('search', query, '--json', ...month);
  const page = JSON.parse(stdout) as { query: string; notes: { message: string }[] };
  const read = 'date from 1900-01-02 to 2100-03-04';
  expect([page.query, page.notes[0]?.message]).toEqual([
    read,
    '01/02/1900 was read month first, as 1900-01-02.',
  ]);
  expect((await ask('saved', 'add', 'Months', query, ...month)).code).toBe(0);
  const shown = await ask('saved', 'show', 'Months', '--json');
  expect(JSON.parse(shown.stdout)).toMatchObject({ query: read });
});

test('export reads the Nexis language', async () => {
  const [nexis, factiva] = await Promise.all([
    ask('export', '--dialect', 'nexis', 'the w/9 of'),
    ask('export', 'the near9 of'),
  ]);
  expect([nexis.stdout, nexis.stderr]).toEqual([factiva.stdout, expect.stringContaining('Read as ')]);
});

test('a query that cannot be read is JSON with its place, and words: exit 2', async () => {
  const ran = await ask('facets', '(ferry', '--json');
  expect(ran.code).toBe(2);
  expect(JSON.parse(ran.stdout)).toEqual({
    problems: [
      expect.objectContaining({ line: 1, column: 1, expected: 'a closing bracket', mend: '(ferry)' }),
    ],
  });
  expect(ran.stderr).toContain('Column 1: This bracket is not closed.\n  Expected: a closing bracket\n');
});
