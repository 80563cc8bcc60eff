import { Dimension, Facet, FacetRequest, Period, Selection, type Store, Timeline } from '@pressmark/store';
import { z } from 'zod';
import { QueryText, reading, readQuery, Since } from './articles.ts';

const asked = {
  q: QueryText,
  ...reading,
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
  { q, dialect, dateOrder, selection, since, by, ...request }: z.infer<typeof FacetsInput>,
): Promise<z.infer<typeof FacetsOutput>> {
  const { query } = readQuery({ q, dialect, dateOrder });
  return store.facets(
    { query, selection, since },
    by.map((dimension) => ({ by: dimension, ...request })),
  );
}

export const TimelineInput = z.strictObject({ ...asked, by: Period });

export const TimelineOutput = Timeline;

export async function countTimeline(
  store: Store,
  { selection, since, by, ...typed }: z.infer<typeof TimelineInput>,
): Promise<Timeline> {
  return store.timeline({ query: readQuery(typed).query, selection, since }, by);
}
