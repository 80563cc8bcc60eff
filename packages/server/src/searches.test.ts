import { join } from 'node:path';
import { inventArticles, type Truth, wrap } from '@pressmark/fixtures';
import { openSqliteStore, type SavedSearch } from '@pressmark/store';
import { expect, test, vi } from 'vitest';
import { openTestServer } from '../test/archive.ts';
import { ask, call, dump, origin, runImport } from '../test/calls.ts';
import { temporaryFolder } from '../test/folder.ts';
import type { SearchAccount } from './searches.ts';
import type { Server } from './server.ts';

// Real files and a real database, on machines that may be busy.
vi.setConfig({ testTimeout: 60_000 });

const truths = [...inventArticles({ count: 30, seed: 8, languages: ['en'] })] as Truth[];
const [early, late] = [truths.slice(0, 20), truths.slice(20)] as [Truth[], Truth[]];
const code = (late[0] as Truth).source.code;
const expected = late.filter(({ source }) => source.code === code).length;

const list = (server: Server) => ask<SearchAccount[]>(server, 'searches.list');
const importing = (server: Server, articles: Truth[], name: string) =>
  runImport(server, { [name]: wrap(articles, 'html-plain') });

test('an import leaves with every saved search what is new of it, until it is looked at', async () => {
  const server = await openTestServer();
  await importing(server, early, 'early.html');
  const input = { name: 'One source', q: `sc=${code}` };
  const saved = await ask<SavedSearch>(server, 'searches.save', input);
  expect(saved).toMatchObject({ name: 'One source', text: `sc=${code}`, query: `sc=${code.toLowerCase()}` });
  const all = await ask<SavedSearch>(server, 'searches.save', { name: 'All', q: '' });
  expect((await list(server)).map(({ name, news }) => [name, news?.new])).toEqual([
    ['All', 0],
    ['One source', 0],
  ]); // prettier-ignore
  await importing(server, late, 'late.html');
  await importing(server, early, 'again.html');
  const [whole, one] = (await list(server)) as [SearchAccount, SearchAccount];
  expect([whole.news?.new, one.news?.new, one.news?.known]).toEqual([10, expected, 0]);
  const moment = one.news?.moment;
  const page = await ask<{ total: number; hits: { id: string }[] }>(server, 'articles.search', {
    q: one.text,
    since: one.since,
  });
  const ids = late
    .filter(({ source }) => source.code === code)
    .map(({ accession }) => `factiva:${accession.number}`); // prettier-ignore
  expect([page.total, page.hits.map(({ id }) => id).sort()]).toEqual([expected, ids.sort()]);
  const since = String(one.since);
  const exported = await server.fetch(
    new Request(`${origin}/api/export?${new URLSearchParams({ q: '', to: 'jsonl', since })}`),
  );
  expect((await exported.text()).trim().split('\n')).toHaveLength(10);
  expect(await dump(server)).toHaveLength(30);
  await ask(server, 'searches.markSeen', { id: saved.id, moment });
  await ask(server, 'searches.markSeen', { id: all.id });
  expect((await list(server)).map(({ news }) => news?.new)).toEqual([0, 0]);
});

test('a name is taken once, in words; what is removed comes back; what is not there is refused', async () => {
  const server = await openTestServer();
  const { id } = await ask<SavedSearch>(server, 'searches.save', { name: ' Ferry ', q: 'ferry' });
  expect((await list(server)).map(({ name }) => name)).toEqual(['Ferry']);
  const refused = await call(server, 'searches.save', { name: 'FERRY', q: 'boat' });
  expect([refused.status, refused.error?.message]).toEqual([409, 'Another saved search has this name.']);
  expect((await call(server, 'searches.save', { name: 'Broken', q: 'ferry and (' })).status).toBe(400);
  expect((await call(server, 'searches.save', { name: '  ', q: 'ferry' })).status).toBe(400);
  await ask(server, 'searches.remove', { id });
  expect(await list(server)).toEqual([]);
  expect((await call(server, 'searches.rename', { id, name: 'Boat' })).status).toBe(404);
  await ask(server, 'searches.restore', { id });
  await ask(server, 'searches.rename', { id, name: 'Boat' });
  expect((await list(server)).map(({ name }) => name)).toEqual(['Boat']);
});

test('a later version of the language reads the text anew, and says where it means something else', async () => {
  const database = join(await temporaryFolder(), 'archive.db');
  const server = await openTestServer({ database });
  const store = await openSqliteStore({ path: database });
  const early = { dialect: 'factiva', grammar: 1, selection: {} } as const;
  await store.searches.save({ ...early, name: 'Same', text: 'Ferry', query: 'ferry' });
  await store.searches.save({ ...early, name: 'Other', text: 'ferry', query: 'boat' });
  await store.searches.save({ ...early, name: 'Broken', text: 'ferry and (', query: 'ferry' });
  await store.close();
  const [broken, other, same] = (await list(server)) as [SearchAccount, SearchAccount, SearchAccount];
  expect([broken.changed, other.changed, same.changed]).toEqual([
    { from: 'ferry', to: null },
    { from: 'boat', to: 'ferry' },
    null,
  ]);
  expect([broken.news, broken.problem]).toEqual([null, expect.stringMatching(/./)]);
  await ask(server, 'searches.reread', { id: other.id });
  expect((await call(server, 'searches.reread', { id: broken.id })).status).toBe(400);
  expect((await list(server)).map(({ changed }) => changed)).toEqual([
    { from: 'ferry', to: null },
    null,
    null,
  ]);
});
