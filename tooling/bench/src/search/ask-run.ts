// Run as a process of its own, so that its memory is its own: asks an archive the mix of queries and prints what each took.
import { type Client, createClient } from '@pressmark/client';
import { openServer } from '@pressmark/server';
import { spend, timed } from '../measure.ts';
import { type Asked, mix } from './mix.ts';
import { readPlain } from './read-plain.ts';

const [database = '', plainPath = ''] = process.argv.slice(2);
const reader = new URL(import.meta.resolve('@pressmark/server/thread'));
const server = await openServer({ database, reader });
const client = createClient({ server });
const plain = plainPath ? readPlain(plainPath, database) : null;

const by = ['source', 'language', 'section', 'subject', 'company', 'region'] as const;

/** What is asked of ours: the first page with its total, by date and by relevance, the counts, and all at once as the dashboard does. */
function asks({ api }: Client, { q, selection }: Asked) {
  const asked = { q, ...(selection && { selection }) };
  const page = (sort: 'newest' | 'relevance') => api.articles.search.query({ ...asked, sort });
  const facets = () => api.articles.facets.query({ ...asked, by: [...by] });
  const timeline = () => api.articles.timeline.query({ ...asked, by: 'month' });
  return {
    page: () => page('newest'),
    best: () => page('relevance'),
    counts: async () => {
      await facets();
      await timeline();
    },
    together: () => Promise.all([page('newest'), facets(), timeline()]),
  };
}

function plainAsks(match: string) {
  if (!plain) return null;
  return {
    page: () => [plain.total(match), plain.newest(match)],
    best: () => [plain.total(match), plain.best(match)],
    counts: () => plain.counts(match),
  };
}

type Times = Record<string, number[]>;

function note(times: Times, name: string, ms: number): void {
  times[name] ??= [];
  times[name].push(ms);
}

/** What one class of queries took: `totals` of its hits, and milliseconds by question, of ours and of plain SQL. */
export interface Answered {
  name: string;
  totals: number[];
  ours: Times;
  /** Of the processor, in all threads. */
  cpu: Times;
  theirs: Times;
}

const answered: Answered[] = mix.map(({ name }) => ({ name, totals: [], ours: {}, cpu: {}, theirs: {} }));
const opening = await timed(() => client.api.articles.search.query({ q: 'harbour' }));
const cold: number[] = [];

// One question after the other is put to all queries, so that none finds its own answer remembered; the first pass warms.
for (const [at, { queries }] of mix.entries()) {
  for (const asked of queries) {
    cold.push(await timed(async () => answered[at]?.totals.push((await asks(client, asked).page()).total)));
  }
}
for (const question of ['page', 'best', 'counts', 'together'] as const) {
  for (const [at, { queries }] of mix.entries()) {
    for (const asked of queries) {
      const spent = await spend(asks(client, asked)[question]);
      note(answered[at]?.ours ?? {}, question, spent.milliseconds);
      note(answered[at]?.cpu ?? {}, question, spent.cpuMilliseconds);
    }
  }
}
const memory = process.memoryUsage().rss;
for (const question of ['page', 'best', 'counts'] as const) {
  for (const [at, { queries }] of mix.entries()) {
    for (const { match } of queries) {
      const beside = match ? plainAsks(match) : null;
      if (beside) note(answered[at]?.theirs ?? {}, question, await timed(beside[question]));
    }
  }
}
plain?.close();
await server.close();
console.log(JSON.stringify({ answered, opening, cold, memory, most: process.resourceUsage().maxRSS * 1024 }));
