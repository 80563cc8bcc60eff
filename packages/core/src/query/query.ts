import { z } from 'zod';
import { Span } from '../diagnostic.ts';
import { dialects } from './orders.ts';

/** The fields a query can name (`hd=...`), each with what it looks at. */
export const queryFields = {
  hd: 'headline and subheadline',
  hl: 'headline, section and column',
  hlp: 'headline, section, column, lead and corrections',
  lp: 'lead paragraphs',
  td: 'the paragraphs of the text',
  by: 'byline',
  se: 'section',
  clm: 'column',
  cr: 'credit',
  art: 'captions',
  sn: 'source name',
  sc: 'source code',
  rst: 'source code or name',
  la: 'language, by code or by its name in any language',
  lang: 'language, by code or by its name in any language',
  re: 'region, by code or name',
  ns: 'subject, by code or name',
  co: 'company, by code or name',
  in: 'industry, by code or name',
  pe: 'person, by code or name',
  pub: 'publisher',
  an: 'accession number',
  kind: 'kind of item: article, headline, other',
  file: 'name of the imported file',
  issue: 'code of something noticed while reading, such as date-shifted',
  tag: 'tags that users gave the article',
  has: 'what the archive has of the article: note, duplicate',
} as const;
export const QueryField = z.enum(
  Object.keys(queryFields) as [keyof typeof queryFields, ...(keyof typeof queryFields)[]],
);
export type QueryField = z.infer<typeof QueryField>;

/**
 * One token to look for, folded for case and diacritics. Each `?` in it stands for exactly one character (`wom?n`); with
 * `prefix` any ending may follow (`elect*`), of at most `most` characters where that is given (`elect$3`).
 */
export const Term = z.strictObject({
  text: z.string(),
  prefix: z.boolean(),
  most: z.int().positive().optional(),
});
export type Term = z.infer<typeof Term>;

/** How two places have to stand to each other; what each allows is in `reaches`. */
export const NearOperator = z.enum(['adj', 'w', 'near', '%']);
export type NearOperator = z.infer<typeof NearOperator>;

/** The most words each operator with a number takes. */
export const limits = { adj: 10, w: 10, near: 500, first: 500, atleast: 50 } as const;

/** Something that stands at places in a text, so that distances to it can be measured. */
export type Places =
  /** Tokens in this order, one directly after the other; a single word is a phrase of one. */
  | { type: 'phrase'; terms: Term[]; quoted: boolean; span: Span }
  /** Both within so many words: `adj` (b after a, in one paragraph), `w` (b after a), `near`, `%` (one word between). */
  | { type: 'near'; operator: NearOperator; words: number; left: Places; right: Places; span: Span }
  /** Both in one paragraph. */
  | { type: 'same'; left: Places; right: Places; span: Span }
  /** Within the first so many words. */
  | { type: 'first'; words: number; of: Places; span: Span }
  | { type: 'or'; of: Places[]; span: Span };

export type Query =
  /** Every article: the empty query. */
  | { type: 'all' }
  | Exclude<Places, { type: 'or' }>
  | { type: 'and'; of: Query[]; span: Span }
  | { type: 'or'; of: Query[]; span: Span }
  | { type: 'not'; include: Query; exclude: Query; span: Span }
  | { type: 'field'; field: QueryField; of: Query; span: Span }
  /** At so many places or more. */
  | { type: 'atleast'; times: number; of: Places; span: Span }
  /** Publication date; both ends inclusive ISO dates. */
  | { type: 'date'; from?: string | undefined; to?: string | undefined; span: Span }
  /** Word count; both ends inclusive. */
  | { type: 'words'; min?: number | undefined; max?: number | undefined; span: Span };

const placed = { span: Span };
const phrase = z.strictObject({
  type: z.literal('phrase'),
  terms: z.array(Term).min(1),
  quoted: z.boolean(),
  ...placed,
});

/** A part of a query that stands at places: words, phrases, what is near what, and `or` between such. */
export const Places: z.ZodType<Places> = z.lazy(() =>
  z.discriminatedUnion('type', [
    ...placesOptions(),
    z.strictObject({ type: z.literal('or'), of: z.array(Places).min(2), ...placed }),
  ]),
);

function placesOptions() {
  const pair = { left: Places, right: Places, ...placed };
  return [
    phrase,
    z.strictObject({
      type: z.literal('near'),
      operator: NearOperator,
      words: z.int().min(1).max(limits.near),
      ...pair,
    }),
    z.strictObject({ type: z.literal('same'), ...pair }),
    z.strictObject({
      type: z.literal('first'),
      words: z.int().min(1).max(limits.first),
      of: Places,
      ...placed,
    }),
  ] as const;
}

/** A parsed query. Spans are UTF-16 code units in the text of the query. */
export const Query: z.ZodType<Query> = z.lazy(() =>
  z.discriminatedUnion('type', [
    z.strictObject({ type: z.literal('all') }),
    ...placesOptions(),
    z.strictObject({ type: z.literal('and'), of: z.array(Query).min(2), ...placed }),
    z.strictObject({ type: z.literal('or'), of: z.array(Query).min(2), ...placed }),
    z.strictObject({ type: z.literal('not'), include: Query, exclude: Query, ...placed }),
    z.strictObject({ type: z.literal('field'), field: QueryField, of: Query, ...placed }),
    z.strictObject({
      type: z.literal('atleast'),
      times: z.int().min(1).max(limits.atleast),
      of: Places,
      ...placed,
    }),
    z.strictObject({
      type: z.literal('date'),
      from: z.iso.date().optional(),
      to: z.iso.date().optional(),
      ...placed,
    }),
    z.strictObject({ type: z.literal('words'), min: z.int().optional(), max: z.int().optional(), ...placed }),
  ]),
);

/** Whether a query stands at places: whether distances to it can be measured. */
export function isPlaces(query: Query): query is Places {
  if (query.type === 'or') return query.of.every(isPlaces);
  return ['phrase', 'near', 'same', 'first'].includes(query.type);
}

/** A query that stands for more than can be looked up: it is refused in words, its results are never cut short. */
export class QueryLimit extends Error {
  override name = 'QueryLimit';
}

/** Version of the language: it grows when a text comes to mean something else. */
export const grammarVersion = 4;

/** What is wrong with the text of a query: place, reason, and a text that would do. */
export const QueryProblem = z.strictObject({
  message: z.string(),
  span: Span,
  line: z.int().positive(),
  column: z.int().positive(),
  /** What could have stood here. */
  expected: z.string().optional(),
  /** The whole query, mended. */
  mend: z.string().optional(),
});
export type QueryProblem = z.infer<typeof QueryProblem>;

/** How an all-digit date such as 05/06/2020 is read. */
export const DateOrder = z.enum(['dmy', 'mdy']);
export type DateOrder = z.infer<typeof DateOrder>;

/** The language a query is typed in; whichever, it is read into one tree and printed as Factiva's. */
export const Dialect = z.enum(dialects);
export type Dialect = z.infer<typeof Dialect>;

export type ParsedQuery =
  | { ok: true; query: Query /** How what could be meant otherwise was read. */; notes: QueryProblem[] }
  | { ok: false; problems: QueryProblem[] };
