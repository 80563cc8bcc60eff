import { AsyncLocalStorage } from 'node:async_hooks';
import { QueryLimit } from '../contract.ts';
import type { Halt } from '../reading.ts';

/** What may end a search before it has its answer. */
export interface Watch {
  /** Milliseconds that one step of it may take: an answer, or the next items. */
  limit: number;
  /** When the step began, by `performance.now()`. */
  began: number;
  signal: Halt | undefined;
}

const watches = new AsyncLocalStorage<Watch>();

/** Runs a search under a watch, with whatever it goes on to do later. */
export function watched<T>(watch: Watch, run: () => T): T {
  return watches.run(watch, run);
}

/** The limit of time, in words. */
export function overdue(limit: number): QueryLimit {
  return new QueryLimit(
    `This search was stopped at the limit of ${limit / 1000} seconds; please narrow it by another word, a date or a source.`,
  );
}

/** Ends the search that runs, by an error, where its time is up or it is to stop. Loops over articles call it now and then. */
export function checkpoint(): void {
  const watch = watches.getStore();
  if (!watch) return;
  if (watch.signal?.aborted) throw watch.signal.reason;
  if (performance.now() - watch.began > watch.limit) throw overdue(watch.limit);
}
