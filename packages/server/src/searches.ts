import { grammarVersion, localDay, printQuery, settleDates } from '@pressmark/core/query';
import { News, SavedSearch, SearchDraft, Selection, type Store } from '@pressmark/store';
import { z } from 'zod';
import { QueryText, reading, readQuery } from './articles.ts';
import { Refusal, refusalOf } from './refusal.ts';

/** A saved search, and what is new of it since it was last looked at. */
export const SearchAccount = SavedSearch.extend({
  /** Null where that cannot be told now: `problem` says why. */
  news: News.nullable(),
  problem: z.string().nullable(),
  /** Set where this version of the language reads the text otherwise than the one it was saved in; `to` is null where it cannot be read. */
  changed: z.strictObject({ from: z.string(), to: z.string().nullable() }).nullable(),
});
export type SearchAccount = z.infer<typeof SearchAccount>;

export const SaveInput = z.strictObject({
  name: SearchDraft.shape.name,
  q: QueryText,
  ...reading,
  selection: Selection.default({}),
});
export const RenameInput = z.strictObject({ id: z.int().positive(), name: SearchDraft.shape.name });
/** Up to a moment that `news` named; without one, up to now. */
export const SeenInput = z.strictObject({
  id: z.int().positive(),
  moment: z.int().nonnegative().optional(),
});

export async function listSearches(store: Store): Promise<SearchAccount[]> {
  const accounts: SearchAccount[] = [];
  for (const search of await store.searches.list()) accounts.push(await accountOf(store, search));
  return accounts;
}

export async function saveSearch(
  store: Store,
  { name, selection, ...typed }: z.infer<typeof SaveInput>,
): Promise<SavedSearch> {
  if (selection.sample)
    throw new Refusal('BAD_REQUEST', 'A sample is drawn once: save the search without it.');
  const query = printQuery(readQuery(typed).query);
  const draft = {
    name,
    // Of searches that are kept, dates are read day first.
    text: typed.dateOrder === 'dmy' ? typed.q : settleDates(typed.q, { ...typed, today: localDay() }),
    dialect: typed.dialect,
    query,
    grammar: grammarVersion,
    selection,
  };
  return expect(await store.searches.save(draft));
}

export async function renameSearch(
  store: Store,
  { id, name }: z.infer<typeof RenameInput>,
): Promise<SavedSearch> {
  return expect(await store.searches.rename(id, name));
}

/** Takes the way in which this version of the language reads the text for what is meant. */
export async function rereadSearch(store: Store, id: number): Promise<SavedSearch> {
  const search = await findSearch(store, id);
  const query = printQuery(readQuery({ q: search.text, dialect: search.dialect }, dayOf(search)).query);
  return expect(await store.searches.reread(id, { query, grammar: grammarVersion }));
}

export async function markSearchSeen(
  store: Store,
  { id, moment }: z.infer<typeof SeenInput>,
): Promise<SavedSearch> {
  return expect(await store.searches.markSeen(id, moment ?? Number.MAX_SAFE_INTEGER));
}

export async function removeSearch(store: Store, id: number): Promise<SavedSearch> {
  return expect(await store.searches.remove(id));
}

export async function restoreSearch(store: Store, id: number): Promise<SavedSearch> {
  return expect(await store.searches.restore(id));
}

/** The saved search of an id; refuses where there is none. */
export async function findSearch(store: Store, id: number): Promise<SavedSearch> {
  return expect(await store.searches.get(id));
}

function expect(search: SavedSearch | 'taken' | null): SavedSearch {
  if (search === null) throw new Refusal('NOT_FOUND', 'There is no such saved search.');
  if (search === 'taken') throw new Refusal('CONFLICT', 'Another saved search has this name.');
  return search;
}

async function accountOf(store: Store, search: SavedSearch): Promise<SearchAccount> {
  const changed = changeOf(search);
  try {
    const { query } = readQuery({ q: search.text, dialect: search.dialect });
    const { selection, since } = search;
    return { ...search, changed, problem: null, news: await store.news({ query, selection, since }) };
  } catch (error) {
    const refusal = refusalOf(error);
    if (!refusal) throw error;
    return { ...search, changed, problem: refusal.message, news: null };
  }
}

/** How the meaning of a text changed with the language, if it did; relative dates count from the day it was saved. */
function changeOf(search: SavedSearch): SearchAccount['changed'] {
  const { text, dialect, query: from, grammar } = search;
  if (grammar === grammarVersion) return null;
  try {
    const to = printQuery(readQuery({ q: text, dialect }, dayOf(search)).query);
    return to === from ? null : { from, to };
  } catch (error) {
    if (refusalOf(error)) return { from, to: null };
    throw error;
  }
}

function dayOf({ createdAt }: SavedSearch): string {
  return localDay(new Date(createdAt));
}
