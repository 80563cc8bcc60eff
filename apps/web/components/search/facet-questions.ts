import type { Dimension, Selection } from '@/data/types.ts';
import { type SearchAddress, selectionOf, sinceOf } from './address.ts';

/** The facets of the search page, in their order. */
export const facetDimensions = [
  'source',
  'language',
  'year',
  'subject',
  'company',
  'region',
  'kind',
] as const satisfies Dimension[];

interface Question {
  q: string;
  selection: Selection;
  since?: number;
  by: Dimension[];
}

/** One question for all facets in which nothing is chosen, and one for each of the others without its own choice. */
export function facetQuestions(search: SearchAddress): Question[] {
  const selection = selectionOf(search);
  const since = sinceOf(search);
  const chosen = facetDimensions.filter((dimension) => selection[dimension]);
  const free = facetDimensions.filter((dimension) => !selection[dimension]);
  return [
    ...(free.length > 0 ? [{ q: search.q, selection, ...since, by: free }] : []),
    ...chosen.map((dimension) => {
      const { [dimension]: _, ...others } = selection;
      return { q: search.q, selection: others, ...since, by: [dimension] };
    }),
  ];
}
