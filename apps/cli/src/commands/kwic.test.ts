import type { Article } from '@pressmark/core';
import { highlight, parseQuery } from '@pressmark/core/query';
import { beforeAll, expect, test } from 'vitest';
import { invent, runCli, useFolder, writeExport } from '../testing.ts';

const at = useFolder();
const truths = invent(30, 5);

interface Page {
  query: string;
  total: number;
  articles: number;
  lines: { id: string; left: string; key: string; right: string }[];
  next: string | null;
}

const ask = (...args: string[]) => runCli(['kwic', ...args, '--db', at('archive.db')]);

/** The places of a query in all articles, by the matcher of core. */
async function countMarks(text: string): Promise<number> {
  const parsed = parseQuery(text);
  if (!parsed.ok) throw new Error(text);
  const { stdout } = await runCli(['export', '--db', at('archive.db')]);
  const articles = stdout
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Article);
  return articles.flatMap((article) => Object.values(highlight(parsed.query, article)).flat()).length;
}

beforeAll(async () => {
  await writeExport(at('a.html'), truths);
  const { code, stderr } = await runCli(['import', at('a.html'), '--db', at('archive.db')]);
  if (code !== 0) throw new Error(stderr);
});

test('says of a cursor that is none just that: exit 2', async () => {
  const ran = await ask('the', '--cursor', 'bogus');
  expect(ran).toEqual({ code: 2, stdout: '', stderr: 'pressmark: This cursor belongs to another search.\n' });
});

test('prints the lines page by page as JSON, and all of them as a table', async () => {
  const lines: Page['lines'] = [];
  let total = 0;
  for (let cursor: string | null = ''; cursor !== null; ) {
    const ran = await ask(
      'the',
      '--json',
      '--limit',
      '400',
      '--sort',
      'left',
      ...(cursor ? ['--cursor', cursor] : []),
    );
    expect(ran.code).toBe(0);
    const page = JSON.parse(ran.stdout) as Page;
    expect(Object.keys(page)).toEqual(['query', 'total', 'articles', 'lines', 'next']);
    lines.push(...page.lines);
    total = page.total;
    cursor = page.next;
  }
  expect(lines).toHaveLength(total);
  expect(total).toBe(await countMarks('the'));
  expect(lines.every(({ key }) => key.toLowerCase() === 'the')).toBe(true);
  const table = await ask('the', '--to', 'csv', '--sort', 'left');
  expect(table.code).toBe(0);
  expect(table.stdout.trimEnd().split('\r\n')).toHaveLength(total + 1);
  const json = await ask('the', '--to', 'jsonl', '--sort', 'left');
  expect(
    json.stdout
      .trimEnd()
      .split('\n')
      .map((line) => (JSON.parse(line) as { id: string }).id),
  ).toEqual(lines.map(({ id }) => id));
});

test('prints the hits below one another for people', async () => {
  const ran = await ask('the', '--limit', '5', '--width', '2', '--words');
  expect(ran.stderr).toMatch(/^[\d,]+ lines in \d+ articles; for more: --cursor \S+\n$/);
  const shown = ran.stdout.trimEnd().split('\n');
  expect(shown).toHaveLength(5);
});

test('nothing found is exit 4, a broken query 2, in every form', async () => {
  expect([
    (await ask('zzyzx')).code,
    (await ask('zzyzx', '--to', 'csv')).code,
    (await ask('zzyzx', '--to', 'jsonl')).code,
  ]).toEqual([4, 4, 4]);
  const broken = await ask('a and (');
  expect([broken.code, broken.stdout, broken.stderr]).toEqual([
    2,
    '',
    expect.stringContaining('The query cannot be read'),
  ]);
});
