/** What articles can be counted by, coarse times before fine ones. */
export const dimensions = [
  'source',
  'language',
  'year',
  'quarter',
  'month',
  'week',
  'day',
  'section',
  'author',
  'subject',
  'company',
  'region',
  'industry',
  'person',
  'kind',
  'file',
] as const;

/** The dimensions that are times: a timeline has one of them. */
export const periods = ['year', 'quarter', 'month', 'week', 'day'] as const;
