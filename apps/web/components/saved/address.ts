import { dimensions, type SearchAddress, searchHref, selectionOf } from '@/components/search/address.ts';
import type { SavedSearch, Selection } from '@/data/types.ts';

/** What of a saved search the search page is asked for. */
export type Kept = Pick<SavedSearch, 'text' | 'query' | 'dialect'> & { selection: Selection };

/** The address of a saved search; with a moment, of what is new since. */
export function savedHref({ text, query, dialect, selection }: Kept, since: number | null = null): string {
  const chosen = Object.fromEntries(dimensions.map((dimension) => [dimension, selection[dimension] ?? []]));
  // The search page reads one language: what was typed in another goes there as it was read.
  return searchHref({ ...chosen, q: dialect === 'factiva' ? text : query, since });
}

/** Whether a saved search is the one on the search page. */
export function isSearch(saved: Kept, search: SearchAddress): boolean {
  return (
    savedHref(saved) ===
    savedHref({ ...saved, dialect: 'factiva', text: search.q, selection: selectionOf(search) })
  );
}
