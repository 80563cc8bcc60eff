import { describe, expect, test, vi } from 'vitest';
import { openTestServer } from '../test/archive.ts';
import { origin } from '../test/calls.ts';
import { doors } from './fetch.ts';
import { appRouter } from './router.ts';

// Real files and a real database, on machines that may be busy.
vi.setConfig({ testTimeout: 60_000 });

interface Case {
  caller: string;
  headers: Record<string, string>;
  allowed: boolean;
}

const browser = { host: '127.0.0.1:4317', 'sec-fetch-site': 'same-origin', origin: 'http://127.0.0.1:4317' };
const framework = {
  'x-middleware-subrequest': 'middleware:middleware:middleware:middleware:middleware',
  'x-middleware-prefetch': '1',
  rsc: '1',
  'next-router-prefetch': '1',
  'next-action': '0',
};

const cases: Case[] = [
  { caller: 'no headers at all', headers: {}, allowed: true },
  { caller: 'a program', headers: { host: '127.0.0.1:4317' }, allowed: true },
  { caller: 'a program by name', headers: { host: 'LOCALHOST:4317' }, allowed: true },
  { caller: 'a program over IPv6', headers: { host: '[::1]:4317' }, allowed: true },
  { caller: 'our own page', headers: browser, allowed: true },
  {
    caller: 'our own page behind TLS',
    headers: { ...browser, origin: 'https://127.0.0.1:4317' },
    allowed: true,
  },
  { caller: 'the address bar', headers: { host: 'localhost:4317', 'sec-fetch-site': 'none' }, allowed: true },
  {
    caller: 'our own page with headers of the framework',
    headers: { ...browser, ...framework },
    allowed: true,
  },
  {
    caller: 'a page of another site',
    headers: { ...browser, 'sec-fetch-site': 'cross-site' },
    allowed: false,
  },
  {
    caller: 'a page of another port',
    headers: { ...browser, 'sec-fetch-site': 'same-site' },
    allowed: false,
  },
  {
    caller: 'an invented site relation',
    headers: { ...browser, 'sec-fetch-site': 'trusted' },
    allowed: false,
  },
  { caller: 'a foreign origin', headers: { ...browser, origin: 'https://example.com' }, allowed: false },
  {
    caller: 'a foreign origin in an old browser',
    headers: { host: browser.host, origin: 'https://example.com' },
    allowed: false,
  },
  {
    caller: 'an origin on another port',
    headers: { host: browser.host, origin: 'http://127.0.0.1:3000' },
    allowed: false,
  },
  { caller: 'an opaque origin', headers: { host: browser.host, origin: 'null' }, allowed: false },
  { caller: 'a rebound name', headers: { host: 'rebound.example:4317' }, allowed: false },
  {
    caller: 'a rebound name, all of one origin',
    headers: { ...browser, host: 'rebound.example', origin: 'http://rebound.example' },
    allowed: false,
  },
  { caller: 'a name that begins like ours', headers: { host: '127.0.0.1.example.com' }, allowed: false },
  { caller: 'a name that ends like ours', headers: { host: 'example.com@localhost' }, allowed: false },
  { caller: 'an empty host', headers: { host: '' }, allowed: false },
  { caller: 'another address of this machine', headers: { host: '192.168.0.10:4317' }, allowed: false },
  {
    caller: 'another site with headers of the framework',
    headers: { ...browser, ...framework, 'sec-fetch-site': 'cross-site' },
    allowed: false,
  },
  {
    caller: 'a rebound name with headers of the framework',
    headers: { ...framework, host: 'rebound.example' },
    allowed: false,
  },
  {
    caller: 'a rebound name that names us elsewhere',
    headers: { host: 'rebound.example', 'x-forwarded-host': 'localhost', forwarded: 'host=localhost' },
    allowed: false,
  },
];

interface Route {
  route: string;
  path: string;
  method: string;
}

// A new procedure is in this list by itself.
const procedures: Route[] = Object.entries(appRouter._def.procedures).flatMap(([name, procedure]) => {
  const route = { route: name, path: `/api/trpc/${name}` };
  const post = { ...route, method: 'POST' };
  const { type } = (procedure as unknown as { _def: { type: string } })._def;
  return type === 'query' ? [{ ...route, method: 'GET' }, post] : [post];
});

const examples = [
  '/api/trpc/x',
  '/api/imports/1/files',
  '/api/export',
  '/api/lines',
  '/api/files/1',
  '/api/searches/1/feed',
];
const routes: Route[] = [
  ...procedures,
  { route: 'upload', path: '/api/imports/1/files?name=a.txt', method: 'PUT' },
  { route: 'export', path: '/api/export?q=&to=jsonl', method: 'GET' },
  { route: 'lines', path: '/api/lines?q=&to=jsonl', method: 'GET' },
  { route: 'file', path: '/api/files/1', method: 'GET' },
  { route: 'feed', path: '/api/searches/1/feed', method: 'GET' },
];

const isRefusal = (status: number) => status === 403;

test('the matrix knows every door', () => {
  const known = doors.map(({ path }) => examples.filter((example) => path.test(example)).length);
  expect(known).toEqual(doors.map(() => 1));
  expect(doors).toHaveLength(examples.length);
  expect(procedures.length).toBeGreaterThanOrEqual(13);
});

describe.each(cases)('$caller', ({ headers, allowed }) => {
  test(`${allowed ? 'may' : 'may not'} use any procedure or route`, async () => {
    const server = await openTestServer();
    const answers: Record<string, boolean> = {};
    for (const { route, path, method } of routes) {
      const response = await server.fetch(
        new Request(origin + path, {
          method,
          headers: { ...headers, ...(method === 'POST' && { 'content-type': 'application/json' }) },
          ...(method === 'POST' && { body: '{}' }),
          ...(method === 'PUT' && { body: 'text' }),
        }),
      );
      answers[`${method} ${route}`] = !isRefusal(response.status);
      await response.body?.cancel();
    }
    expect(answers).toEqual(
      Object.fromEntries(routes.map(({ route, method }) => [`${method} ${route}`, allowed])),
    );
    const imports = (await (await server.fetch(new Request(`${origin}/api/trpc/imports.list`))).json()) as {
      result: { data: unknown[] };
    };
    // What was refused was not done: the import that the matrix made is the only one.
    expect(imports.result.data).toHaveLength(allowed ? 1 : 0);
    expect(server.faults).toEqual([]);
  });
});

test('a refused caller is refused in every call of a batch, and learns nothing of the input', async () => {
  const server = await openTestServer();
  const response = await server.fetch(
    new Request(`${origin}/api/trpc/archive.totals,articles.search,imports.list?batch=1`, {
      method: 'POST',
      headers: { ...browser, 'sec-fetch-site': 'cross-site', 'content-type': 'application/json' },
      body: '{"1":{"q":"("}}',
    }),
  );
  const answers = (await response.json()) as { error: { data: { code: string; problems: unknown[] } } }[];
  expect(answers.map(({ error }) => [error.data.code, error.data.problems])).toEqual([
    ['FORBIDDEN', []],
    ['FORBIDDEN', []],
    ['FORBIDDEN', []],
  ]);
});
