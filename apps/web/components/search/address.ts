import { authorValue, dimensions, periods, sorts } from '@pressmark/core/query';
import {
  createLoader,
  createParser,
  createSerializer,
  type inferParserType,
  parseAsArrayOf,
  parseAsBoolean,
  parseAsInteger,
  parseAsString,
  parseAsStringLiteral,
} from 'nuqs/server';
import type { Dimension, Period, Selection } from '@/data/types.ts';
import { isDay } from '../timeline/spans.ts';

export { dimensions, periods, sorts };

export function isPeriod(dimension: Dimension): dimension is Period {
  return (periods as readonly Dimension[]).includes(dimension);
}

// Articles without a source, language ... are counted under ''; an empty value in an address would read as none at all.
const value = createParser({
  parse: (text) => (text === 'none' ? '' : text),
  serialize: (held) => held || 'none',
});
const values = parseAsArrayOf(value).withDefault([]);
// An author is one name, however it is spelt where an address was made.
const author = createParser({
  parse: (text) => (text === 'none' ? '' : authorValue(text)),
  serialize: (held) => authorValue(held) || 'none',
});
const parserOf = (dimension: Dimension) =>
  dimension === 'author' ? parseAsArrayOf(author).withDefault([]) : values;
const chosen = Object.fromEntries(dimensions.map((dimension) => [dimension, parserOf(dimension)])) as Record<
  Dimension,
  typeof values
>;
/** The part of the address that holds what is excluded. */
export const excludedIn = <D extends Dimension>(dimension: D) => `not-${dimension}` as const;
const excluded = Object.fromEntries(
  dimensions.map((dimension) => [excludedIn(dimension), parserOf(dimension)]),
) as Record<`not-${Dimension}`, typeof values>;

const date = createParser({
  parse: (text) => (isDay(text) ? text : null),
  serialize: (held: string) => held,
});
const wholeNumber = (least: number, most: number) =>
  createParser({
    parse: (text) => (/^\d{1,16}$/.test(text) && +text >= least && +text <= most ? Number(text) : null),
    serialize: String,
  });
/** Articles that a sample may hold. */
export const largestSample = 10_000;

/** Every part of the search page's address. */
export const searchParameters = {
  q: parseAsString.withDefault(''),
  ...chosen,
  ...excluded,
  /** First and last day. */
  from: date,
  to: date,
  /** A random sample of so many hits; the same seed draws the same ones. */
  sample: wholeNumber(1, largestSample),
  seed: wholeNumber(0, Number.MAX_SAFE_INTEGER),
  sort: parseAsStringLiteral(sorts).withDefault('newest'),
  by: parseAsStringLiteral(periods),
  /** The step of the facet of time. */
  times: parseAsStringLiteral(periods).withDefault('year'),
  /** The timeline shows shares of all articles instead of counts. */
  share: parseAsBoolean.withDefault(false),
  /** Only what is new since this moment of the archive. */
  since: parseAsInteger,
  /** Set while the query is explained; the id of the article that is asked about, or ''. */
  why: parseAsString,
};

export type SearchAddress = inferParserType<typeof searchParameters>;

export const loadSearch = createLoader(searchParameters);
const serialize = createSerializer(searchParameters);

/** The address of a search. */
export function searchHref(search: Partial<SearchAddress>): string {
  return serialize('/search', search);
}

/** The address of an article, with what it was found by. */
export function articleHref(id: string, q: string): string {
  return `/articles/${encodeURIComponent(id)}${q ? `?q=${encodeURIComponent(q)}` : ''}`;
}

function present<T extends object>(value: T): T | undefined {
  return Object.keys(value).length > 0 ? value : undefined;
}

function valuesIn(
  search: SearchAddress,
  partOf: (dimension: Dimension) => keyof typeof chosen | keyof typeof excluded,
) {
  return Object.fromEntries(
    dimensions.flatMap((dimension) => {
      const held = search[partOf(dimension)];
      return held.length > 0 ? [[dimension, held]] : [];
    }),
  ) as Partial<Record<Dimension, string[]>>;
}

/** Everything that is chosen among the hits of the query, without what is empty. */
export function selectionOf(search: SearchAddress): Selection {
  const { from, to, sample, seed } = search;
  const exclude = present(valuesIn(search, excludedIn));
  const dates = present({ ...(from && { from }), ...(to && { to }) });
  return {
    ...valuesIn(search, (dimension) => dimension),
    ...(exclude && { exclude }),
    ...(dates && { dates }),
    ...(sample && { sample: { size: sample, seed: seed ?? 0 } }),
  };
}

/** How many things are chosen or excluded. */
export function countChosen(search: SearchAddress): number {
  const held = dimensions.flatMap((dimension) => [...search[dimension], ...search[excludedIn(dimension)]]);
  return held.length + (search.from || search.to ? 1 : 0) + (search.sample ? 1 : 0);
}

/** A change that takes back everything chosen. */
export const nothingChosen: Partial<SearchAddress> = {
  ...Object.fromEntries(
    dimensions.flatMap((dimension) => [
      [dimension, []],
      [excludedIn(dimension), []],
    ]),
  ),
  from: null,
  to: null,
  sample: null,
  seed: null,
  since: null,
  by: null,
};

/** The moment since which hits are new, where the address names one. */
export function sinceOf({ since }: SearchAddress): { since?: number } {
  return since === null ? {} : { since };
}

const noPeriod = { year: [], quarter: [], month: [], week: [], day: [], by: null, from: null, to: null };
type PeriodChange = Pick<SearchAddress, Period | 'by' | 'from' | 'to'>;

/** A change that leaves one period chosen and no other. */
export function periodChange(period: Period, chosen: string): PeriodChange {
  return { ...noPeriod, [period]: [chosen] };
}

/** A change that leaves the days from one to another chosen and no others. */
export function datesChange(from: string | null, to: string | null): PeriodChange {
  return { ...noPeriod, from, to };
}

const dayLength = 86_400_000;

/** The finest step that shows the chosen time as bars. */
export function stepOf(search: SearchAddress): Period {
  const { by, year, quarter, month, week, day, from, to } = search;
  if (by) return by;
  if ([quarter, month, week, day].some((chosen) => chosen.length > 0)) return 'day';
  const days = from && to ? (Date.parse(to) - Date.parse(from)) / dayLength : Number.POSITIVE_INFINITY;
  if (days < 100) return 'day';
  return year.length > 0 || days < 1_200 ? 'month' : 'year';
}
