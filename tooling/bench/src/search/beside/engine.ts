import type { Asked } from '../mix.ts';

/** What is asked of every engine for one query, each with the number of hits it told. */
export interface Answers {
  /** The newest twenty and the exact total. */
  page(): Promise<number>;
  /** The best twenty and the exact total. */
  best(): Promise<number>;
  /** Six facets and a timeline by month over all hits. */
  counts(): Promise<number>;
}

export const questions = ['page', 'best', 'counts'] as const;
export type Question = (typeof questions)[number];

/** A search engine over the generated articles. */
export interface Engine {
  /** Name and version. */
  label: string;
  /** How it answers a query; null where it has no way to say it. */
  ask(asked: Asked): Answers | null;
  close(): Promise<void>;
}
