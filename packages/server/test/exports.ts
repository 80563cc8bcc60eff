/** Invented exports, the smallest that the text reader knows: bare lines, an accession number at the end. */

export interface Invented {
  /** Number of the article, from 0. */
  from?: number;
  articles: number;
  /** Paragraphs an article. */
  paragraphs?: number;
}

const nouns = [
  'harbour',
  'council',
  'orchard',
  'ferry',
  'library',
  'quarry',
  'market',
  'bridge',
  'theatre',
  'canal',
];
const verbs = [
  'opened',
  'closed',
  'rebuilt',
  'counted',
  'painted',
  'measured',
  'sold',
  'visited',
  'lost',
  'found',
];

const pick = (list: string[], n: number) => list[n % list.length] ?? '';

function sentence(n: number): string {
  const [who, did, what] = [pick(nouns, n), pick(verbs, n >> 2), pick(nouns, n * 7 + 3)];
  return `The ${who} committee ${did} the ${what} on the ${n % 28 || 28}th, and report ${n} says so.`;
}

/** The accession number of the article: source, load date, and publication date and serial in base 36. */
export function accessionNumber(n: number): string {
  const day = (n % 28) + 1;
  const date = `201704${String(day).padStart(2, '0')}`;
  return `EXTI0000${date}ed4${day.toString(36)}${n.toString(36).padStart(5, '0')}`;
}

export function articleId(n: number): string {
  return `factiva:${accessionNumber(n)}`;
}

/** One article as the file shows it. */
export function inventArticle(n: number, paragraphs = 3): string {
  const text = Array.from({ length: paragraphs }, (_, index) =>
    [1, 2, 3].map((k) => sentence(n * 31 + index * 5 + k)).join(' '),
  );
  return [
    '',
    'Town',
    `${pick(nouns, n)} number ${n} ${pick(verbs, n)}`,
    '',
    'By Ada Invented ',
    `${text.join(' ').split(' ').length} words`,
    `${(n % 28) + 1} April 2017`,
    '10:41',
    'The Example Times',
    'EXTI',
    'English',
    'Copyright 2017 Example Times, Inc. All Rights Reserved. ',
    '',
    ...text.flatMap((paragraph) => [paragraph, '']),
    'Example Times, Inc.',
    '',
    `Document ${accessionNumber(n)}`,
    '',
  ].join('\n');
}

export function inventExport({ from = 0, articles, paragraphs }: Invented): string {
  return Array.from({ length: articles }, (_, index) => inventArticle(from + index, paragraphs)).join('\n');
}
