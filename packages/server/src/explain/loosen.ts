import { findLoosenings, printQuery, type Query } from '@pressmark/core/query';
import { chosenIn, Dimension, Selection, type Store, without } from '@pressmark/store';
import { z } from 'zod';
import { QueryText, readQuery } from '../articles.ts';
import { mendQuery } from './archive-notes.ts';
import { countingIn } from './counting.ts';
import { emptyClauses, type Near, withNear } from './empty-clauses.ts';

export const LoosenInput = z.strictObject({ q: QueryText, selection: Selection.optional() });

/** A query that finds something, and in words what was changed to come to it. */
const NearQuery = z.strictObject({ q: z.string(), changes: z.array(z.string()), total: z.int().positive() });

export const LoosenOutput = z.strictObject({
  /** The query with words and values as the archive has them, then the smallest changes that find something within the selection. */
  queries: z.array(NearQuery),
  /** Each clause, where none that the query needs finds anything by itself: what finds something in its place, null where time was up. */
  clauses: z.array(z.strictObject({ q: z.string(), near: z.array(NearQuery).nullable() })),
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
type Mended = NonNullable<Awaited<ReturnType<typeof mendQuery>>>;

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

/** What is chosen with one part less, where the query or what it is mended to then finds something. */
async function loosenSelection(
  store: Store,
  { query, near, selection }: { query: Query; near: Mended | null; selection: Selection },
): Promise<Output['selections']> {
  const found: Output['selections'] = [];
  for (const choice of lessChosen(selection)) {
    const countIn = countingIn(store, choice);
    for (const { query: asked, changes } of [{ query, changes: [] }, ...(near ? [near] : [])]) {
      const { total } = await countIn(asked);
      if (!total) continue;
      found.push({ ...choice, q: printQuery(asked), changes, total });
      break;
    }
  }
  return found;
}

const told = ({ query, changes, total }: Near) => ({ q: printQuery(query), changes, total });

/** A store that looks the spellings of a word up once: that is a walk through all words of the archive. */
function remembering(store: Store): Store {
  const known = new Map<string, Promise<string[]>>();
  const spellings: Store['spellings'] = (word) => {
    const found = known.get(word) ?? store.spellings(word);
    known.set(word, found);
    return found;
  };
  return Object.assign(Object.create(store) as Store, { spellings });
}

/** For a search that finds nothing, the smallest changes that find something, each with its hits. */
export async function loosenSearch(
  asked: Store,
  { q, selection = {} }: z.infer<typeof LoosenInput>,
): Promise<Output> {
  const store = remembering(asked);
  const { query } = readQuery({ q });
  const end = performance.now() + most.ms;
  const limits = { tries: most.tries, isOver: () => performance.now() > end };
  const count = countingIn(store, { selection });
  const total = async (one: Query) => (await count(one)).total;
  const near = await mendQuery(store, { q, dialect: 'factiva', query });
  const selections = await loosenSelection(store, { query, near, selection });
  const hits = near && (await total(near.query));
  // Words as the archive spells them are tried before words are left out.
  const mended = near && hits ? [{ ...near, total: hits }] : [];
  // Where nothing finds anything, to leave out one clause or two does not help: each is looked at by itself.
  const empty = await emptyClauses(store, query, { total, ...limits });
  if (empty.length > 0) {
    const queries = mended.length > 0 ? mended : await withNear(query, empty, { total });
    const clauses = empty.map(({ query, near }) => ({ q: printQuery(query), near: near?.map(told) ?? null }));
    return { selections, queries: queries.map(told), clauses };
  }
  const queries: Near[] = [...mended, ...(await findLoosenings(query, total, limits))];
  if (near && queries.length === 0) {
    for (const found of await findLoosenings(near.query, total, limits)) {
      queries.push({ ...found, changes: [...near.changes, ...found.changes] });
    }
  }
  return { selections, queries: queries.map(told), clauses: [] };
}
