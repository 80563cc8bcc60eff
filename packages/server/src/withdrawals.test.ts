import { inventArticles, wrap } from '@pressmark/fixtures';
import { expect, test, vi } from 'vitest';
import { openTestServer } from '../test/archive.ts';
import { ask, runImport } from '../test/calls.ts';

// Real files and a real database, on machines that may be busy.
vi.setConfig({ testTimeout: 60_000 });

interface Got {
  withdrawn?: { file: { file: string } | null };
  versions: unknown[];
}

test('a stream takes back what it brought, an earlier file, and a source; a later file brings it again', async () => {
  const server = await openTestServer();
  const truths = [...inventArticles({ count: 12, seed: 5 })];
  const lines = new TextDecoder().decode(wrap(truths, 'records-lines'));
  const [first, second] = truths as [(typeof truths)[0], (typeof truths)[0]];
  const total = async () => (await ask<{ total: number }>(server, 'articles.search', { q: '' })).total;
  const get = ({ accession }: typeof first) => ask<Got>(server, 'articles.get', { id: accession.number });
  const del = ({ accession }: typeof first) => `${JSON.stringify({ an: accession.number, action: 'del' })}\n`;
  const bytes = (text: string) => new TextEncoder().encode(text);

  await runImport(server, { 'snapshot.json': wrap(truths, 'records-json') });
  expect(await total()).toBe(12);
  const own = lines.split('\n')[1] ?? '';
  await runImport(server, { 'stream.jsonl': bytes(`${del(first)}${del(second)}${own}\n`) });
  expect(await total()).toBe(11);
  expect((await get(first)).withdrawn?.file?.file).toBe('stream.jsonl');
  expect((await get(second)).withdrawn).toBeUndefined();

  const code = second.source.code;
  const left = truths.filter(
    ({ source, accession }) => source.code !== code && accession !== first.accession,
  );
  await runImport(server, {
    'gone.jsonl': bytes(`${JSON.stringify({ event_type: 'source_delete', source_code: code })}\n`),
  });
  expect(await total()).toBe(left.length);

  await runImport(server, { 'again.jsonl': bytes(lines) });
  expect(await total()).toBe(12);
  expect((await get(first)).withdrawn).toBeUndefined();
  expect((await get(first)).versions).toHaveLength(1);
  expect(server.faults).toEqual([]);
});
