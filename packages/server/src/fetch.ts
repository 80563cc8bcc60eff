import { fetchRequestHandler } from '@trpc/server/adapters/fetch';
import type { z } from 'zod';
import { type Caller, demand, identify, type Scope } from './caller.ts';
import { ExportInput, exportArticles, FileInput, readOriginal } from './download.ts';
import { FeedInput, readFeed } from './feed.ts';
import type { Archive } from './import-job.ts';
import type { Importer } from './importer.ts';
import { ExportLinesInput, exportLines } from './lines.ts';
import { describeIssues, faultMessage, Refusal, refusalOf, refusalStatus } from './refusal.ts';
import { appRouter } from './router.ts';
import { UploadInput, uploadFile } from './upload.ts';

/** What answers requests. */
export interface Inside extends Archive {
  importer: Importer;
  /** Told every fault of ours. */
  log(error: unknown): void;
}

/** A request on its way through a door: the values of its path and its search. */
interface Visit {
  request: Request;
  caller: Caller;
  values: Record<string, string>;
}

/** A route. The tRPC door has no scope: each procedure demands its own. */
interface Door {
  path: RegExp;
  methods: string[];
  scope?: Scope;
  answer(inside: Inside, visit: Visit): Response | Promise<Response>;
}

/** Every route of the server. */
export const doors: Door[] = [
  { path: /^\/api\/trpc\/./, methods: ['GET', 'POST'], answer: answerTrpc },
  {
    path: /^\/api\/imports\/(?<id>[^/]+)\/files$/,
    methods: ['PUT'],
    scope: 'write',
    answer: async (inside, { request, values }) =>
      Response.json(
        await uploadFile(inside, { ...read(UploadInput, values), content: request.body ?? nothing() }),
      ),
  },
  {
    path: /^\/api\/export$/,
    methods: ['GET'],
    scope: 'read',
    answer: (inside, { request, values }) =>
      exportArticles(inside.store.until(request.signal), read(ExportInput, values)),
  },
  {
    path: /^\/api\/lines$/,
    methods: ['GET'],
    scope: 'read',
    answer: (inside, { request, values }) =>
      exportLines(inside.store.until(request.signal), read(ExportLinesInput, values)),
  },
  {
    path: /^\/api\/files\/(?<id>[^/]+)$/,
    methods: ['GET'],
    scope: 'read',
    answer: (inside, { values }) => readOriginal(inside, read(FileInput, values)),
  },
  {
    path: /^\/api\/searches\/(?<id>[^/]+)\/feed$/,
    methods: ['GET'],
    scope: 'read',
    answer: (inside, { request, values }) =>
      readFeed(inside.store.until(request.signal), request, read(FeedInput, values)),
  },
];

const safeHeaders = {
  'x-content-type-options': 'nosniff',
  'cache-control': 'no-store',
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'; sandbox",
  'cross-origin-resource-policy': 'same-origin',
  'referrer-policy': 'no-referrer',
};

/** Answers one request; never rejects. */
export async function answer(inside: Inside, request: Request): Promise<Response> {
  // Who has gone away needs no answer, and that a search ended with it is no fault.
  const log = (error: unknown): void => {
    if (!request.signal.aborted) inside.log(error);
  };
  const response = await pass({ ...inside, log }, request).catch((error: unknown) => explain(error, log));
  for (const [name, value] of Object.entries(safeHeaders)) response.headers.set(name, value);
  return response;
}

async function pass(inside: Inside, request: Request): Promise<Response> {
  const { pathname, searchParams } = new URL(request.url);
  const door = doors.find(({ path }) => path.test(pathname));
  if (!door) throw new Refusal('NOT_FOUND', 'There is nothing at this address.');
  if (!door.methods.includes(request.method)) {
    return refuse(new Refusal('METHOD_NOT_SUPPORTED', `Use ${door.methods.join(' or ')}.`), {
      allow: door.methods.join(', '),
    });
  }
  const caller = identify(request);
  if (door.scope) demand(caller, door.scope);
  const values = { ...Object.fromEntries(searchParams), ...door.path.exec(pathname)?.groups };
  return door.answer(inside, { request, caller, values });
}

/** tRPC calls are small; larger bodies are refused before they are in memory. */
const bodyLimit = 1024 * 1024;
const batchLimit = 100;

async function answerTrpc({ store, importer, log }: Inside, { request, caller }: Visit): Promise<Response> {
  const response = await fetchRequestHandler({
    endpoint: '/api/trpc',
    req: await bounded(request),
    router: appRouter,
    createContext: () => ({ caller, store: store.until(request.signal), importer }),
    // Clients post every call, so that a long query is no long address.
    allowMethodOverride: true,
    maxBatchSize: batchLimit,
    onError: ({ error }) => {
      if (error.code === 'INTERNAL_SERVER_ERROR') log(error.cause ?? error);
    },
  });
  // tRPC leaves the type out where it cannot read the request.
  response.headers.set('content-type', 'application/json');
  return response;
}

/** The same request with its body in memory. */
async function bounded(request: Request): Promise<Request> {
  if (!request.body) return request;
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of request.body) {
    size += chunk.byteLength;
    if (size > bodyLimit) throw new Refusal('PAYLOAD_TOO_LARGE', 'A call holds at most 1 MB.');
    chunks.push(chunk);
  }
  const { method, headers, signal } = request;
  return new Request(request.url, { method, headers, signal, body: Buffer.concat(chunks) });
}

function read<T extends z.ZodType>(schema: T, values: Record<string, string>): z.output<T> {
  const result = schema.safeParse(values);
  if (result.success) return result.data;
  throw new Refusal('BAD_REQUEST', describeIssues(result.error));
}

function explain(error: unknown, log: (error: unknown) => void): Response {
  const refusal = refusalOf(error);
  if (refusal) return refuse(refusal);
  log(error);
  return Response.json({ error: faultMessage, problems: [] }, { status: 500 });
}

function refuse({ code, message, problems }: Refusal, headers: Record<string, string> = {}): Response {
  return Response.json({ error: message, problems }, { status: refusalStatus[code], headers });
}

async function* nothing(): AsyncIterable<Uint8Array> {}
