import type { Dimension } from '@/data/types.ts';
import { dimensions, periods, type SearchAddress, selectionOf, sinceOf } from './address.ts';

const finer = new Set<Dimension>(periods.filter((period) => period !== 'year'));

/** The facets of the search page, in their order: every dimension, of the times years alone. */
export const facetDimensions = dimensions.filter((dimension) => !finer.has(dimension));

/** Values of a facet shown at first, and more at a time. */
export const shortList = 6;
export const longList = 50;

/** The question for the first values of every facet. */
export function facetQuestion(search: SearchAddress) {
  const { sample: _, ...selection } = selectionOf(search);
  return { q: search.q, selection, ...sinceOf(search), by: facetDimensions, top: shortList };
}
