import { Dialect } from '@pressmark/core/query';
import { Dimension, Facet, FacetRequest, Period, Selection, type Store, Timeline } from '@pressmark/store';
import { z } from 'zod';
import { QueryText, readQuery, Since } from './articles.ts';

const asked = {
  q: QueryText,
  dialect: Dialect.default('factiva'),
  selection: Selection.optional(),
  since: Since,
};

/** Which values of which dimensions: the first `top` of each after the first `skip`, with `find` only those whose name or code holds it. */
export const FacetsInput = z.strictObject({
  ...asked,
  ...FacetRequest.omit({ by: true }).shape,
  by: z.array(Dimension).min(1).max(Dimension.options.length),
});

export const FacetsOutput = z.strictObject({
  /** Exact number of hits. */
  total: z.int().nonnegative(),
  /** In the order asked for. */
  facets: z.array(Facet),
});

export async function countFacets(
  store: Store,
  { q, dialect, selection, since, by, ...request }: z.infer<typeof FacetsInput>,
): Promise<z.infer<typeof FacetsOutput>> {
  const { query } = readQuery(q, dialect);
  return store.facets(
    { query, selection, since },
    by.map((dimension) => ({ by: dimension, ...request })),
  );
}

export const TimelineInput = z.strictObject({ ...asked, by: Period });

export const TimelineOutput = Timeline;

export async function countTimeline(
  store: Store,
  { q, dialect, selection, since, by }: z.infer<typeof TimelineInput>,
): Promise<Timeline> {
  return store.timeline({ query: readQuery(q, dialect).query, selection, since }, by);
}
