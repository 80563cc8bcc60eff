import type { MessagePort } from 'node:worker_threads';
import { QueryLimit } from './contract.ts';
import type { Callee, Halt } from './reading.ts';
import type { Shelf } from './sqlite/editions.ts';
import { openReader } from './sqlite/open-reader.ts';
import { readHere } from './sqlite/read-here.ts';
import type { ReaderOptions, Reply, Request } from './thread.ts';

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

/** Says that it is ready (null), and then answers requests. */
export function readInThread(port: MessagePort, options: ReaderOptions): void {
  const shelf: Shelf = {};
  const answer = answerer(readHere(openReader(options.path, options.native), { ...options, shelf }));
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
