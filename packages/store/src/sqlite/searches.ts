import type { Database } from 'better-sqlite3';
import { and, asc, eq, isNotNull, isNull, ne, sql } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/better-sqlite3';
import type { SavedSearch, SearchStore } from '../saved-search.ts';
import { openArrivals } from './arrivals.ts';
import { searches } from './schema.ts';

type Row = typeof searches.$inferSelect;
type Change = Partial<typeof searches.$inferInsert>;

function savedOf({ removedAt: _, ...search }: Row): SavedSearch {
  return search;
}

const byName = sql`${searches.name} COLLATE NOCASE`;
const kept = isNull(searches.removedAt);

/** Opens the book of saved searches. */
export function openSearches(writer: Database): SearchStore {
  const db = drizzle(writer);
  const { moment } = openArrivals(writer);
  const now = () => new Date().toISOString();
  const atOnce = <T>(work: () => T): T => writer.transaction(work).immediate();

  const find = (id: number, state = kept) =>
    db
      .select()
      .from(searches)
      .where(and(eq(searches.id, id), state))
      .get();
  const isTaken = (name: string, id = 0): boolean =>
    db
      .select({ id: searches.id })
      .from(searches)
      .where(and(sql`${byName} = ${name}`, kept, ne(searches.id, id)))
      .get() !== undefined;
  const change = (id: number, values: Change): SavedSearch =>
    savedOf(db.update(searches).set(values).where(eq(searches.id, id)).returning().get());

  /** Changes one that is on the list. */
  const changeKept = (id: number, values: (search: Row) => Change): SavedSearch | null =>
    atOnce(() => {
      const search = find(id);
      return search ? change(id, values(search)) : null;
    });

  return {
    list: async () => db.select().from(searches).where(kept).orderBy(asc(byName)).all().map(savedOf),
    get: async (id) => {
      const search = find(id);
      return search ? savedOf(search) : null;
    },
    save: async (draft) =>
      atOnce(() => {
        if (isTaken(draft.name)) return 'taken';
        const at = now();
        const values = { ...draft, createdAt: at, seenAt: at, since: moment() };
        return savedOf(db.insert(searches).values(values).returning().get());
      }),
    rename: async (id, name) =>
      atOnce(() => {
        if (!find(id)) return null;
        return isTaken(name, id) ? 'taken' : change(id, { name });
      }),
    reread: async (id, reading) => changeKept(id, () => reading),
    markSeen: async (id, seen) =>
      changeKept(id, ({ since, seenAt }) =>
        seen < since ? { seenAt } : { since: Math.min(seen, moment()), seenAt: now() },
      ),
    remove: async (id) => changeKept(id, () => ({ removedAt: now() })),
    restore: async (id) =>
      atOnce(() => {
        const removed = find(id, isNotNull(searches.removedAt));
        if (!removed) return null;
        return isTaken(removed.name) ? 'taken' : change(id, { removedAt: null });
      }),
  };
}
