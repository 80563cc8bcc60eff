import { dimensions } from '@pressmark/core/query';
import { z } from 'zod';

/** What articles can be counted by. Codes, authors and files count once an article, however often it names them. */
export const Dimension = z.enum(dimensions);
export type Dimension = z.infer<typeof Dimension>;

const values = z.array(z.string().max(1_000)).max(1_000).optional();
const chosen = Object.fromEntries(Dimension.options.map((dimension) => [dimension, values])) as Record<
  Dimension,
  typeof values
>;

/** Hits drawn by chance: those whose `sha256(seed + ' ' + id)` is smallest, so that the same hits give the same sample anywhere. */
export const Sample = z.strictObject({
  size: z.int().min(1).max(10_000),
  seed: z.int().nonnegative(),
});
export type Sample = z.infer<typeof Sample>;

/**
 * What is chosen among the hits of a query. Facet values: within one dimension any of them, between dimensions all;
 * `exclude` holds those of which an article may have none. `dates` are inclusive and leave out what has no date. A
 * `sample` is drawn last, from all that the rest leaves.
 */
export const Selection = z.strictObject({
  ...chosen,
  exclude: z.strictObject(chosen).optional(),
  dates: z.strictObject({ from: z.iso.date().optional(), to: z.iso.date().optional() }).optional(),
  sample: Sample.optional(),
});
export type Selection = z.infer<typeof Selection>;

/** The values of every dimension in which there are any. */
export function chosenIn(values: Pick<Selection, Dimension> = {}): [Dimension, string[]][] {
  return Dimension.options.flatMap((dimension): [Dimension, string[]][] => {
    const chosen = values[dimension] ?? [];
    return chosen.length > 0 ? [[dimension, chosen]] : [];
  });
}

/** The selection without what is chosen and excluded in one dimension. */
export function without({ exclude, ...rest }: Selection, dimension: Dimension): Selection {
  return { ...rest, [dimension]: undefined, exclude: { ...exclude, [dimension]: undefined } };
}

/** The search whose hits a sample is drawn from. */
export function unsampled<Wanted extends { selection?: Selection | undefined }>(wanted: Wanted): Wanted {
  return { ...wanted, selection: { ...wanted.selection, sample: undefined } };
}
