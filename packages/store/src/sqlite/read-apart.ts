import type { Call, Callee } from '../reading.ts';
import { searching } from '../searching.ts';
import type { ReaderOptions, Request } from '../thread.ts';
import { type Job, openThreads, type Thread } from './threads.ts';

/** What is sent in one request of a call. */
interface Asked {
  request: Request;
  signal: AbortSignal | undefined;
  /** Set to 1 when the call is to stop. */
  stop: SharedArrayBuffer;
  thread?: Thread | undefined;
}

type Answered = { answer: Parameters<Job['resolve']>[0]; thread: Thread };

/** Reads in threads of their own, so that a slow search holds up no other and can be stopped. */
export function readApart(script: URL | string, options: ReaderOptions): Callee {
  const threads = openThreads(script, options);
  let calls = 0;

  /** The answer to a request, or the signal's reason at once; its thread learns that by the flag. */
  const ask = ({ request, signal, stop, thread }: Asked): Promise<Answered> => {
    const { promise, resolve, reject } = Promise.withResolvers<Answered>();
    const job: Job = {
      request,
      thread,
      resolve: (answer, from) => resolve({ answer, thread: from }),
      reject,
    };
    const abort = () => {
      Atomics.store(new Int32Array(stop), 0, 1);
      threads.drop(job);
      reject(signal?.reason);
    };
    if (signal?.aborted) abort();
    else {
      signal?.addEventListener('abort', abort, { once: true });
      threads.send(job);
    }
    searching.begin();
    return promise.finally(() => {
      searching.end();
      signal?.removeEventListener('abort', abort);
    });
  };
  const begin = (kind: 'answer' | 'items', { signal, ...call }: Call): Asked => {
    const stop = new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT);
    return { request: { id: ++calls, ask: kind, call, stop }, signal, stop };
  };

  return {
    async answer(call) {
      const { answer } = await ask(begin('answer', call));
      return 'value' in answer ? answer.value : undefined;
    },
    async *items(call) {
      const first = begin('items', call);
      const { id } = first.request;
      let asked = first;
      let isDone = false;
      try {
        while (!isDone) {
          const { answer, thread } = await ask(asked);
          if (!('items' in answer)) return;
          isDone = answer.done;
          asked = { ...first, request: { id, ask: 'more' }, thread };
          yield* answer.items;
        }
      } finally {
        // Let go of early: the thread keeps no iteration that nobody goes on with.
        if (!isDone && asked.thread) {
          ask({ ...asked, request: { id, ask: 'end' }, signal: undefined }).catch(() => {});
        }
      }
    },
    close: () => threads.close(),
  };
}
