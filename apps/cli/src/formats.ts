/** What rows of data can be written as: lines of a concordance, articles. */
export const rowFormats = ['jsonl', 'csv'] as const;
export type RowFormat = (typeof rowFormats)[number];

/** What references to articles can be written as. */
export const citationFormats = ['ris', 'bibtex', 'biblatex', 'csl-json', 'apa'] as const;
export type CitationFormat = (typeof citationFormats)[number];

/** What articles can be written as; a test holds them against the writers of core, which are too slow to load for a flag. */
export const formats = [...rowFormats, ...citationFormats] as const;
export type Format = (typeof formats)[number];
