import { once } from 'node:events';
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
}

/** Writes in a thread of its own, so that a batch holds up nobody who reads or asks; it starts with the first call. */
export function writeApart(script: URL | string, options: WriterOptions) {
  let thread: Thread | undefined;
  let calls = 0;

  const start = (): Thread => {
    const workerData = { works: 'archive', options };
    const worker = new Worker(script, { workerData, resourceLimits: { maxYoungGenerationSizeMb: 8 } });
    const pending = new Map<number, Pending>();
    const started = { worker, pending };
    worker.on('message', (written: Written) => {
      const call = pending.get(written.id);
      pending.delete(written.id);
      if (pending.size === 0) worker.unref();
      if ('error' in written) call?.reject(written.error);
      else call?.resolve(written.value);
    });
    const end = (error: unknown) => {
      if (thread === started) thread = undefined;
      for (const call of pending.values()) call.reject(error);
      pending.clear();
    };
    worker.on('error', end);
    worker.on('exit', () => end(new Error('The thread that writes the archive ended.')));
    return started;
  };

  const write: Write = (method, args) => {
    thread ??= start();
    const { worker, pending } = thread;
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
      if (!thread) return;
      const { worker } = thread;
      const ended = once(worker, 'exit');
      worker.ref();
      worker.postMessage(null);
      await ended;
    },
  };
}
