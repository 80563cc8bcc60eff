import type { Database } from 'better-sqlite3';
import type { Call, Callee, Halt, Reading } from '../reading.ts';
import type { Shelf } from './editions.ts';
import { openReading } from './read.ts';
import { type Watch, watched } from './watch.ts';

/** What is to be read, and how long a search of it may take in milliseconds. */
export interface ReadingOptions {
  path: string;
  limit: number;
  /** Where this thread and others leave the columns for each other. */
  shelf?: Shelf;
}

type Method = (...args: unknown[]) => Promise<unknown> & AsyncIterable<unknown>;

function throwIfStopped(signal: Halt | undefined): void {
  if (signal?.aborted) throw signal.reason;
}

function start(reading: Reading, { method, args }: Call<Halt>) {
  return (reading[method] as Method)(...args);
}

/** Reads in this thread, over a connection; where a signal is set meanwhile, it is seen between articles. */
export function readHere(sqlite: Database, { path, limit, shelf = {} }: ReadingOptions): Callee<Halt> {
  const reading = openReading(sqlite, path, shelf);
  const watchOf = ({ signal }: Call<Halt>): Watch => ({ limit, began: performance.now(), signal });

  return {
    async answer(call) {
      throwIfStopped(call.signal);
      return watched(watchOf(call), () => start(reading, call));
    },
    async *items(call) {
      const watch = watchOf(call);
      const items = watched(watch, () => start(reading, call))[Symbol.asyncIterator]();
      try {
        for (;;) {
          throwIfStopped(call.signal);
          watch.began = performance.now();
          const item = await watched(watch, () => items.next());
          if (item.done) return;
          yield item.value;
        }
      } finally {
        await items.return?.();
      }
    },
    close: async () => {},
  };
}
