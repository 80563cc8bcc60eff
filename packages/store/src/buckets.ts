import { periods } from '@pressmark/core/query';
import { z } from 'zod';
import { Dimension } from './selection.ts';

/** One value of a dimension and the number of hits that have it. */
export const Bucket = z.strictObject({
  /**
   * Source code (else the accession number's, else the source's name), BCP 47, `2017`, `2017-Q2`, `2017-04`, `2017-W14`,
   * `2017-04-08`, vendor code, name of a section as found, of an author without case and accents, or number of an imported file; '' where the article has none.
   */
  value: z.string(),
  /** The name for people, where one is known; of an author the spelling that most of the hits have. */
  label: z.string(),
  count: z.int().nonnegative(),
});
export type Bucket = z.infer<typeof Bucket>;

/** Which values of a dimension are asked for. */
export const FacetRequest = z.strictObject({
  by: Dimension,
  /** At most so many, after the first `skip`. */
  top: z.int().min(0).max(1_000).default(10),
  skip: z.int().nonnegative().default(0),
  /** Only values whose name or code holds this text, whatever the case and the accents; a language has names in many languages. */
  find: z.string().max(200).optional(),
});
export type FacetRequest = z.infer<typeof FacetRequest>;

/** Values of one dimension among the hits, as if nothing were chosen or excluded in this dimension itself. */
export const Facet = z.strictObject({
  by: Dimension,
  /** Largest first (periods: newest first). */
  buckets: z.array(Bucket),
  /** Number of values there are, with `find` of those it finds. */
  values: z.int().nonnegative(),
  /** Every value that is chosen or excluded, also where no hit has it. */
  chosen: z.array(Bucket),
});
export type Facet = z.infer<typeof Facet>;

/** The lengths of a period. */
export const Period = z.enum(periods);
export type Period = z.infer<typeof Period>;

/** One period of a timeline. */
export const TimelineBucket = z.strictObject({
  /** `2017`, `2017-Q2`, `2017-04`, `2017-W14` or `2017-04-08`. */
  value: z.string(),
  /** Hits. */
  count: z.int().nonnegative(),
  /** All articles of the archive in this period: what a share is a share of. */
  all: z.int().nonnegative(),
});
export type TimelineBucket = z.infer<typeof TimelineBucket>;

/** Hits over time. */
export const Timeline = z.strictObject({
  by: Period,
  /** Exact number of hits. */
  total: z.int().nonnegative(),
  /** Every period from the first hit to the last, oldest first, empty ones too; with chosen dates from these as far as the archive goes. */
  buckets: z.array(TimelineBucket),
  /** Hits and articles without a date. */
  undated: TimelineBucket.omit({ value: true }),
});
export type Timeline = z.infer<typeof Timeline>;
