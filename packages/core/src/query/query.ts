import { z } from 'zod';
import { Span } from '../diagnostic.ts';

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
  la: 'language, by name or code',
  lang: 'language, by name or code',
  re: 'region, by code or name',
  ns: 'subject, by code or name',
  co: 'company, by code or name',
  in: 'industry, by code or name',
  pe: 'person, by code or name',
  pub: 'publisher',
  an: 'accession number',
  kind: 'kind of item: article, headline, other',
  file: 'name of the imported file',
} as const;
export const QueryField = z.enum(
  Object.keys(queryFields) as [keyof typeof queryFields, ...(keyof typeof queryFields)[]],
);
export type QueryField = z.infer<typeof QueryField>;

/** One token to look for, folded for case and diacritics; with `prefix`, any ending (`elect*`). */
export const Term = z.strictObject({
  text: z.string(),
  prefix: z.boolean(),
});
export type Term = z.infer<typeof Term>;

export type Query =
  /** Every article: the empty query. */
  | { type: 'all' }
  /** Tokens in this order, one directly after the other; a single word is a phrase of one. */
  | { type: 'phrase'; terms: Term[]; quoted: boolean; span: Span }
  | { type: 'and'; of: Query[]; span: Span }
  | { type: 'or'; of: Query[]; span: Span }
  | { type: 'not'; include: Query; exclude: Query; span: Span }
  | { type: 'field'; field: QueryField; of: Query; span: Span }
  /** Publication date; both ends inclusive ISO dates. */
  | { type: 'date'; from?: string | undefined; to?: string | undefined; span: Span };

/** A parsed query. Spans are UTF-16 code units in the text of the query. */
export const Query: z.ZodType<Query> = z.lazy(() =>
  z.discriminatedUnion('type', [
    z.strictObject({ type: z.literal('all') }),
    z.strictObject({
      type: z.literal('phrase'),
      terms: z.array(Term).min(1),
      quoted: z.boolean(),
      span: Span,
    }),
    z.strictObject({ type: z.literal('and'), of: z.array(Query).min(2), span: Span }),
    z.strictObject({ type: z.literal('or'), of: z.array(Query).min(2), span: Span }),
    z.strictObject({ type: z.literal('not'), include: Query, exclude: Query, span: Span }),
    z.strictObject({ type: z.literal('field'), field: QueryField, of: Query, span: Span }),
    z.strictObject({
      type: z.literal('date'),
      from: z.iso.date().optional(),
      to: z.iso.date().optional(),
      span: Span,
    }),
  ]),
);

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

export type ParsedQuery =
  | { ok: true; query: Query /** How ambiguous dates were read. */; notes: QueryProblem[] }
  | { ok: false; problems: QueryProblem[] };
