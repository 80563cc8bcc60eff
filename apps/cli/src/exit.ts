import { debuglog } from 'node:util';

/** What the exit code of every command means. */
export const exit = {
  ok: 0,
  error: 1,
  usage: 2,
  /** Some articles or files failed, or an account does not balance; the rest went in. */
  some: 3,
  /** Nothing matched. */
  nothing: 4,
  /** The account of a file that was only examined does not balance. */
  unverified: 5,
} as const;
export type Exit = (typeof exit)[keyof typeof exit];

/** An end that was foreseen: said in words, without a trace. */
export class Stop extends Error {
  readonly exit: number;
  /** What to do about it. */
  readonly mend: string | undefined;

  constructor(exit: number, message: string, mend?: string) {
    super(message);
    this.exit = exit;
    this.mend = mend;
  }
}

/** The words of anything thrown. */
export function reason(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** Writes to stderr where NODE_DEBUG names pressmark. */
export const debug = debuglog('pressmark');
