import type { Store } from './contract.ts';

/** The methods that only read, by what they give: one answer, or items one after another. They may run in another thread. */
export const readingMethods = {
  get: 'answer',
  version: 'answer',
  search: 'answer',
  page: 'answer',
  count: 'answer',
  facets: 'answer',
  timeline: 'answer',
  news: 'answer',
  latest: 'answer',
  lines: 'answer',
  countLines: 'items',
  streamLines: 'items',
  stream: 'items',
  ids: 'items',
  totals: 'answer',
  countWords: 'answer',
  countHits: 'answer',
  expand: 'answer',
  spellings: 'answer',
} as const satisfies Partial<Record<keyof Store, 'answer' | 'items'>>;

export type ReadingMethod = keyof typeof readingMethods;

/** What only reads. Arguments and results are plain data, so that they pass between threads. */
export type Reading = Pick<Store, ReadingMethod>;

/** Says whether to stop, and why: a signal, or a flag that another thread sets. */
export type Halt = Pick<AbortSignal, 'aborted' | 'reason'>;

/** A call of a method that only reads, which may be stopped. */
export interface Call<Signal extends Halt = AbortSignal> {
  method: ReadingMethod;
  args: unknown[];
  signal?: Signal | undefined;
}

/** How calls are made: in this thread, or in others. */
export interface Callee<Signal extends Halt = AbortSignal> {
  answer(call: Call<Signal>): Promise<unknown>;
  items(call: Call<Signal>): AsyncIterable<unknown>;
  close(): Promise<void>;
}

/** The methods that only read, each a call; all of them end with the signal. */
export function readingBy(callee: Callee, signal?: AbortSignal): Reading {
  const methods = Object.entries(readingMethods).map(([method, gives]) => {
    const call = (...args: unknown[]) => callee[gives]({ method: method as ReadingMethod, args, signal });
    return [method, call];
  });
  return Object.fromEntries(methods) as Reading;
}
