import { findLoosenings, printQuery, type Query } from '@pressmark/core/query';
import { chosenIn, Dimension, Selection, type Store, without } from '@pressmark/store';
import { z } from 'zod';
import { QueryText, readQuery } from '../articles.ts';
import { mendQuery } from './archive-notes.ts';
import { countingIn } from './counting.ts';

export const LoosenInput = z.strictObject({ q: QueryText, selection: Selection.optional() });

export const LoosenOutput = z.strictObject({
  /** The query with words and values as the archive has them, then the smallest changes that find something within the selection. */
  queries: z.array(
    z.strictObject({ q: z.string(), changes: z.array(z.string()), total: z.int().positive() }),
  ),
  /** What is chosen without one part of it, where the query then finds something; `all`: nothing chosen. */
  selections: z.array(
    z.strictObject({
      without: z.union([Dimension, z.literal('dates'), z.literal('all')]),
      selection: Selection,
      /** The query, with words and values as the archive has them where only that finds something. */
      q: z.string(),
      changes: z.array(z.string()),
      total: z.int().positive(),
    }),
  ),
});
type Output = z.infer<typeof LoosenOutput>;

/** Searches tried, and milliseconds. */
const most = { tries: 100, ms: 3_000 };

/** What is chosen, with one part less. */
function lessChosen(selection: Selection): Pick<Output['selections'][number], 'without' | 'selection'>[] {
  const parts = [...new Set([...chosenIn(selection), ...chosenIn(selection.exclude)].map(([by]) => by))];
  const less = parts.map((by) => ({ without: by, selection: without(selection, by) }));
  const { dates, ...rest } = selection;
  return [
    ...less,
    ...(dates ? [{ without: 'dates' as const, selection: rest }] : []),
    ...(parts.length + (dates ? 1 : 0) > 1 ? [{ without: 'all' as const, selection: {} }] : []),
  ];
}

/** For a search that finds nothing, the smallest changes that find something, each with its hits. */
export async function loosenSearch(
  store: Store,
  { q, selection = {} }: z.infer<typeof LoosenInput>,
): Promise<Output> {
  const { query } = readQuery(q);
  const end = performance.now() + most.ms;
  const count = countingIn(store, selection);
  const near = await mendQuery(store, { q, dialect: 'factiva', query });
  const selections: Output['selections'] = [];
  for (const choice of lessChosen(selection)) {
    const countIn = countingIn(store, choice.selection);
    for (const { query: asked, changes } of [{ query, changes: [] }, ...(near ? [near] : [])]) {
      const { total } = await countIn(asked);
      if (!total) continue;
      selections.push({ ...choice, q: printQuery(asked), changes, total });
      break;
    }
  }
  const limits = { tries: most.tries, isOver: () => performance.now() > end };
  const total = async (one: Query) => (await count(one)).total;
  const hits = near && (await total(near.query));
  const queries = await findLoosenings(query, total, limits);
  // Words as the archive spells them are tried before words are left out.
  if (near && hits) queries.unshift({ ...near, size: 0, total: hits });
  else if (near && queries.length === 0) {
    for (const found of await findLoosenings(near.query, total, limits)) {
      queries.push({ ...found, changes: [...near.changes, ...found.changes] });
    }
  }
  return {
    selections,
    queries: queries.map(({ query, changes, total }) => ({ q: printQuery(query), changes, total })),
  };
}
