import { authorValue, dialects, dimensions } from '@pressmark/core/query';
import { type Globals, type Option, wholeNumber } from './command.ts';
import { exit, Stop } from './exit.ts';

type Dimension = (typeof dimensions)[number];

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

type Chosen = [dimension: Dimension, value: string];

/** Of commands that count what a query finds. */
export interface CountOptions extends QueryOptions {
  only?: Chosen[];
  without?: Chosen[];
}

export const countOptions: readonly Option[] = [
  ...queryOptions,
  {
    flags: '--only <what=value>',
    summary: 'hits of this source, month, author ... alone, as facets prints them; may be repeated',
    parse: readChosen,
    repeats: true,
  },
  {
    flags: '--without <what=value>',
    summary: 'hits but those; may be repeated',
    parse: readChosen,
    repeats: true,
  },
];

/** Of commands that take what a query finds, or a sample of it. */
export interface FindOptions extends CountOptions {
  sample?: number;
  seed?: number;
}

export const findOptions: readonly Option[] = [
  ...countOptions,
  { flags: '--sample <n>', summary: 'a random sample of so many hits', parse: wholeNumber(1, 10_000) },
  {
    flags: '--seed <number>',
    summary: 'with --sample: the same seed draws the same articles (0)',
    parse: wholeNumber(0, Number.MAX_SAFE_INTEGER),
  },
];

function readChosen(text: string): Chosen {
  const [name = '', ...rest] = text.split('=');
  const dimension = dimensions.find((one) => one === name.trim());
  if (!dimension || rest.length === 0)
    throw new Error(`Write it as source=WSJO; before = stands one of: ${dimensions.join(', ')}.`);
  const value = rest.join('=');
  return [dimension, dimension === 'author' ? authorValue(value) : value];
}

/** Within one dimension any of the values, between dimensions all. */
function valuesOf(chosen: Chosen[]): Partial<Record<Dimension, string[]>> {
  const values: Partial<Record<Dimension, string[]>> = {};
  for (const [dimension, value] of chosen) values[dimension] = [...(values[dimension] ?? []), value];
  return values;
}

/** What the options choose among the hits. */
export function selectionOf({
  only = [],
  without = [],
  sample,
  seed,
}: Pick<FindOptions, 'only' | 'without' | 'sample' | 'seed'>) {
  if (seed !== undefined && sample === undefined) throw new Stop(exit.usage, '--seed needs --sample.');
  return {
    ...valuesOf(only),
    ...(without.length > 0 && { exclude: valuesOf(without) }),
    ...(sample !== undefined && { sample: { size: sample, seed: seed ?? 0 } }),
  };
}
