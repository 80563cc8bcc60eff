import { Worker } from 'node:worker_threads';
import { QueryLimit } from '../contract.ts';
import type { ReaderOptions, Reply, Request } from '../thread.ts';
import { type Edition, openEditions, type Shelf } from './editions.ts';
import { overdue } from './watch.ts';

/**
 * Megabytes: a small nursery, and a limit on the heap that no search comes near (lists of hits stand outside of it). With a
 * larger one Node lets garbage grow to four times what is in use.
 */
const resourceLimits = { maxYoungGenerationSizeMb: 8, maxOldGenerationSizeMb: 384 };

/** Threads that read at once; a second one starts when the first is busy. */
const mostThreads = 2;
/** Milliseconds after which a request is a long one: others need not wait for its end to get a thread. */
const long = 500;
/** Threads that are started beside so many at long requests. */
const mostLong = 4;
/** Threads given up that may still be at a statement: beyond these, no more take their place. */
const mostLost = 4;
/** Milliseconds after its limit, or after it was told to stop, in which a thread may still come back by itself. */
const grace = 500;

type Answer = Exclude<Reply, { error: unknown }>;

/** A request to one thread, or to whichever is free. */
export interface Job {
  request: Request;
  thread?: Thread | undefined;
  resolve(answer: Answer, thread: Thread): void;
  reject(error: unknown): void;
}

/** A thread and what it is at. */
export interface Thread {
  readonly job: Job | null;
  /** Whether it has opened the archive. */
  readonly isReady: boolean;
  /** Whether an iteration goes on in it. */
  readonly isHeld: boolean;
  run(job: Job, shelf: Shelf): void;
  /** Gives it up unless it comes back soon. */
  hasten(): void;
  /** Leaves it to itself. A statement of the database ends before its thread does, which is when this resolves. */
  giveUp(error: unknown): Promise<unknown>;
}

interface Events {
  /** It is ready, or has answered, perhaps with columns that it made. */
  free(thread: Thread, made?: Edition): void;
  /** It takes no more requests. */
  gone(thread: Thread, error: unknown, ended: Promise<unknown>): void;
}

/** Tells the caller of a request what came of it. */
function answer(job: Job | null, reply: Reply, thread: Thread): void {
  if (!('error' in reply)) job?.resolve(reply, thread);
  else job?.reject(reply.isLimit ? new QueryLimit((reply.error as Error).message) : reply.error);
}

function startThread(script: URL | string, options: ReaderOptions, events: Events): Thread {
  const worker = new Worker(script, { workerData: { works: 'archive', options }, resourceLimits });
  let job: Job | null = null;
  let isReady = false;
  const held = new Set<number | undefined>();
  let timer: NodeJS.Timeout | undefined;
  let ended: Promise<unknown> | undefined;

  const giveUp = (error: unknown): Promise<unknown> => {
    if (ended) return ended;
    clearTimeout(timer);
    ended = worker.terminate();
    job?.reject(error);
    events.gone(thread, error, ended);
    return ended;
  };
  const expect = (): void => {
    timer = setTimeout(() => giveUp(overdue(options.limit)), options.limit + grace);
  };
  const settle = (reply: Reply): void => {
    // One that was given up keeps the process until it has ended.
    if (ended) return;
    const done = job;
    clearTimeout(timer);
    job = null;
    worker.unref();
    held.delete(done?.request.id);
    if ('items' in reply && !reply.done) held.add(done?.request.id);
    answer(done, reply, thread);
    events.free(thread, reply.made);
  };
  // The first message says that it has opened the archive.
  worker.once('message', () => {
    if (ended) return;
    isReady = true;
    worker.on('message', settle);
    worker.unref();
    events.free(thread);
  });
  worker.on('error', giveUp);
  worker.on('exit', () => giveUp(new Error('A thread that reads the archive ended.')));

  const thread: Thread = {
    get job() {
      return job;
    },
    get isReady() {
      return isReady;
    },
    get isHeld() {
      return held.size > 0;
    },
    run(next, shelf) {
      job = next;
      worker.ref();
      expect();
      worker.postMessage({ ...next.request, shelf });
    },
    hasten() {
      clearTimeout(timer);
      timer = setTimeout(() => giveUp(new Error('This search was stopped.')), grace);
    },
    giveUp,
  };
  return thread;
}

/** How many threads there may be: more where some have been at one request for long; `more` is told when there is room for another. */
function openRoom(more: () => void) {
  const timers = new Map<Thread, NodeJS.Timeout>();
  const atLong = new Set<Thread>();
  return {
    get most() {
      return mostThreads + Math.min(atLong.size, mostLong);
    },
    begin(thread: Thread) {
      const grow = (): void => {
        atLong.add(thread);
        more();
      };
      timers.set(thread, setTimeout(grow, long).unref());
    },
    end(thread: Thread) {
      clearTimeout(timers.get(thread));
      timers.delete(thread);
      atLong.delete(thread);
    },
  };
}

/** Threads that take one request after another. */
export interface Threads {
  send(job: Job): void;
  /** Lets go of a request: it is not begun, or its thread is given up unless it comes back soon. */
  drop(job: Job): void;
  close(): Promise<void>;
}

/** Starts threads by a script as they are needed; one that does not come back in time is replaced. */
export function openThreads(script: URL | string, options: ReaderOptions): Threads {
  const threads = new Set<Thread>();
  const lost = new Set<Promise<unknown>>();
  const editions = openEditions<Thread>();
  let queue: Job[] = [];

  const room = openRoom(() => startMore());
  const free = (thread: Thread, made?: Edition): void => {
    editions.takeBack(thread, made);
    room.end(thread);
    assign();
    const isSpare = thread.job === null && !thread.isHeld && threads.size > room.most;
    if (isSpare) thread.giveUp(new Error('This thread is not needed any more.'));
  };
  const gone = (thread: Thread, error: unknown, ended: Promise<unknown>): void => {
    threads.delete(thread);
    room.end(thread);
    editions.forget(thread);
    // Whoever waits for a thread that never comes is told why.
    if (!thread.isReady) queue.shift()?.reject(error);
    lost.add(ended);
    ended.finally(() => {
      lost.delete(ended);
      assign();
    });
    assign();
  };
  /** Starts as many threads as wait for one, as far as there may be more. */
  const startMore = (): void => {
    const starting = [...threads].filter(({ isReady }) => !isReady).length;
    const waiting = queue.filter((job) => !job.thread).length;
    for (let more = waiting - starting; more > 0; more--) {
      if (threads.size >= room.most || lost.size >= mostLost) return;
      threads.add(startThread(script, options, { free, gone }));
    }
  };
  const assign = (): void => {
    const waiting = queue;
    queue = [];
    for (const job of waiting) {
      const thread = job.thread ?? [...threads].find((one) => one.isReady && one.job === null);
      if (thread && !threads.has(thread))
        job.reject(new Error('The thread that held these results is gone.'));
      else if (thread?.job === null) {
        room.begin(thread);
        thread.run(job, editions.lend(thread));
      } else queue.push(job);
    }
    startMore();
  };

  return {
    send(job) {
      queue.push(job);
      assign();
    },
    drop(job) {
      queue = queue.filter((other) => other !== job);
      [...threads].find((thread) => thread.job === job)?.hasten();
    },
    async close() {
      const closed = new Error('The archive is closed.');
      for (const job of queue.splice(0)) job.reject(closed);
      for (const thread of [...threads]) thread.giveUp(closed);
      await Promise.all(lost);
    },
  };
}
