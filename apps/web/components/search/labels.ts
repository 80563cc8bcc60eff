import type { Bucket, Dimension } from '@/data/types.ts';
import { formatPeriod } from '@/format/dates.ts';
import { formatLanguage } from '@/format/languages.ts';
import { isPeriod } from './address.ts';

export const dimensionTitles: Record<Dimension, string> = {
  source: 'Source',
  language: 'Language',
  year: 'Year',
  quarter: 'Quarter',
  month: 'Month',
  week: 'Week',
  day: 'Day',
  section: 'Section',
  author: 'Author',
  subject: 'Subject',
  company: 'Company',
  region: 'Region',
  industry: 'Industry',
  person: 'Person',
  kind: 'Kind',
  file: 'File',
};

const kinds: Record<string, string> = { article: 'Full article', headline: 'Headline only', other: 'Other' };

/** A value of a dimension in words; `label` is what the archive calls it. */
export function valueLabel(dimension: Dimension, value: string, label?: string): string {
  if (value === '') return `No ${dimension}`;
  if (dimension === 'language') return formatLanguage(value);
  if (dimension === 'kind') return kinds[value] ?? value;
  if (isPeriod(dimension)) return formatPeriod(value);
  return label || value;
}

export function bucketLabel(dimension: Dimension, bucket: Bucket): string {
  return valueLabel(dimension, bucket.value, bucket.label);
}
