import { expect, test, vi } from 'vitest';
import { openTestServer } from '../test/archive.ts';
import { type Content, call, dump, origin, runImport, upload } from '../test/calls.ts';
import { inventExport } from '../test/exports.ts';

// Real files and a real database, on machines that may be busy.
vi.setConfig({ testTimeout: 60_000 });

interface Garbage {
  what: string;
  path: string;
  init?: RequestInit;
  status: number;
}

const post = (body: Content): RequestInit => ({
  method: 'POST',
  headers: { 'content-type': 'application/json' },
  body,
});

const garbage: Garbage[] = [
  { what: 'an unknown route', path: '/api/nothing', status: 404 },
  { what: 'the root', path: '/', status: 404 },
  { what: 'a path upwards', path: '/api/files/..%2f..%2fetc%2fpasswd', status: 400 },
  { what: 'an unknown procedure', path: '/api/trpc/articles.drop', status: 404 },
  { what: 'a procedure of every object', path: '/api/trpc/constructor', status: 404 },
  { what: 'a procedure with broken encoding', path: '/api/trpc/%ff', status: 400 },
  {
    what: 'a wrong method',
    path: '/api/export?q=&to=jsonl',
    init: { method: 'POST', body: 'x' },
    status: 405,
  },
  { what: 'a wrong method for a file', path: '/api/files/1', init: { method: 'DELETE' }, status: 405 },
  { what: 'a wrong method for an upload', path: '/api/imports/1/files', status: 405 },
  {
    what: 'a wrong method for a call',
    path: '/api/trpc/archive.totals',
    init: { method: 'DELETE' },
    status: 405,
  },
  { what: 'a mutation by GET', path: '/api/trpc/imports.create', status: 405 },
  { what: 'a call without its input', path: '/api/trpc/articles.search', status: 400 },
  { what: 'input that is no JSON', path: '/api/trpc/articles.search?input={', status: 400 },
  { what: 'a body that is no JSON', path: '/api/trpc/articles.search', init: post('\0\xff{'), status: 400 },
  { what: 'a body that is a list', path: '/api/trpc/articles.search', init: post('[]'), status: 400 },
  {
    what: 'an unknown key',
    path: '/api/trpc/articles.search',
    init: post('{"q":"","order":"x"}'),
    status: 400,
  },
  {
    what: 'a limit too high',
    path: '/api/trpc/articles.search',
    init: post('{"q":"","limit":501}'),
    status: 400,
  },
  {
    what: 'a form',
    path: '/api/trpc/imports.start',
    init: { method: 'POST', body: new FormData() },
    status: 400,
  },
  {
    what: 'plain text',
    path: '/api/trpc/imports.start',
    init: { method: 'POST', body: '{"id":1}' },
    status: 415,
  },
  {
    what: 'an unknown facet',
    path: '/api/trpc/articles.facets',
    init: post('{"q":"","by":["rowid; drop table"]}'),
    status: 400,
  },
  {
    what: 'a batch beyond the limit',
    path: `/api/trpc/${'archive.totals,'.repeat(100)}archive.totals?batch=1`,
    status: 400,
  },
  {
    what: 'a query too long',
    path: '/api/trpc/articles.search',
    init: post(JSON.stringify({ q: 'a '.repeat(10_001) })),
    status: 400,
  },
  {
    what: 'a body too large',
    path: '/api/trpc/articles.search',
    init: post(JSON.stringify({ q: 'a'.repeat(1_100_000) })),
    status: 413,
  },
  { what: 'an export as nothing', path: '/api/export?q=', status: 400 },
  { what: 'an export as something unknown', path: '/api/export?q=&to=exe', status: 400 },
  { what: 'a selection that is no JSON', path: '/api/export?q=&to=csv&selection={', status: 400 },
  {
    what: 'a selection of something unknown',
    path: '/api/export?q=&to=csv&selection={"rowid":["1"]}',
    status: 400,
  },
  { what: 'a file that is no number', path: '/api/files/x', status: 400 },
  { what: 'a file that is not there', path: '/api/files/99', status: 404 },
  { what: 'a part that is no number', path: '/api/files/1?start=-1', status: 400 },
  {
    what: 'an upload to no import',
    path: '/api/imports/99/files?name=a',
    init: { method: 'PUT', body: 'x' },
    status: 404,
  },
  {
    what: 'an upload to no number',
    path: '/api/imports/one/files?name=a',
    init: { method: 'PUT', body: 'x' },
    status: 400,
  },
  {
    what: 'an article that is not there',
    path: '/api/trpc/articles.get',
    init: post('{"id":"factiva:none"}'),
    status: 404,
  },
  {
    what: 'an import that is not there',
    path: '/api/trpc/imports.get',
    init: post('{"id":99}'),
    status: 404,
  },
  {
    what: 'the start of an import that is not there',
    path: '/api/trpc/imports.start',
    init: post('{"id":99}'),
    status: 404,
  },
];

test.each(garbage)(
  '$what is answered with $status and nothing of the inside',
  async ({ path, init, status }) => {
    const server = await openTestServer();
    const response = await server.fetch(new Request(origin + path, init));
    const body = await response.text();
    expect({ status: response.status, type: response.headers.get('content-type')?.split(';')[0] }).toEqual({
      status,
      type: 'application/json',
    });
    expect(JSON.parse(body)).toHaveProperty('error');
    expect(body).not.toMatch(/node_modules|\.ts\b|\bat [\w.]+ \(|\/tmp\/|stack/);
    expect(response.headers.get('x-content-type-options')).toBe('nosniff');
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect(server.faults).toEqual([]);
  },
);

test('a wrong method is told the right one', async () => {
  const server = await openTestServer();
  const response = await server.fetch(new Request(`${origin}/api/export`, { method: 'DELETE' }));
  expect(response.headers.get('allow')).toBe('GET');
});

test('a date counted back is counted from today', async () => {
  const server = await openTestServer();
  await runImport(server, { 'old.txt': inventExport({ articles: 3 }) });
  const totalOf = async (q: string) =>
    (await call<{ total: number }>(server, 'articles.search', { q })).data.total;
  expect([await totalOf('date after -1'), await totalOf('date after -36500')]).toEqual([0, 3]);
});

test('a query that does not parse names its problems, by call and by export', async () => {
  const server = await openTestServer();
  const called = await call(server, 'articles.search', { q: '(harbour' });
  const exported = await server.fetch(new Request(`${origin}/api/export?q=(harbour&to=jsonl`));
  const told = (await exported.json()) as { problems: unknown[] };
  expect([called.status, exported.status]).toEqual([400, 400]);
  expect(called.error?.data.problems).toHaveLength(1);
  expect(called.error?.data.problems[0]).toMatchObject({ line: 1, span: { start: expect.any(Number) } });
  expect(told.problems).toEqual(called.error?.data.problems);
});

test('a fault of ours is logged, and the caller learns nothing of it', async () => {
  const server = await openTestServer();
  await server.close();
  const { status, error } = await call(server, 'archive.totals');
  const exported = await server.fetch(new Request(`${origin}/api/files/1`));
  expect([status, error?.message, error?.data.problems]).toEqual([
    500,
    'Something went wrong inside the archive.',
    [],
  ]);
  expect([exported.status, await exported.json()]).toEqual([
    500,
    { error: 'Something went wrong inside the archive.', problems: [] },
  ]);
  expect(server.faults).toHaveLength(2);
});

test('an import file comes back byte by byte, as an attachment that no browser runs', async () => {
  const server = await openTestServer();
  const text = inventExport({ articles: 2 });
  const { files } = await runImport(server, { '../<script>.html': text });
  const path = `${origin}/api/files/${files[0]?.id}`;
  const whole = await server.fetch(new Request(path));
  const part = await server.fetch(new Request(`${path}?start=5&end=25`));
  const beyond = await server.fetch(new Request(`${path}?start=1000000`));
  expect([await whole.text(), await part.text(), await beyond.text()]).toEqual([text, text.slice(5, 25), '']);
  expect(Object.fromEntries(whole.headers)).toMatchObject({
    'content-type': 'text/plain; charset=utf-8',
    'content-disposition': `attachment; filename="file-${files[0]?.id}.txt"`,
    'x-content-type-options': 'nosniff',
    'cache-control': 'no-store',
    'content-security-policy': "default-src 'none'; frame-ancestors 'none'; sandbox",
  });
});

test('an export is written as it is read, and ends when its reader goes away', async () => {
  const server = await openTestServer();
  await runImport(server, { 'a.txt': inventExport({ articles: 1_200, paragraphs: 12 }) });
  const response = await server.fetch(new Request(`${origin}/api/export?q=&to=jsonl`));
  expect(response.headers.get('content-disposition')).toBe('attachment; filename="pressmark-export.jsonl"');
  const reader = response.body?.getReader();
  const first = await reader?.read();
  expect(first?.value?.byteLength).toBeLessThan(1_000_000);
  await reader?.cancel();
  // The archive is whole and free after the reader left.
  expect(await dump(server)).toHaveLength(1_200);
  expect(server.faults).toEqual([]);
});

test('an upload that breaks off leaves nothing', async () => {
  const server = await openTestServer();
  const { data } = await call<{ id: number }>(server, 'imports.create');
  const content = new ReadableStream<Uint8Array>({
    start(controller) {
      controller.enqueue(new TextEncoder().encode('half a '));
    },
    pull() {
      throw new Error('gone');
    },
  });
  const response = await upload(server, { importId: data.id, name: 'a.txt', content });
  expect([response.status, await response.json()]).toEqual([
    400,
    { error: 'The upload broke off before its end.', problems: [] },
  ]);
  const account = await call<{ files: unknown[] }>(server, 'imports.get', { id: data.id });
  expect(account.data.files).toEqual([]);
});
