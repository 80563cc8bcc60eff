/** How the files of one reader were read when they were measured: the worst of them. */
export interface Baseline {
  id: string;
  version: number;
  /** Largest share of a file's bytes that was unread. */
  unread: number;
  /** Smallest share of a file's articles that have the field; fields that whole files lack are left out. */
  fields: Record<string, number>;
}

/** Measured over the generated exports and the real samples by `baselines.test.ts` in tooling/fixtures, which writes them. */
export const baselines: readonly Baseline[] = [
  {
    id: 'factiva-html',
    version: 8,
    unread: 0,
    fields: {
      accession: 1,
      headline: 1,
      'word count': 1,
      date: 1,
      source: 1,
      'source code': 1,
      language: 1,
      copyright: 1,
      text: 1,
    },
  },
  {
    id: 'factiva-rtf',
    version: 9,
    unread: 0,
    fields: {
      accession: 1,
      headline: 1,
      'word count': 1,
      date: 1,
      source: 1,
      'source code': 1,
      language: 1,
      copyright: 1,
      text: 1,
    },
  },
  {
    id: 'factiva-text',
    version: 10,
    unread: 0,
    fields: {
      accession: 1,
      headline: 1,
      'word count': 1,
      date: 1,
      source: 1,
      'source code': 1,
      language: 1,
      copyright: 1,
      text: 1,
    },
  },
  {
    id: 'factiva-pps',
    version: 5,
    unread: 0,
    fields: {
      accession: 1,
      headline: 1,
      'word count': 1,
      date: 1,
      source: 1,
      'source code': 1,
      language: 1,
      copyright: 1,
      text: 1,
    },
  },
  {
    id: 'factiva-distdoc',
    version: 5,
    unread: 0,
    fields: {
      accession: 1,
      headline: 1,
      'word count': 1,
      date: 1,
      source: 1,
      'source code': 1,
      language: 1,
      copyright: 1,
      text: 1,
    },
  },
  {
    id: 'factiva-content-api',
    version: 5,
    unread: 0,
    fields: {
      accession: 1,
      headline: 1,
      'word count': 1,
      date: 1,
      source: 1,
      'source code': 1,
      language: 1,
      copyright: 1,
      text: 1,
    },
  },
  {
    id: 'factiva-records',
    version: 6,
    unread: 0,
    fields: {
      accession: 1,
      headline: 1,
      'word count': 1,
      date: 1,
      source: 1,
      'source code': 1,
      language: 1,
      copyright: 1,
      text: 1,
    },
  },
];
