import type { SearchAddress } from './address.ts';

/** Where the reader was in the results, to come back to: for this window, until it is loaded anew. */
export const visited: {
  href: string;
  id: string | null;
  /** The search, where its articles were listed. */
  search: SearchAddress | null;
} = { href: '/search', id: null, search: null };
