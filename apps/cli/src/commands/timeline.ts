import { periods } from '@pressmark/core/query';
import type { Client } from '../archive.ts';
import { withQuery } from '../asking.ts';
import { alignRows, bar } from '../bars.ts';
import { type CountOptions, countOptions } from '../choices.ts';
import type { Command } from '../command.ts';
import { exit } from '../exit.ts';
import { counted, print, say, writeJson } from '../output.ts';

interface TimelineOptions extends CountOptions {
  by: (typeof periods)[number];
  share?: boolean;
}

type Timeline = Awaited<ReturnType<Client['api']['articles']['timeline']['query']>>;

export const timeline: Command<TimelineOptions> = {
  name: 'timeline',
  summary: 'Count the articles that match over time, beside all articles of each period.',
  argument: { name: '[query...]', summary: 'as in search; nothing counts all' },
  options: [
    {
      flags: '--by <period>',
      summary: 'length of a period',
      choices: periods,
      default: 'year',
    },
    { flags: '--share', summary: 'bars are shares of all articles of the period' },
    ...countOptions,
  ],
  example: `pressmark timeline 'climat* near5 tax*' --by month --share`,
  run({ args, options }) {
    return withQuery(options, args.join(' '), async (client, wanted) => {
      const { by, share = false, json } = options;
      const answer = await client.api.articles.timeline.query({ ...wanted, by });
      if (json) await writeJson(answer);
      else await tell(answer, share);
      return answer.total > 0 ? exit.ok : exit.nothing;
    });
  },
};

const shareOf = ({ count, all }: { count: number; all: number }) => (all === 0 ? 0 : count / all);
const percent = new Intl.NumberFormat('en', { style: 'percent', maximumSignificantDigits: 3 });

async function tell({ total, buckets, undated }: Timeline, share: boolean): Promise<void> {
  const sizeOf = (bucket: { count: number; all: number }) => (share ? shareOf(bucket) : bucket.count);
  const largest = buckets.reduce((most, bucket) => Math.max(most, sizeOf(bucket)), 0) || 1;
  const rows = buckets.map((bucket) => [
    bucket.value,
    bucket.count,
    'of',
    bucket.all,
    percent.format(shareOf(bucket)).padStart(6),
    bar(sizeOf(bucket) / largest, 32),
  ]);
  for (const line of alignRows(rows)) await print(line);
  if (undated.count > 0) say(`${counted(undated.count, 'article')} of these without a date, in no period`);
  say(total === 0 ? 'Nothing matched.' : counted(total, 'article'));
}
