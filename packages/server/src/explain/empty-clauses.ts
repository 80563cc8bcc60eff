import { clausesOf, findLoosenings, printQuery, type Query } from '@pressmark/core/query';
import type { Store } from '@pressmark/store';
import { readQuery } from '../articles.ts';
import { mendQuery } from './archive-notes.ts';

/** A query near to another that finds something. */
export interface Near {
  query: Query;
  /** In words. */
  changes: string[];
  /** Hits. */
  total: number;
}

/** One clause of a query that finds nothing by itself. */
export interface EmptyClause {
  query: Query;
  /** What finds something in its place, by itself; null where time was up. */
  near: Near[] | null;
}

interface Counting {
  /** Hits of a query; null where they were not counted. */
  total: (query: Query) => Promise<number | null>;
  isOver: () => boolean;
  /** Queries that may be counted for all clauses. */
  tries: number;
}

/** What is near to a clause: its words and values as the archive has them, its smallest loosenings, or both. */
async function nearTo(store: Store, clause: Query, { total, ...limits }: Counting): Promise<Near[]> {
  const q = printQuery(clause);
  const mended = await mendQuery(store, { q, dialect: 'factiva', ...readQuery({ q }) });
  const hits = mended && (await total(mended.query));
  if (mended && hits) return [{ ...mended, total: hits }];
  const found = await findLoosenings(clause, total, limits);
  if (!mended || found.length > 0) return found;
  const loosened = await findLoosenings(mended.query, total, limits);
  return loosened.map((near) => ({ ...near, changes: [...mended.changes, ...near.changes] }));
}

/** The clauses of a query of several, where not one of those that it needs finds anything by itself; else none. */
export async function emptyClauses(store: Store, query: Query, counting: Counting): Promise<EmptyClause[]> {
  const needed = clausesOf(query).filter(({ role }) => role !== 'not');
  if (needed.length < 2) return [];
  for (const clause of needed) if ((await counting.total(clause.query)) !== 0) return [];
  const each = { ...counting, tries: Math.ceil(counting.tries / needed.length) };
  const empty: EmptyClause[] = [];
  for (const { query } of needed) {
    empty.push({ query, near: counting.isOver() ? null : await nearTo(store, query, each) });
  }
  return empty;
}

const span = { start: 0, end: 0 };

/**
 * The whole query with its empty clauses as what is nearest to them: all of them at once where each is needed, one by one
 * where any is enough.
 */
export async function withNear(
  query: Query,
  empty: EmptyClause[],
  { total }: Pick<Counting, 'total'>,
): Promise<Near[]> {
  if (query.type === 'or') {
    const ways = empty.flatMap(({ query: clause, near }) =>
      (near ?? []).map((one) => ({
        ...one,
        query: { ...query, of: query.of.map((part) => (part === clause ? one.query : part)) },
      })),
    );
    return ways.sort((a, b) => b.total - a.total);
  }
  const nearest = empty.map(({ near }) => near?.[0]);
  const all = nearest.filter((near) => near !== undefined);
  if (all.length < nearest.length) return [];
  const include: Query = { type: 'and', of: all.map(({ query }) => query), span };
  const nots = clausesOf(query).filter(({ role }) => role === 'not');
  const exclude: Query = { type: 'or', of: nots.map(({ query }) => query), span };
  const whole: Query = nots.length > 0 ? { type: 'not', include, exclude, span } : include;
  const hits = await total(whole);
  return hits ? [{ query: whole, changes: all.flatMap(({ changes }) => changes), total: hits }] : [];
}
