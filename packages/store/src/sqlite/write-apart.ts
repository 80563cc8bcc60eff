import { Worker } from 'node:worker_threads';
import { buffersOf } from '../packed-entries.ts';
import type { WriterOptions, Written } from '../thread.ts';
import type { Batch, Write } from '../writing.ts';

interface Pending {
  resolve(value: unknown): void;
  reject(error: unknown): void;
}

/** A thread that writes, and the calls it has not answered. */
interface Thread {
  worker: Worker;
  pending: Map<number, Pending>;
  /** Runs while there are none. */
  timer?: NodeJS.Timeout;
}

/** Megabytes: far more than a batch takes. Without a limit Node lets garbage grow to four times what is in use, with this one to twice. */
const resourceLimits = { maxYoungGenerationSizeMb: 8, maxOldGenerationSizeMb: 1024 };

/** Milliseconds without a call after which the thread ends: it takes some 25 MB, and most archives are read all day. */
const usualIdle = 5_000;

/**
 * Writes in a thread of its own, so that a batch holds up nobody who reads or asks; it starts with the first call, ends when
 * there are none for a while, and starts anew.
 */
export function writeApart(script: URL | string, options: WriterOptions, idle = usualIdle) {
  let thread: Thread | undefined;
  let calls = 0;
  const ending = new Set<Promise<unknown>>();

  /** Lets what was called come to its end; calls from now on go to another thread. */
  const end = ({ worker, timer }: Thread): void => {
    clearTimeout(timer);
    thread = undefined;
    const ended: Promise<unknown> = new Promise((resolve) => worker.once('exit', resolve)).then(() =>
      ending.delete(ended),
    );
    ending.add(ended);
    worker.ref();
    worker.postMessage(null);
  };

  const start = (): Thread => {
    const workerData = { works: 'archive', options };
    const worker = new Worker(script, { workerData, resourceLimits });
    const pending = new Map<number, Pending>();
    const started: Thread = { worker, pending };
    worker.on('message', (written: Written) => {
      const call = pending.get(written.id);
      pending.delete(written.id);
      // One that is to end keeps the process until it has closed the archive.
      if (pending.size === 0 && thread === started) {
        worker.unref();
        started.timer = setTimeout(end, idle, started).unref();
      }
      if ('error' in written) call?.reject(written.error);
      else call?.resolve(written.value);
    });
    const fail = (error: unknown) => {
      clearTimeout(started.timer);
      if (thread === started) thread = undefined;
      for (const call of pending.values()) call.reject(error);
      pending.clear();
    };
    worker.on('error', fail);
    worker.on('exit', () => fail(new Error('The thread that writes the archive ended.')));
    return started;
  };

  const write: Write = (method, args) => {
    thread ??= start();
    const { worker, pending } = thread;
    clearTimeout(thread.timer);
    const id = ++calls;
    const { promise, resolve, reject } = Promise.withResolvers<unknown>();
    pending.set(id, { resolve, reject });
    worker.ref();
    worker.postMessage({ id, method, args }, method === 'put' ? buffersOf(args[0] as Batch) : []);
    return promise;
  };

  return {
    write,
    /** Lets what was called come to its end. */
    async close(): Promise<void> {
      if (thread) end(thread);
      await Promise.all(ending);
    },
  };
}
