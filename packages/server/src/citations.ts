import { type Article, applyRepairs } from '@pressmark/core';
import { citationWriters } from '@pressmark/core/write';
import type { Store } from '@pressmark/store';
import { z } from 'zod';
import { Refusal } from './refusal.ts';

export const CiteInput = z.strictObject({
  /** Ids or accession numbers, in the order of the references. */
  ids: z.array(z.string().max(500)).min(1).max(1_000),
  to: z.enum(citationWriters.map(({ id }) => id)),
  /** With the repairs that hold, instead of as the files have it. */
  repaired: z.boolean().default(false),
});

/** The references as one text, and how a file of it is named and sent. */
export const CiteOutput = z.strictObject({
  text: z.string(),
  extension: z.string(),
  mediaType: z.string(),
});

export async function citeArticles(
  store: Store,
  { ids, to, repaired }: z.infer<typeof CiteInput>,
): Promise<z.infer<typeof CiteOutput>> {
  const writer = citationWriters.find(({ id }) => id === to);
  if (!writer) throw new Refusal('BAD_REQUEST', 'There is no such format of references.');
  let text = '';
  for await (const part of writer.write(articlesOf(store, ids, repaired))) text += part;
  return { text, extension: writer.extension, mediaType: writer.mediaType };
}

async function* articlesOf(store: Store, ids: string[], repaired: boolean): AsyncIterable<Article> {
  for (const id of ids) {
    const stored = await store.get(id);
    if (!stored) throw new Refusal('NOT_FOUND', `The archive has no article ${id}.`);
    const applied = stored.repairs.filter((repair) => repair.applied);
    yield repaired ? applyRepairs(stored.article, applied).article : stored.article;
  }
}
