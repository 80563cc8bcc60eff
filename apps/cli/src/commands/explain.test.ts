import type { Truth } from '@pressmark/fixtures';
import { beforeAll, expect, test } from 'vitest';
import { idOf, invent, runCli, useFolder, writeExport } from '../testing.ts';

const at = useFolder();
const truths = invent(40, 5);
const [one, other] = truths as [Truth, Truth];
const ask = (...args: string[]) => runCli(['explain', ...args, '--db', at('archive.db')]);
const ofSource = truths.filter(({ source }) => source.code === one.source.code).length;

beforeAll(async () => {
  await writeExport(at('a.html'), truths);
  const { code, stderr } = await runCli(['import', at('a.html'), '--db', at('archive.db')]);
  if (code !== 0) throw new Error(stderr);
});

test('prints the tree with the hits of every clause: exit 0', async () => {
  const q = `sc=${one.source.code} not zzzq`;
  const [people, json] = await Promise.all([ask(q), ask(q, '--json')]);
  expect(people.code).toBe(0);
  const rows = people.stdout
    .split('\n')
    .filter(Boolean)
    .map((line) => line.trim().split(/ {2,}/));
  expect(rows.map(([total]) => total)).toEqual([ofSource, ofSource, 0].map(String));
  expect(rows[0]).toEqual([
    `${ofSource}`,
    'the first, without the second',
    q.toLowerCase().replace('sc=', 'sc='),
  ]);
  expect(people.stderr).toContain('“zzzq” stands nowhere in the archive.');
  expect(people.stderr).toMatch(/\^{4}\n/);
  const told = JSON.parse(json.stdout);
  expect([json.code, told.total, told.tree.of.length, told.loosenings]).toEqual([0, ofSource, 2, []]);
});

test('offers the smallest changes where nothing is found: exit 4', async () => {
  const ran = await ask(`sc=${one.source.code} and zzzq`);
  expect(ran.code).toBe(4);
  expect(ran.stdout).toContain('The smallest changes that find something:');
  expect(ran.stdout.trim().split('\n').at(-1)?.trim().split(/ {2,}/)).toEqual([
    `${ofSource}`,
    `sc=${one.source.code.toLowerCase()}`,
    'without zzzq',
  ]);
});

test('says why an article is found: exit 0, or is not: exit 4', async () => {
  const number = idOf(one);
  const [found, missing, none] = await Promise.all([
    ask(`an=${one.accession.number}`, '--article', number),
    ask(`an=${other.accession.number}`, '--article', number),
    ask('ferry', '--article', 'factiva:NONE'),
  ]);
  expect([found.code, missing.code, none.code]).toEqual([0, 4, 1]);
  expect(found.stdout).toContain('The query finds it.');
  expect(found.stdout).toContain('yes (1 place): ');
  expect(missing.stdout).toContain('The query does not find it.');
  expect(missing.stdout).toContain('no: ');
  expect(none.stderr).toContain('The archive has no article factiva:NONE.');
});

test('points at the place in a query it cannot read: exit 2; reads the Nexis language', async () => {
  const [broken, nexis] = await Promise.all([
    ask('(ferry'),
    ask('--dialect', 'nexis', 'headline(the w/9 of)'),
  ]);
  expect([broken.code, broken.stderr]).toEqual([2, expect.stringContaining('^')]);
  expect(nexis.stderr).toContain('Read as hd=(the near9 of)');
});
