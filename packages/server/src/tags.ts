import type { Query } from '@pressmark/core/query';
import { Selection, type Store, Tagging, TagName } from '@pressmark/store';
import { z } from 'zod';
import { QueryText, reading, readQuery } from './articles.ts';
import { Refusal } from './refusal.ts';

/** Articles tagged in one go. */
const batch = 1_000;

/** A tag, and which articles are to have it, or no longer: those named, or every hit of a search. */
export const TagInput = z
  .strictObject({
    name: TagName,
    articles: z.array(z.string().max(500)).min(1).max(batch).optional(),
    search: z.strictObject({ q: QueryText, ...reading, selection: Selection.optional() }).optional(),
    /** Nothing is changed: only told what would be. */
    dryRun: z.boolean().default(false),
  })
  .refine(({ articles, search }) => (articles === undefined) !== (search === undefined), {
    error: 'either articles or a search',
  });
type TagInput = z.infer<typeof TagInput>;

/** What became of it; `articles` is the number of those named or found. */
export const TagOutput = Tagging.extend({ articles: z.int().nonnegative() });

/** The articles that are meant. Those of a search are known before the first is changed, for the search may ask for the tag. */
async function articlesOf(store: Store, { articles, search }: TagInput): Promise<string[]> {
  if (!search) return articles ?? [];
  const { selection } = search;
  const { query }: { query: Query } = readQuery(search);
  const ids: string[] = [];
  for await (const id of store.ids({ query, selection })) ids.push(id);
  return ids;
}

/** Gives a tag to articles, or takes it from them, some at a time. */
export async function tagArticles(
  store: Store,
  verb: 'add' | 'remove',
  input: TagInput,
): Promise<z.infer<typeof TagOutput>> {
  const { name, dryRun } = input;
  const ids = await articlesOf(store, input);
  const total = { name, changed: 0, unknown: [] as string[], articles: ids.length };
  for (let at = 0; at < ids.length; at += batch) {
    const order = { name, articles: ids.slice(at, at + batch), dryRun };
    const done = await store.tags[verb](order);
    total.name = done.name;
    total.changed += done.changed;
    total.unknown.push(...done.unknown);
  }
  if (input.articles && total.unknown.length === ids.length)
    throw new Refusal('NOT_FOUND', `The archive has no article ${ids[0]}.`);
  return total;
}
