import { Dialect } from '@pressmark/core/query';
import { z } from 'zod';
import { Hit, Selection } from './contract.ts';

/** What a search is saved as: its text as typed, how this version of the grammar reads it, and the chosen facet values. */
export const SearchDraft = z.strictObject({
  name: z.string().trim().min(1).max(200),
  text: z.string().max(20_000),
  dialect: Dialect,
  /** Canonical form of the text, in the grammar of this number. */
  query: z.string(),
  grammar: z.int().positive(),
  selection: Selection,
});
export type SearchDraft = z.infer<typeof SearchDraft>;

/** A search kept under a name, and up to where its hits were looked at. */
export const SavedSearch = SearchDraft.extend({
  id: z.int().positive(),
  createdAt: z.iso.datetime(),
  /** When its hits were last looked at. */
  seenAt: z.iso.datetime(),
  /** The moment of the archive up to which they were: what came in after it is new. */
  since: z.int().nonnegative(),
});
export type SavedSearch = z.infer<typeof SavedSearch>;

/** What is new of a search since a moment. */
export const News = z.strictObject({
  /** The moment of this answer: the number of the last batch that changed the archive. */
  moment: z.int().nonnegative(),
  /** Hits that were none at that moment: articles that came in since, and those whose earlier version did not match. */
  new: z.int().nonnegative(),
  /** Of these, how many bring a text that the archive had at that moment, in another article or an earlier version. */
  known: z.int().nonnegative(),
});
export type News = z.infer<typeof News>;

/** A hit with when its version came in. */
export const Arrival = z.strictObject({
  hit: Hit,
  storedAt: z.iso.datetime(),
  copyright: z.string().optional(),
});
export type Arrival = z.infer<typeof Arrival>;

/** The book of saved searches. Names differ in more than the case of their letters. */
export interface SearchStore {
  /** Those not removed, by name. */
  list(): Promise<SavedSearch[]>;
  /** Null where there is none of this id, or it was removed. */
  get(id: number): Promise<SavedSearch | null>;
  /** Saves a search as looked at now. */
  save(draft: SearchDraft): Promise<SavedSearch | 'taken'>;
  rename(id: number, name: string): Promise<SavedSearch | 'taken' | null>;
  /** Notes how a later grammar reads its text. */
  reread(id: number, reading: Pick<SearchDraft, 'query' | 'grammar'>): Promise<SavedSearch | null>;
  /** Notes that its hits were looked at up to a moment; an earlier one than is known changes nothing. */
  markSeen(id: number, moment: number): Promise<SavedSearch | null>;
  /** Takes it off the list; `restore` brings it back, with what was new of it. */
  remove(id: number): Promise<SavedSearch | null>;
  restore(id: number): Promise<SavedSearch | 'taken' | null>;
}
