import type { Page } from '@/data/types.ts';
import { type SearchAddress, selectionOf } from './address.ts';

/** Hits that come at once. */
const pageSize = 30;

/** What the search procedure is asked, by the server before the first paint and by the browser after it. */
export function pageOptions(search: SearchAddress) {
  const input = { q: search.q, selection: selectionOf(search), sort: search.sort, limit: pageSize };
  return [input, { getNextPageParam: (page: Page) => page.next }] as const;
}
