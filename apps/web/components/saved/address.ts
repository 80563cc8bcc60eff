import {
  dimensions,
  excludedIn,
  type SearchAddress,
  searchHref,
  selectionOf,
} from '@/components/search/address.ts';
import type { SavedSearch, Selection } from '@/data/types.ts';

/** What of a saved search the search page is asked for. */
export type Kept = Pick<SavedSearch, 'text' | 'query' | 'dialect'> & { selection: Selection };

/** The address of a saved search; with a moment, of what is new since. */
export function savedHref({ text, query, dialect, selection }: Kept, since: number | null = null): string {
  const { exclude = {}, dates = {} } = selection;
  const chosen = dimensions.flatMap((dimension) => [
    [dimension, selection[dimension] ?? []],
    [excludedIn(dimension), exclude[dimension] ?? []],
  ]);
  return searchHref({
    ...Object.fromEntries(chosen),
    // The search page reads one language: what was typed in another goes there as it was read.
    q: dialect === 'factiva' ? text : query,
    from: dates.from ?? null,
    to: dates.to ?? null,
    since,
  });
}

/** Whether a saved search is the one on the search page, whatever is left of it by a sample. */
export function isSearch(saved: Kept, search: SearchAddress): boolean {
  const onPage: Kept = { ...saved, dialect: 'factiva', text: search.q, selection: selectionOf(search) };
  return savedHref(saved) === savedHref(onPage);
}
