const fields: Record<string, string> = {
  headline: 'the headline',
  subheadline: 'the subheadline',
  byline: 'the byline',
  section: 'the section',
  'publication.date': 'the date',
  'wordCount.stated': 'the number of words',
};

/** A place of an article in words: `body.3.text` as `paragraph 4`; a path no one reads aloud stays as it is. */
export function formatPath(path: string): string {
  const [, index] = /^body\.(\d+)(?:\.text)?$/.exec(path) ?? [];
  return index === undefined ? (fields[path] ?? path) : `paragraph ${Number(index) + 1}`;
}
