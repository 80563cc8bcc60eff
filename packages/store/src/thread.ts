import type { MessagePort } from 'node:worker_threads';
import type { Call } from './reading.ts';
import type { Edition, Shelf } from './sqlite/editions.ts';
import type { ReadingOptions } from './sqlite/read-here.ts';

/** What a thread that reads or writes an archive is started with. */
export type ThreadOptions = ReaderOptions | WriterOptions;

export interface WriterOptions {
  role: 'writer';
  path: string;
  /** File of the database module's native part that the process has loaded. */
  native: string;
  /** The count of searches that it gives way to. */
  searching: SharedArrayBuffer;
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

/** Works on an archive, over connections of this thread's own, as its options say and as messages ask. */
export async function workInThread(port: MessagePort, options: ThreadOptions): Promise<void> {
  // Each loads only what it needs: a thread costs memory for every module.
  if (options.role === 'writer') (await import('./write-in-thread.ts')).writeInThread(port, options);
  else (await import('./read-in-thread.ts')).readInThread(port, options);
}
