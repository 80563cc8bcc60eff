import { expect, test, vi } from 'vitest';
import { openTestServer } from '../test/archive.ts';
import { ask, call, origin, runImport } from '../test/calls.ts';
import { inventExport } from '../test/exports.ts';

// Real files and a real database, on machines that may be busy.
vi.setConfig({ testTimeout: 120_000 });

const reader = new URL('./reading/thread.ts', import.meta.url);
const quick = { q: '', limit: 1 };
/** Every article has to be read for each of its parts: seconds on any machine. */
const parts = Array.from({ length: 100 }, (_, part) => `issue:nothing-${part}`);
const slow = { q: parts.join(' or '), limit: 1 };

test('a search beyond the limit is refused in words, and others are answered meanwhile', async () => {
  const server = await openTestServer({ reader, limit: 100 });
  await runImport(server, { 'a.txt': inventExport({ articles: 800, paragraphs: 12 }) });
  const race = async () => {
    const refused = call(server, 'articles.search', slow);
    const first = await Promise.race([
      refused.then(() => 'slow'),
      ask(server, 'articles.search', quick).then(() => 'quick'),
    ]);
    return { first, ...(await refused) };
  };
  // The second thread starts when the first is busy, and takes nothing before it is ready.
  let raced = await race();
  while (raced.first === 'slow') raced = await race();
  const { status, error } = raced;
  expect([status, error?.message]).toEqual([
    400,
    'This search was stopped at the limit of 0.1 seconds; please narrow it by another word, a date or a source.',
  ]);
  expect(server.faults).toEqual([]);
});

test('a search ends with its request, which is no fault', async () => {
  const server = await openTestServer({ reader });
  await runImport(server, { 'a.txt': inventExport({ articles: 800, paragraphs: 12 }) });
  const gone = new AbortController();
  const { signal } = gone;
  const asked = ['articles.search', 'articles.timeline'].map((path) => {
    const body = JSON.stringify(path.endsWith('search') ? slow : { q: slow.q, by: 'year' });
    const headers = { 'content-type': 'application/json' };
    return server.fetch(new Request(`${origin}/api/trpc/${path}`, { method: 'POST', headers, body, signal }));
  });
  const exported = server.fetch(
    new Request(`${origin}/api/export?q=${encodeURIComponent(slow.q)}&to=jsonl`, { signal }),
  );
  setTimeout(() => gone.abort(), 20);
  const answers = await Promise.all([...asked, exported]);
  expect(answers.map(({ status }) => status)).not.toContain(200);
  expect((await ask<{ total: number }>(server, 'articles.search', quick)).total).toBe(800);
  expect(server.faults).toEqual([]);
});
