import { inventArticles, wrap } from '@pressmark/fixtures';
import type { Note, Tag } from '@pressmark/store';
import { expect, test, vi } from 'vitest';
import { openTestServer } from '../test/archive.ts';
import { ask, call, runImport } from '../test/calls.ts';
import type { Server } from './server.ts';

// Real files and a real database, on machines that may be busy.
vi.setConfig({ testTimeout: 60_000 });

interface Page {
  total: number;
  hits: { id: string; tags?: string[]; hasNote?: boolean; hasDuplicate?: boolean }[];
}

async function openTen(): Promise<{ server: Server; ids: string[] }> {
  const server = await openTestServer();
  const truths = [...inventArticles({ count: 10, seed: 4, languages: ['en'] })];
  await runImport(server, { 'a.html': wrap(truths, 'html-plain') });
  const { hits } = await ask<Page>(server, 'articles.search', { q: '' });
  return { server, ids: hits.map(({ id }) => id) };
}

const refusal = async (server: Server, path: string, input: unknown) => {
  const { status, error } = await call(server, path, input);
  return [status, error?.message];
};

test('articles are tagged by name and by what a search finds, tried first, listed and suggested', async () => {
  const { server, ids } = await openTen();
  const [first = ''] = ids;
  expect(await ask(server, 'tags.add', { name: ' To  read', articles: [first, 'none'] })).toEqual({
    name: 'To read',
    changed: 1,
    unknown: ['none'],
    articles: 2,
  });
  const rest = { name: 'rest', search: { q: 'date after 1900 not tag:"to read"' } };
  const done = { name: 'rest', changed: 9, unknown: [], articles: 9 };
  expect(await ask(server, 'tags.add', { ...rest, dryRun: true })).toEqual(done);
  expect((await ask<Page>(server, 'articles.search', { q: 'tag:rest' })).total).toBe(0);
  expect(await ask(server, 'tags.add', rest)).toEqual(done);
  expect(await ask(server, 'tags.add', rest)).toMatchObject({ changed: 0, articles: 9 });
  expect(await ask<Tag[]>(server, 'tags.list')).toEqual([
    { name: 'rest', articles: 9 },
    { name: 'To read', articles: 1 },
  ]);
  expect(await ask(server, 'articles.suggest', { field: 'tag', text: 'RE' })).toEqual([
    { insert: 'rest', label: 'rest', count: 9 },
    { insert: '"To read"', label: 'To read', count: 1 },
  ]);
  expect(await ask(server, 'articles.suggest', { field: 'has', text: '' })).toHaveLength(2);
  const { hits } = await ask<Page>(server, 'articles.search', { q: 'tag:"to read"' });
  expect(hits).toMatchObject([{ id: first, tags: ['To read'] }]);
  // What it takes away is what it finds.
  const taken = { name: 'rest', search: { q: 'tag:rest' } };
  expect(await ask(server, 'tags.remove', taken)).toMatchObject({ changed: 9, articles: 9 });
  expect(await ask<Tag[]>(server, 'tags.list')).toHaveLength(1);
});

test('an explanation counts tags and says of an article which it has', async () => {
  const { server, ids } = await openTen();
  const [first = '', second = ''] = ids;
  await ask(server, 'tags.add', { name: 'x', articles: [first] });
  await ask(server, 'notes.write', { article: second, text: 'Mine.' });
  const explained = (article: string) =>
    ask<Record<string, unknown>>(server, 'articles.explain', { q: 'tag:x not has:note', article });
  expect(await explained(first)).toMatchObject({
    total: 1,
    clauses: [
      { text: 'tag=x', total: 1 },
      { text: 'has=note', total: 1 },
    ],
    article: { found: true },
    notes: [],
  });
  expect(await explained(second)).toMatchObject({ article: { found: false } });
  expect(await ask(server, 'articles.explain', { q: 'tag:xx' })).toMatchObject({
    notes: [{ message: 'No article has tag=xx. There is x, 1.' }],
  });
  expect(await ask(server, 'articles.explain', { q: 'has:duplicate' })).toMatchObject({ notes: [] });
});

test('a note is written, read, replaced and cleared', async () => {
  const { server, ids } = await openTen();
  const [article = ''] = ids;
  const note = await ask<Note>(server, 'notes.write', { article, text: 'One\ntwo.' });
  expect(await ask(server, 'articles.get', { id: article })).toMatchObject({
    note,
    tags: [],
    duplicates: [],
  });
  expect((await ask<Page>(server, 'articles.search', { q: 'has:note' })).hits).toMatchObject([
    { id: article, hasNote: true },
  ]);
  expect(await ask(server, 'notes.clear', { article })).toEqual(note);
  expect(await refusal(server, 'notes.clear', { article })).toEqual([
    404,
    `The archive has no note to an article ${article}.`,
  ]);
  expect(await refusal(server, 'notes.write', { article: 'none', text: 'x' })).toEqual([
    404,
    'The archive has no article none.',
  ]);
  expect((await refusal(server, 'notes.write', { article, text: ' ' }))[0]).toBe(400);
});

test('what cannot be a tag is refused in words', async () => {
  const { server, ids } = await openTen();
  expect(await refusal(server, 'tags.add', { name: '!', articles: ids })).toEqual([
    400,
    'name: a tag needs a letter or a digit',
  ]);
  expect((await refusal(server, 'tags.add', { name: 'x'.repeat(61), articles: ids }))[0]).toBe(400);
  expect(await refusal(server, 'tags.add', { name: 'x' })).toEqual([400, 'either articles or a search']);
  expect(await refusal(server, 'tags.add', { name: 'x', articles: ['none'] })).toEqual([
    404,
    'The archive has no article none.',
  ]);
  expect((await refusal(server, 'tags.add', { name: 'x', search: { q: '(' } }))[0]).toBe(400);
});
