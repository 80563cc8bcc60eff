import { openAsBlob } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openServer } from '@pressmark/server';
import { describe, expect, onTestFinished, test } from 'vitest';
import { listen } from '../test/listen.ts';
import { ArchiveError, type Client, createClient, problemsOf } from './index.ts';

const article = (n: number) => `
Town
Harbour report ${n} opens

By Ada Invented
12 words
${n} April 2017
The Example Times
EXTI
English
Copyright 2017 Example Times, Inc. All Rights Reserved.

The ferry committee met and counted ${n} boats in the harbour today.

Document EXTI00002017040${n}ed4${n}0000${n}
`;
const text = [1, 2, 3].map(article).join('');

type Open = () => Promise<{ client: Client; folder: string }>;

async function openArchive() {
  const folder = await mkdtemp(join(tmpdir(), 'pressmark-'));
  const server = await openServer({ database: join(folder, 'archive.db') });
  onTestFinished(async () => {
    await server.close();
    await rm(folder, { recursive: true, force: true });
  });
  return { server, folder };
}

const inProcess: Open = async () => {
  const { server, folder } = await openArchive();
  return { client: createClient({ server }), folder };
};
const overNetwork: Open = async () => {
  const { server, folder } = await openArchive();
  return { client: createClient({ url: await listen(server) }), folder };
};

const streamOf = (...parts: (string | Error)[]) =>
  new ReadableStream<Uint8Array>({
    pull(controller) {
      const part = parts.shift();
      if (part instanceof Error) throw part;
      if (part === undefined) controller.close();
      else controller.enqueue(new TextEncoder().encode(part));
    },
  });

async function finish(client: Client, id: number) {
  await client.api.imports.start.mutate({ id });
  for (;;) {
    const account = await client.api.imports.get.query({ id });
    if (!['waiting', 'running'].includes(account.import.state)) return account;
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

/** Everything a client can ask, without times. */
async function visit({ client, folder }: Awaited<ReturnType<Open>>) {
  const { api } = client;
  const { id } = await api.imports.create.mutate();
  const progress: number[] = [];
  await writeFile(join(folder, 'b.txt'), article(3));
  const added = [
    await client.upload({
      importId: id,
      name: 'a ü&?.txt',
      body: streamOf(text.slice(0, 100), text.slice(100)),
      onProgress: (bytes) => progress.push(bytes),
    }),
    await client.upload({
      importId: id,
      name: 'b.txt',
      body: await openAsBlob(join(folder, 'b.txt')),
      onProgress: (bytes) => progress.push(bytes),
    }),
    await client.upload({ importId: id, name: 'empty.txt', body: new Blob([]) }),
    await client.upload({
      importId: id,
      name: 'locked.txt',
      body: streamOf('half', Object.assign(new Error('EACCES: /secret/place'), { code: 'EACCES' })),
    }),
  ];
  const { import: done, files } = await finish(client, id);
  const [page, facets, totals, missing] = await Promise.all([
    api.articles.search.query({ q: 'ferry', limit: 2 }),
    api.articles.facets.query({ q: '', by: ['source', 'year'] }),
    api.archive.totals.query(),
    api.articles.get
      .query({ id: 'factiva:none' })
      .catch((error: { data?: { code?: string } }) => error.data?.code),
  ]);
  const hit = page.hits[0]?.id ?? '';
  const stored = await api.articles.get.query({ id: hit, q: 'ferry' });
  const broken = await api.articles.search.query({ q: '(ferry' }).catch(problemsOf);
  const refused = await client
    .exportArticles({ q: '(ferry', to: 'jsonl' })
    .catch((error: unknown) => [error instanceof ArchiveError && error.status, problemsOf(error)]);
  const selection = { source: ['EXTI'] };
  return {
    progress,
    added,
    files,
    states: [done.state, done.found],
    page,
    facets,
    totals: [totals.articles, totals.files],
    missing,
    stored: { ...stored, storedAt: '' },
    broken,
    refused,
    exports: await Promise.all(
      ['jsonl', 'csv'].map(async (to) =>
        new Response(await client.exportArticles({ q: 'boats', to, selection })).text(),
      ),
    ),
    bytes: new TextDecoder().decode(await client.file({ id: added[0]?.id ?? 0 })),
    part: new TextDecoder().decode(await client.file({ id: added[0]?.id ?? 0, start: 1, end: 5 })),
    long: (
      await api.articles.search.query({ q: Array.from({ length: 1_500 }, (_, n) => `word${n}`).join(' or ') })
    ).total,
  };
}

describe.each([
  ['in process', inProcess],
  ['over the network', overNetwork],
])('a client %s', (_, open) => {
  test('imports, finds, shows and exports', async () => {
    const seen = await visit(await open());
    const size = new TextEncoder().encode(text).byteLength;
    expect(seen).toMatchObject({
      progress: [100, size, new TextEncoder().encode(article(3)).byteLength],
      states: ['done', 4],
      missing: 'NOT_FOUND',
      totals: [3, 4],
      bytes: text,
      part: 'Town',
      long: 0,
    });
    expect(
      seen.files.map(({ file, state, found, diagnostics }) => [
        file,
        state,
        found,
        diagnostics.map(({ message }) => message),
      ]),
    ).toEqual([
      ['a ü&?.txt', 'done', 3, []],
      ['b.txt', 'done', 1, []],
      ['empty.txt', 'failed', 0, [expect.any(String)]],
      ['locked.txt', 'failed', 0, ['There is no permission to read the file.']],
    ]);
    expect([seen.page.total, seen.page.hits.length, seen.page.next === null]).toEqual([3, 2, false]);
    expect(Object.keys(seen.stored.marks)).toEqual(['body.0.text']);
    expect(seen.broken).toHaveLength(1);
    expect(seen.refused).toEqual([400, seen.broken]);
    expect(seen.exports[0]?.trimEnd().split('\n')).toHaveLength(3);
  });

  test('learns of a refusal', async () => {
    const { client } = await open();
    const upload = client.upload({ importId: 7, name: 'a.txt', body: new Blob(['x']) });
    await expect(upload).rejects.toMatchObject({ name: 'ArchiveError', status: 404 });
    await expect(client.file({ id: 7 })).rejects.toMatchObject({ name: 'ArchiveError', status: 404 });
    expect(await client.file({ id: 7 }).catch(problemsOf)).toEqual([]);
  });

  test('stops an export in the middle', async () => {
    const { client } = await open();
    const stream = await client.exportArticles({ q: '', to: 'jsonl' });
    await stream.cancel();
    expect((await client.api.archive.totals.query()).articles).toBe(0);
  });
});

test('both ways give equal answers', async () => {
  const [near, far] = [await visit(await inProcess()), await visit(await overNetwork())];
  expect(far).toEqual(near);
});

test('headers ride on every request, so that a page can pass its visitor on', async () => {
  const { server } = await openArchive();
  const client = createClient({ server, headers: async () => ({ host: 'rebound.example' }) });
  const answers = await Promise.allSettled([
    client.api.archive.totals.query(),
    client.exportArticles({ q: '', to: 'csv' }),
    client.file({ id: 1 }),
    client.upload({ importId: 1, name: 'a.txt', body: new Blob(['x']) }),
  ]);
  const reasons = answers.map((answer) => answer.status === 'rejected' && String(answer.reason.message));
  expect(reasons).toEqual(answers.map(() => 'Ask for this archive by 127.0.0.1 or localhost.'));
});

test('a call that is aborted ends its own request, and no other', async () => {
  const { server } = await openArchive();
  const gone = new AbortController();
  const asked: Request[] = [];
  const client = createClient({
    server: {
      fetch: (request) => {
        asked.push(request);
        if (asked.length === 2) gone.abort();
        return server.fetch(request);
      },
    },
  });
  const answers = await Promise.allSettled([
    client.api.articles.search.query({ q: 'ferry' }, { signal: gone.signal }),
    client.api.archive.totals.query(),
  ]);
  expect(asked.map(({ signal }) => signal.aborted)).toEqual([true, false]);
  expect(answers.map(({ status }) => status)).toEqual(['rejected', 'fulfilled']);
});

test('what is no failed query has no problems', () => {
  expect([undefined, null, 'x', new Error('x'), { data: { problems: [{}] } }].map(problemsOf)).toEqual([
    [],
    [],
    [],
    [],
    [],
  ]);
});
