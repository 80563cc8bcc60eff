/** The orders of hits: `source` by its code (its name where it has none), `words` longest first; equals newest first. */
export const sorts = ['newest', 'oldest', 'relevance', 'source', 'words'] as const;

/** The orders of concordance lines: by date, by the words before, of or after the hit, or by source. */
export const lineSorts = ['date', 'left', 'key', 'right', 'source'] as const;

/** The languages a query can be typed in. */
export const dialects = ['factiva', 'nexis'] as const;
