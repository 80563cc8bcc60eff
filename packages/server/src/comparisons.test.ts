import { expect, test, vi } from 'vitest';
import { openTestServer } from '../test/archive.ts';
import { ask, call, dump, runImport } from '../test/calls.ts';
import { inventExport } from '../test/exports.ts';

vi.setConfig({ testTimeout: 60_000 });

interface Row {
  label: string;
  query: string | null;
  hits: number | null;
  first: string | null;
  last: string | null;
  problems: { column: number }[];
  error: string | null;
}

interface Series {
  periods: string[];
  all: number[];
  series: { label: string; total: number | null; counts: number[]; problems: unknown[] }[];
}

async function openFilled() {
  const server = await openTestServer();
  await runImport(server, { 'a.txt': inventExport({ articles: 40 }) });
  return server;
}

/** The days of the hits of a query, by the articles themselves. */
async function daysOf(server: Awaited<ReturnType<typeof openFilled>>, q: string): Promise<string[]> {
  const articles = await dump(server, q);
  return articles
    .map((json) => (JSON.parse(json) as { publication: { date: string } }).publication.date)
    .sort();
}

const queries = [
  { label: 'Harbours', q: 'hd=harbour' },
  { label: 'Broken', q: 'harbour and (' },
  { label: 'None', q: 'zzyzx' },
];

test('each query has its numbers, and one that cannot be read costs no other', async () => {
  const server = await openFilled();
  const days = await daysOf(server, 'hd=harbour');
  const [harbours, broken, none] = await ask<Row[]>(server, 'comparisons.counts', { queries });
  const empty = { problems: [], error: null };
  expect(harbours).toEqual({
    ...empty,
    label: 'Harbours',
    query: 'hd=harbour',
    hits: days.length,
    first: days[0],
    last: days.at(-1),
  });
  expect(none).toEqual({ ...empty, label: 'None', query: 'zzyzx', hits: 0, first: null, last: null });
  expect(broken).toMatchObject({
    label: 'Broken',
    query: null,
    hits: null,
    first: null,
    last: null,
    error: null,
  });
  expect(broken?.problems).toHaveLength(1);
});

test('series share their periods and the number of all articles in each', async () => {
  const server = await openFilled();
  const found = await ask<Series>(server, 'comparisons.series', { queries, by: 'day' });
  const days = await daysOf(server, 'hd=harbour');
  const all = await daysOf(server, '');
  const [first = '', last = ''] = [days[0], days.at(-1)];
  const count = (list: string[]) =>
    found.periods.map((period) => list.filter((day) => day === period).length);
  expect(found.periods).toEqual([...new Set(all)].filter((day) => day >= first && day <= last));
  expect(found.all).toEqual(count(all));
  expect(found.series.map(({ label, total, counts }) => [label, total, counts])).toEqual([
    ['Harbours', days.length, count(days)],
    ['Broken', null, []],
    ['None', 0, found.periods.map(() => 0)],
  ]);
});

test('more queries than one call takes are refused', async () => {
  const server = await openFilled();
  const many = Array.from({ length: 101 }, (_, index) => ({ label: `${index}`, q: 'a' }));
  expect((await call(server, 'comparisons.counts', { queries: many })).status).toBe(400);
  expect((await call(server, 'comparisons.series', { queries: many, by: 'year' })).status).toBe(400);
});
