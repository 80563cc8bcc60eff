import { dimensions } from '@pressmark/core/query';
import type { Client } from '../archive.ts';
import { type Wanted, withQuery } from '../asking.ts';
import { alignRows, bar } from '../bars.ts';
import { type CountOptions, countOptions } from '../choices.ts';
import { type Command, wholeNumber } from '../command.ts';
import { type Exit, exit, Stop } from '../exit.ts';
import { bold, counted, print, say, writeJson } from '../output.ts';

type Ask = Client['api']['articles']['facets']['query'];
type Facet = Awaited<ReturnType<Ask>>['facets'][number];
type Dimension = Facet['by'];

interface FacetsOptions extends CountOptions {
  by: string;
  top: number;
  find?: string;
}

export const facets: Command<FacetsOptions> = {
  name: 'facets',
  summary: 'Count the articles that match by source, author, subject and so on.',
  argument: { name: '[query...]', summary: 'as in search; nothing counts all' },
  options: [
    {
      flags: '--by <names>',
      summary: `what to count by, with commas between: ${dimensions.join(', ')}`,
      default: 'source,language,year,kind',
    },
    {
      flags: '--top <n>',
      summary: 'values of each, largest first; 0 prints every one',
      default: 10,
      parse: wholeNumber(0, 1_000),
    },
    { flags: '--find <text>', summary: 'only values whose name or code holds this text' },
    ...countOptions,
  ],
  example: `pressmark facets 'climat*' --by source,author --top 20`,
  run({ args, options }) {
    return withQuery(options, args.join(' '), (client, wanted) => tell(client, wanted, options));
  },
};

/** The dimensions that are named; stops at a name that is none. */
function dimensionsOf(text: string): Dimension[] {
  const names = text.split(',').map((name) => name.trim());
  const unknown = names.find((name) => !dimensions.includes(name as Dimension));
  if (unknown === undefined) return names as Dimension[];
  throw new Stop(
    exit.usage,
    `${unknown || 'nothing'} is not a thing to count by.`,
    `One of: ${dimensions.join(', ')}`,
  );
}

async function tell(client: Client, wanted: Wanted, options: FacetsOptions): Promise<Exit> {
  const { find, top, json } = options;
  const asked = {
    ...wanted,
    by: dimensionsOf(options.by),
    ...(find === undefined ? {} : { find }),
  };
  const answer = await client.api.articles.facets.query({ ...asked, top: top || most });
  if (top === 0) await addRest(client, asked, answer.facets);
  if (json) await writeJson(answer);
  else for (const facet of answer.facets) await printFacet(facet);
  if (!json) say(answer.total === 0 ? 'Nothing matched.' : counted(answer.total, 'article'));
  return answer.total > 0 ? exit.ok : exit.nothing;
}

/** Values that one question can bring. */
const most = 1_000;

async function addRest(client: Client, asked: Parameters<Ask>[0], facets: Facet[]): Promise<void> {
  for (const { by, buckets, values } of facets) {
    while (buckets.length < values) {
      const next = await client.api.articles.facets.query({
        ...asked,
        by: [by],
        top: most,
        skip: buckets.length,
      });
      const more = next.facets[0]?.buckets ?? [];
      if (more.length === 0) return;
      buckets.push(...more);
    }
  }
}

async function printFacet({ by, buckets, values }: Facet): Promise<void> {
  const largest = Math.max(1, ...buckets.map(({ count }) => count));
  await print(bold(`${by[0]?.toUpperCase()}${by.slice(1)}`));
  const rows = buckets.map(({ value, label, count }) => [
    ` ${label || '(none)'}`,
    label === value || by === 'author' ? '' : value,
    count,
    bar(count / largest, 24),
  ]);
  for (const line of alignRows(rows)) await print(line);
  const rest = values - buckets.length;
  if (rest > 0) await print(`  and ${counted(rest, 'more value')}`);
  await print();
}
