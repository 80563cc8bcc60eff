import type { MessagePort } from 'node:worker_threads';
import type { Database } from 'better-sqlite3';
import { QueryLimit } from './contract.ts';
import type { Call, Callee, Halt } from './reading.ts';
import { openBooks } from './sqlite/books.ts';
import { type Connections, close, connect, openReader } from './sqlite/connect.ts';
import type { Edition, Shelf } from './sqlite/editions.ts';
import { type ReadingOptions, readHere } from './sqlite/read-here.ts';
import { standBack } from './stand-back.ts';
import { type WritingMethod, writeIn } from './writing.ts';

/** What a thread that reads or writes an archive is started with. */
export type ThreadOptions = ReaderOptions | WriterOptions;

export interface WriterOptions {
  role: 'writer';
  path: string;
  /** File of the database module's native part that the process has loaded. */
  native: string;
}

export interface ReaderOptions extends Omit<ReadingOptions, 'shelf'>, Pick<WriterOptions, 'native'> {
  role: 'reader';
}

/** What the thread that writes gives back for each call. */
export type Written = { id: number } & ({ value: unknown } | { error: unknown });

/** What is asked of a thread: a call (the flag stops it), the next items of one, or to let go of it; with columns that other threads made. */
export type Request = { id: number; shelf?: Shelf } & (
  | { ask: 'answer' | 'items'; call: Omit<Call, 'signal'>; stop: SharedArrayBuffer }
  | { ask: 'more' | 'end' }
);

/** What a thread gives back for each request. */
export type Reply = (
  | { value: unknown }
  | { items: unknown[]; done: boolean }
  | { error: unknown; isLimit: boolean }
) & {
  /** Columns that it made for it. */
  made?: Edition;
};

/** Items and milliseconds that one reply gathers. */
const most = { items: 100, ms: 50 };

// Who asked to stop waits for no answer.
const reason = new Error('This search was stopped.');

function haltBy(stop: SharedArrayBuffer): Halt {
  const flag = new Int32Array(stop);
  return {
    get aborted() {
      return Atomics.load(flag, 0) !== 0;
    },
    reason,
  };
}

async function gather(items: AsyncIterator<unknown>): Promise<Reply> {
  const end = performance.now() + most.ms;
  const gathered: unknown[] = [];
  while (gathered.length < most.items && performance.now() < end) {
    const { done, value } = await items.next();
    if (done) return { items: gathered, done: true };
    gathered.push(value);
  }
  return { items: gathered, done: false };
}

/** Makes what answers requests, keeping the iterations that are under way by the number of their call. */
function answerer(callee: Callee<Halt>): (request: Request) => Promise<Reply> {
  const open = new Map<number, AsyncIterator<unknown>>();
  return async (request) => {
    const { id, ask } = request;
    if (ask === 'answer' || ask === 'items') {
      const call = { ...request.call, signal: haltBy(request.stop) };
      if (ask === 'answer') return { value: await callee.answer(call) };
      open.set(id, callee.items(call)[Symbol.asyncIterator]());
    }
    const items = open.get(id);
    const reply =
      ask === 'end' ? null : items && (await gather(items).catch((error: unknown) => fault(error)));
    if (reply && 'items' in reply && !reply.done) return reply;
    open.delete(id);
    await items?.return?.();
    return reply ?? { items: [], done: true };
  };
}

function fault(error: unknown): Reply {
  return { error, isLimit: error instanceof QueryLimit };
}

/** Works on an archive, over connections of this thread's own, as its options say and as messages ask. */
export function workInThread(port: MessagePort, options: ThreadOptions): void {
  const { role, path, native } = options;
  if (role === 'writer') writeInThread(port, connect(path, native));
  else readInThread(port, openReader(path, native), options);
}

/** Says that it is ready (null), and then answers requests. */
function readInThread(port: MessagePort, sqlite: Database, options: ReadingOptions): void {
  const shelf: Shelf = {};
  const answer = answerer(readHere(sqlite, { ...options, shelf }));
  port.on('message', (request: Request) => {
    Object.assign(shelf, { spare: undefined }, request.shelf);
    const { latest } = shelf;
    const withMade = (reply: Reply): Reply =>
      shelf.latest && shelf.latest !== latest ? { ...reply, made: shelf.latest } : reply;
    answer(request)
      .catch(fault)
      .then((reply) => port.postMessage(withMade(reply)));
  });
  port.postMessage(null);
}

/** Answers calls of methods that write; null ends it when they are done. */
function writeInThread(port: MessagePort, connections: Connections): void {
  standBack();
  const write = writeIn(openBooks(connections));
  let last: Promise<unknown> = Promise.resolve();
  port.on('message', (call: { id: number; method: WritingMethod; args: unknown[] } | null) => {
    if (call === null) {
      last.finally(() => {
        close(connections);
        port.close();
      });
      return;
    }
    const { id, method, args } = call;
    const written = write(method, args)
      .then((value): Written => ({ id, value }))
      .catch((error: unknown): Written => ({ id, error }))
      .then((answer) => port.postMessage(answer));
    last = Promise.all([last, written]);
  });
}
