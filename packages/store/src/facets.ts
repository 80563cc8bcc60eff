import type { Article, Code } from '@pressmark/core';
import { authorValue } from '@pressmark/core/query';
import type { Bucket, Dimension, Period } from './contract.ts';
import { isPeriod } from './periods.ts';

/** The dimensions whose values stand in the article itself and in a dictionary: not its date, nor the files it was met in. */
export type Coded = Exclude<Dimension, Period | 'file'>;

/** Raised whenever `facetsOf` gives an article other values than before: archives then bring theirs up to date. */
export const facetsVersion = 3;

/** The dimensions of which every value is a token of the index; the others are looked up in memory. */
const indexed: readonly Dimension[] = ['kind', 'source', 'language', 'subject', 'company', 'region'];

/** Whether the index knows the values of a dimension. */
export function isIndexed(dimension: Dimension): boolean {
  return indexed.includes(dimension);
}

/** Whether the values of a dimension are names as people write them, which are one where only case, accents and white space differ. */
export function isSpelt(dimension: Dimension): dimension is 'author' {
  return dimension === 'author';
}

/** A value as articles are chosen by it, whatever its spelling. */
export function foldedValue(dimension: Dimension, value: string): string {
  return isSpelt(dimension) ? authorValue(value) : value;
}

/** A value of a dimension with the name the article gives it; '' where it gives none. */
export interface FacetValue {
  dimension: Coded;
  value: string;
  label: string;
}

/** The source's code, else what its accession number says, else its name. */
function sourceOf({ source, accession }: Article): string {
  return source?.code ?? accession?.sourceCode ?? source?.name ?? '';
}

const codeLists = [
  { dimension: 'subject', list: 'subjects' },
  { dimension: 'company', list: 'companies' },
  { dimension: 'region', list: 'regions' },
  { dimension: 'industry', list: 'industries' },
  { dimension: 'person', list: 'people' },
] as const;

/** Everything an article counts under, each value once; a dimension in which it has nothing counts under ''. */
export function facetsOf(article: Article): FacetValue[] {
  const { source, language, kind, codes, section, authors } = article;
  const values: FacetValue[] = [
    { dimension: 'kind', value: kind, label: '' },
    { dimension: 'source', value: sourceOf(article), label: source?.name ?? '' },
    { dimension: 'language', value: language ?? '', label: '' },
    { dimension: 'section', value: (section ?? '').toWellFormed(), label: '' },
  ];
  // Each name in its first spelling. No database keeps half a character.
  const names = new Map<string, string>();
  for (const { name } of authors) {
    const folded = authorValue(name);
    if (!names.has(folded)) names.set(folded, name.toWellFormed());
  }
  for (const value of names.size > 0 ? names.values() : [''])
    values.push({ dimension: 'author', value, label: '' });
  for (const { dimension, list } of codeLists) addCodes(values, dimension, codes[list]);
  return values;
}

function addCodes(values: FacetValue[], dimension: Coded, codes: readonly Code[]): void {
  if (codes.length === 0) values.push({ dimension, value: '', label: '' });
  const names = new Map<string, string>();
  for (const { code, name } of codes) names.set(code, name || names.get(code) || '');
  for (const [value, label] of names) values.push({ dimension, value, label });
}

const languages = new Intl.DisplayNames('en', { type: 'language', fallback: 'code' });
const kinds: Record<string, string> = { article: 'Article', headline: 'Headline only', other: 'Other' };

function languageName(tag: string): string {
  try {
    return languages.of(tag) ?? tag;
  } catch {
    return tag;
  }
}

/** The name of a value for people, or the value itself where none is known. */
export function labelOf(dimension: Dimension, value: string, name: string): string {
  if (value === '' || isPeriod(dimension)) return value;
  if (dimension === 'language') return languageName(value);
  return (dimension === 'kind' ? kinds[value] : name) || value;
}

const byValue = (a: Bucket, b: Bucket) => (a.value < b.value ? -1 : 1);
/** Largest first; equals by value. */
export const byCount = (a: Bucket, b: Bucket): number => b.count - a.count || byValue(a, b);

/** Buckets in the order the contract gives: largest first, periods oldest first; equals by value. */
export function sortBuckets(dimension: Dimension, buckets: Bucket[]): Bucket[] {
  return buckets.sort(isPeriod(dimension) ? byValue : byCount);
}
