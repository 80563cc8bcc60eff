/** Where the reader was in the results, to come back to: for this window, until it is loaded anew. */
export const visited: { href: string; id: string | null } = { href: '/search', id: null };
