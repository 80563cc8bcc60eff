import { expect, test, vi } from 'vitest';
import { openTestServer } from '../test/archive.ts';
import { ask, call, origin, runImport } from '../test/calls.ts';
import { inventExport } from '../test/exports.ts';

vi.setConfig({ testTimeout: 60_000 });

interface Page {
  lines: {
    id: string;
    hit: number;
    left: string;
    key: string;
    right: string;
    date: string;
    headline: string;
    copyright: string;
  }[];
  next: string | null;
  query: string;
}

async function openFilled() {
  const server = await openTestServer();
  await runImport(server, { 'a.txt': inventExport({ articles: 40 }) });
  return server;
}

async function allLines(
  server: Awaited<ReturnType<typeof openFilled>>,
  input: object,
): Promise<Page['lines']> {
  const lines: Page['lines'] = [];
  let cursor: string | null = null;
  do {
    const page: Page = await ask(server, 'lines.page', { ...input, limit: 9, ...(cursor && { cursor }) });
    lines.push(...page.lines);
    cursor = page.next;
  } while (cursor);
  return lines;
}

const download = async (server: Awaited<ReturnType<typeof openFilled>>, values: Record<string, string>) =>
  server.fetch(new Request(`${origin}/api/lines?${new URLSearchParams(values)}`));

test('every line comes page by page, and as many as are counted', async () => {
  const server = await openFilled();
  const lines = await allLines(server, { q: 'harbour', sort: 'right' });
  const count = await ask<{ lines: number; articles: number }>(server, 'lines.count', { q: 'harbour' });
  expect(lines.length).toBeGreaterThan(9);
  expect(count).toEqual({ lines: lines.length, articles: new Set(lines.map(({ id }) => id)).size });
  expect(new Set(lines.map(({ key }) => key.toLowerCase()))).toEqual(new Set(['harbour']));
  for (const { left, right } of lines) expect(Math.max(left.length, right.length)).toBeLessThanOrEqual(60);
});

test('the download holds the same lines, as JSON and as a table', async () => {
  const server = await openFilled();
  const lines = await allLines(server, { q: 'harbour', sort: 'left', width: { unit: 'words', most: 3 } });
  const values = { q: 'harbour', sort: 'left', unit: 'words', width: '3' };
  const json = await download(server, { ...values, to: 'jsonl' });
  expect(json.headers.get('content-disposition')).toBe('attachment; filename="pressmark-lines.jsonl"');
  const read = (await json.text())
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as unknown);
  expect(read).toEqual(lines);
  const rows = (await (await download(server, { ...values, to: 'csv' })).text()).trimEnd().split('\r\n');
  expect(rows[0]).toBe('doc_id,date,source,headline,path,start,left,key,right,copyright');
  const copyrights = lines.map(({ copyright }) => copyright);
  expect(new Set(copyrights)).toEqual(new Set([expect.stringMatching(/^(Copyright|©)/)]));
  expect(rows.slice(1).every((row, index) => row.includes(copyrights[index] ?? '?'))).toBe(true);
  expect(rows).toHaveLength(lines.length + 1);
});

test('what cannot be run is refused: a broken query, a cursor of another order, an unknown format', async () => {
  const server = await openFilled();
  const broken = await call(server, 'lines.page', { q: 'harbour and (' });
  expect([broken.status, broken.error?.data.problems.length]).toEqual([400, 1]);
  const { next } = await ask<Page>(server, 'lines.page', { q: 'harbour', limit: 1 });
  const other = await call(server, 'lines.page', { q: 'harbour', sort: 'left', cursor: next });
  expect([other.status, other.error?.message]).toEqual([400, 'This cursor belongs to another search.']);
  expect((await download(server, { q: 'harbour', to: 'pdf' })).status).toBe(400);
  expect((await download(server, { q: '(', to: 'csv' })).status).toBe(400);
});
