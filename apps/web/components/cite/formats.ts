/** What references can be written as, in the order they are offered. */
export const citationFormats = ['apa', 'ris', 'bibtex', 'biblatex', 'csl-json'] as const;
export type CitationFormat = (typeof citationFormats)[number];

/** Their names, and what each is for. */
export const citationLabels: Record<CitationFormat, { label: string; note: string }> = {
  apa: { label: 'APA', note: 'plain text' },
  ris: { label: 'RIS', note: 'Zotero, EndNote' },
  bibtex: { label: 'BibTeX', note: 'LaTeX' },
  biblatex: { label: 'BibLaTeX', note: 'LaTeX with biber' },
  'csl-json': { label: 'CSL-JSON', note: 'Zotero, pandoc' },
};
