import { type Client, createClient } from '@pressmark/client';
import { openServer } from '@pressmark/server';
import type { Asked } from '../mix.ts';
import type { Engine } from './engine.ts';

const by = ['source', 'language', 'section', 'subject', 'company', 'region'] as const;

/** What is asked of ours: what is asked of every engine, the total alone (with one row), the page alone, and all at once as the dashboard does, which takes the total from the facets. */
export function asksOf({ api }: Client, { q, selection }: Asked) {
  const asked = { q, ...(selection && { selection }) };
  const search = async (sort: 'newest' | 'relevance', limit?: number) =>
    (await api.articles.search.query({ ...asked, sort, ...(limit && { limit }) })).total;
  const first = () => api.articles.page.query(asked);
  const facets = () => api.articles.facets.query({ ...asked, by: [...by] });
  const timeline = () => api.articles.timeline.query({ ...asked, by: 'month' });
  return {
    total: () => search('newest', 1),
    first,
    page: () => search('newest'),
    best: () => search('relevance'),
    counts: async () => {
      const { total } = await facets();
      await timeline();
      return total;
    },
    together: () => Promise.all([first(), facets(), timeline()]),
  };
}

// The first search of an archive that the system does not hold in memory takes longer than users are kept waiting.
const limit = 300_000;

/** Pressmark's server in this process, its threads made from a script, asked through its own fetch. */
export async function openOurs(database: string, reader: string) {
  const server = await openServer({ database, reader, limit });
  const client = createClient({ server });
  return { client, close: () => server.close() };
}

export async function oursAsEngine(database: string, reader: string): Promise<Engine> {
  const { client, close } = await openOurs(database, reader);
  return { label: 'Pressmark', ask: (asked) => asksOf(client, asked), close };
}
