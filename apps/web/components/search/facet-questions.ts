import type { Dimension } from '@/data/types.ts';
import { type SearchAddress, selectionOf, sinceOf } from './address.ts';

/** The facets of the search page, in their order. */
export const facetDimensions = [
  'source',
  'language',
  'year',
  'section',
  'author',
  'subject',
  'company',
  'region',
  'industry',
  'person',
  'kind',
  'file',
] as const satisfies Dimension[];

/** Values of a facet shown at first, and more at a time. */
export const shortList = 6;
export const longList = 50;

/** The question for the first values of every facet. */
export function facetQuestion(search: SearchAddress) {
  const { sample: _, ...selection } = selectionOf(search);
  return { q: search.q, selection, ...sinceOf(search), by: [...facetDimensions], top: shortList };
}
