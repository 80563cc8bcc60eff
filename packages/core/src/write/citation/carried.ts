import { Article } from '../../article.ts';

/** Keys of the article that every list of references holds. */
const carries = [
  'headline',
  'authors',
  'source',
  'publication',
  'section',
  'page',
  'volume',
  'publisher',
  'language',
  'accession',
] as const;

/** What a writer of references says of the keys it holds, with those of its own. */
export function carried(...own: (keyof Article)[]): { carries: string[]; loses: string[] } {
  const held: string[] = [...carries, ...own];
  return {
    carries: held,
    loses: [
      ...Object.keys(Article.shape).filter((key) => !held.includes(key)),
      'the parts of a key that a reference has no place for (time, zone, roles, codes)',
      'line breaks within a value',
    ],
  };
}
