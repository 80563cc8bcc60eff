import { dialects } from '@pressmark/core/query';
import { type Globals, type Option, wholeNumber } from './command.ts';
import { exit, Stop } from './exit.ts';

export interface QueryOptions extends Globals {
  dialect: (typeof dialects)[number];
  dateOrder: 'day' | 'month';
}

/** How the text of a query is read. */
export const queryOptions: readonly Option[] = [
  { flags: '--dialect <name>', summary: 'language of the query', choices: dialects, default: 'factiva' },
  {
    flags: '--date-order <first>',
    summary: 'how 05/06/2020 is read: what comes first',
    choices: ['day', 'month'],
    default: 'day',
  },
];

export interface SampleOptions extends Globals {
  sample?: number;
  seed?: number;
}

/** Options of commands whose hits can be a random sample. */
export const sampleOptions: readonly Option[] = [
  { flags: '--sample <n>', summary: 'a random sample of so many hits', parse: wholeNumber(1, 10_000) },
  {
    flags: '--seed <number>',
    summary: 'with --sample: the same seed draws the same articles (0)',
    parse: wholeNumber(0, Number.MAX_SAFE_INTEGER),
  },
];

/** What the options of a sample choose among the hits. */
export function selectionOf({ sample, seed }: SampleOptions) {
  if (sample !== undefined) return { selection: { sample: { size: sample, seed: seed ?? 0 } } };
  if (seed !== undefined) throw new Stop(exit.usage, '--seed needs --sample.');
  return {};
}
