import {
  createLoader,
  createParser,
  createSerializer,
  type inferParserType,
  parseAsArrayOf,
  parseAsInteger,
  parseAsString,
  parseAsStringLiteral,
} from 'nuqs/server';
import type { Dimension, Period, Selection } from '@/data/types.ts';

/** Dimensions the address can hold; the times among them take turns. */
export const dimensions = [
  'source',
  'language',
  'year',
  'month',
  'week',
  'day',
  'subject',
  'company',
  'region',
  'kind',
] as const satisfies Dimension[];
export const periods = ['year', 'month', 'week', 'day'] as const satisfies Period[];
export const sorts = ['newest', 'oldest', 'relevance'] as const;

// Articles without a source, language ... are counted under ''; an empty value in an address would read as none at all.
const value = createParser({
  parse: (text) => (text === 'none' ? '' : text),
  serialize: (held) => held || 'none',
});
const values = parseAsArrayOf(value).withDefault([]);

/** Every part of the search page's address. */
export const searchParameters = {
  q: parseAsString.withDefault(''),
  source: values,
  language: values,
  year: values,
  month: values,
  week: values,
  day: values,
  subject: values,
  company: values,
  region: values,
  kind: values,
  sort: parseAsStringLiteral(sorts).withDefault('newest'),
  by: parseAsStringLiteral(periods),
  /** Only what is new since this moment of the archive. */
  since: parseAsInteger,
};

export type SearchAddress = inferParserType<typeof searchParameters>;

export const loadSearch = createLoader(searchParameters);
const serialize = createSerializer(searchParameters);

/** The address of a search. */
export function searchHref(search: Partial<SearchAddress>): string {
  return serialize('/search', search);
}

/** The chosen facet values, without the dimensions in which nothing is chosen. */
export function selectionOf(search: SearchAddress): Selection {
  return Object.fromEntries(
    dimensions.flatMap((dimension) => (search[dimension].length > 0 ? [[dimension, search[dimension]]] : [])),
  );
}

/** The moment since which hits are new, where the address names one. */
export function sinceOf({ since }: SearchAddress): { since?: number } {
  return since === null ? {} : { since };
}

/** A change that leaves one period chosen and no other. */
export function periodChange(period: Period, chosen: string): Pick<SearchAddress, Period | 'by'> {
  return { year: [], month: [], week: [], day: [], by: null, [period]: [chosen] };
}

/** The finest step that shows the chosen period as bars. */
export function stepOf(search: SearchAddress): Period {
  if (search.by) return search.by;
  if (search.day.length > 0 || search.week.length > 0 || search.month.length > 0) return 'day';
  return search.year.length > 0 ? 'month' : 'year';
}
