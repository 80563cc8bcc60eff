import type { Dimension } from '@/data/types.ts';
import { dimensions, isPeriod, type SearchAddress, selectionOf, sinceOf } from './address.ts';

/** The facets of the search page, in their order: every dimension, of the times the one that is shown. */
export function facetDimensions({ times }: Pick<SearchAddress, 'times'>): Dimension[] {
  return dimensions.filter((dimension) => !isPeriod(dimension) || dimension === times);
}

/** Values of a facet shown at first, and more at a time. */
export const shortList = 6;
export const longList = 50;

/** The question for the first values of every facet. */
export function facetQuestion(search: SearchAddress) {
  const { sample: _, ...selection } = selectionOf(search);
  return { q: search.q, selection, ...sinceOf(search), by: facetDimensions(search), top: shortList };
}
