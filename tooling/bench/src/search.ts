import { type Client, createClient } from '@pressmark/client';
import { wordInShare } from '@pressmark/fixtures';
import { openServer } from '@pressmark/server';
import { archiveOf } from './importing.ts';
import { median, percentile, timed } from './measure.ts';
import { digits, goal, printTable } from './table.ts';

/** Many queries of one kind: each is asked once, as people ask. */
interface Kind {
  name: string;
  queries: readonly string[];
  sort?: 'newest' | 'relevance';
  /** The goal is set for words, newest first. */
  free?: true;
}

const spread = (low: number, high: number, count: number): number[] =>
  Array.from({ length: count }, (_, at) => low * (high / low) ** (at / (count - 1)));
const words = (low: number, high: number, count = 40): string[] => [
  ...new Set(spread(low, high, count).map((share) => wordInShare(share))),
];

const common = words(0.2, 0.45, 12);
const kinds: readonly Kind[] = [
  { name: 'rare word (0.01 %)', queries: words(0.00008, 0.00013) },
  { name: '1 % word', queries: words(0.008, 0.0125) },
  { name: '30 % word', queries: words(0.25, 0.35) },
  { name: '30 % word, by relevance', queries: words(0.25, 0.35), sort: 'relevance', free: true },
  { name: 'every article (the)', queries: ['the', 'of', 'to'] },
  {
    name: 'phrase of two 30 % words',
    free: true,
    queries: common.map((word, at) => `"${word} ${common[(at + 5) % common.length]}"`),
  },
  {
    name: 'phrase of common words',
    free: true,
    queries: ['"of the"', '"in the"', '"to the"', '"the to"', '"and of the"'],
  },
  { name: 'prefix of three letters', queries: words(0.008, 0.0125).map((word) => `${word.slice(0, 3)}*`) },
  {
    name: '1 % and 30 %',
    free: true,
    queries: words(0.008, 0.0125).map((word, at) => `${word} and ${common[at % common.length]}`),
  },
  {
    name: 'headline word',
    queries: ['harbour', 'ferry', 'forecast', 'council', 'herring'].map((word) => `hd=${word}`),
  },
  { name: 'no hit', queries: ['qqqqqq', 'zzzzzz and the'] },
];

interface Spent {
  page: number[];
  counts: number[];
  totals: number[];
}

async function ask(client: Client, { queries, sort = 'newest' }: Kind): Promise<Spent> {
  const spent: Spent = { page: [], counts: [], totals: [] };
  const by = ['source', 'language', 'year', 'subject', 'company', 'region'] as const;
  for (const q of queries) {
    spent.page.push(
      await timed(async () => {
        const { total } = await client.api.articles.search.query({ q, sort });
        spent.totals.push(total);
      }),
    );
    spent.counts.push(
      await timed(async () => {
        await client.api.articles.facets.query({ q, by: [...by] });
        await client.api.articles.timeline.query({ q, by: 'month' });
      }),
    );
  }
  return spent;
}

function rowOf(kind: Kind, { page, counts, totals }: Spent): string[] {
  const [middle, late] = [median(page), percentile(page, 0.95)];
  return [
    kind.name,
    String(page.length),
    String(Math.round(median(totals))),
    digits(middle),
    digits(late),
    digits(median(counts)),
    digits(percentile(counts, 0.95)),
    kind.free ? '' : goal(late < 20, '< 20 ms'),
  ];
}

/** Searching an archive of this many articles through the server's own fetch, in this process. */
export async function benchSearch(articles: number): Promise<void> {
  const { database } = await archiveOf(articles);
  const server = await openServer({ database });
  const client = createClient({ server });
  try {
    const opening = await timed(() => client.api.articles.search.query({ q: 'harbour' }));
    const rows: string[][] = [];
    for (const kind of kinds) rows.push(rowOf(kind, await ask(client, kind)));
    printTable(
      `Search: first page of ${articles} articles, seed 1, each query once, milliseconds`,
      ['search', 'queries', 'hits', 'page p50', 'p95', 'facets + timeline p50', 'p95', 'goal (page p95)'],
      rows,
    );
    console.log(`  first search after opening: ${digits(opening)} ms`);
  } finally {
    await server.close();
  }
}
