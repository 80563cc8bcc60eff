import type { Exit } from './exit.ts';

/** The options every command takes. */
export interface Globals {
  /** Path of the archive. */
  db?: string;
  /** Address of a running dashboard, instead of an archive on this machine. */
  server?: string;
  json?: boolean;
}

export interface Option {
  /** As commander reads it. Example: `--limit <n>`. */
  flags: string;
  summary: string;
  choices?: readonly string[];
  default?: string | number;
  /** Throws with a sentence where the value will not do. */
  parse?(value: string): unknown;
  /** It may be given several times: its values are a list. */
  repeats?: true;
}

export interface Call<Options> {
  /** What stands on the line beside options. */
  args: string[];
  options: Options;
}

/** One command: what it takes, and what it does. Heavy imports belong into `run`. */
export interface Command<Options extends Globals = Globals> {
  name: string;
  summary: string;
  /** As commander reads it. Example: `<path...>`. */
  argument?: { name: string; summary: string };
  options: readonly Option[];
  /** Shown below the help. */
  example: string;
  /** Resolves with the exit code. */
  run(call: Call<Options>): Promise<Exit | number>;
}

/** Reads a whole number from `min` to `max`. */
export function wholeNumber(min: number, max: number): (value: string) => number {
  return (value) => {
    const number = Number(value);
    if (/^\d+$/.test(value) && number >= min && number <= max) return number;
    throw new Error(`It must be a whole number from ${min} to ${max}.`);
  };
}
