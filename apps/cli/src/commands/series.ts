import { periods } from '@pressmark/core/query';
import { type Client, withArchive } from '../archive.ts';
import { readingOf } from '../asking.ts';
import type { Command } from '../command.ts';
import { type Exit, exit, Stop } from '../exit.ts';
import {
  type LabelledOptions,
  labelledArgument,
  labelledOptions,
  readLabelled,
  sayReadings,
} from '../labelled.ts';
import { bold, count, print, say, writeData, writeJson } from '../output.ts';
import { columnsOf, padded } from '../table.ts';

interface SeriesOptions extends LabelledOptions {
  by: (typeof periods)[number];
  share?: boolean;
}

type Found = Awaited<ReturnType<Client['api']['comparisons']['series']['query']>>;

/** What one call compares. */
const most = 50;

export const series: Command<SeriesOptions> = {
  name: 'series',
  summary: 'Count several queries over time, one column each.',
  argument: labelledArgument,
  options: [
    { flags: '--by <period>', summary: 'length of a period', choices: periods, default: 'year' },
    { flags: '--share', summary: 'as share of all articles of the period' },
    ...labelledOptions,
  ],
  example: `printf 'climate = clima* or co2\\nferries = ferr*' | pressmark series - --by month --share
  pressmark series topics.txt --to csv > topics.csv`,
  async run({ args, options }) {
    const queries = await readLabelled(args[0] ?? '-', options);
    const good = queries.filter(({ parsed }) => parsed.ok);
    sayReadings(queries);
    if (good.length === 0) return exit.usage;
    if (good.length > most)
      throw new Stop(exit.usage, `Up to ${most} queries can be series; these are ${good.length}.`);
    return withArchive(options, { missing: 'stop' }, async (client) => {
      const found = await client.api.comparisons.series.query({
        by: options.by,
        ...readingOf(options),
        queries: good.map(({ label, text }) => ({ label: label.slice(0, 1000), q: text })),
      });
      await write(found, options);
      return exitOf(found, queries.length);
    });
  },
};

async function write(found: Found, { json, to, share = false }: SeriesOptions): Promise<void> {
  for (const { label, total, undated, error } of found.series) {
    if (error) say(`${label}: ${error}`);
    else if (total === 0) say(`${label}: nothing found`);
    else if (undated > 0) say(`${label}: ${count(undated)} without a date`);
  }
  if (json) await writeJson(share ? withShares(found) : found);
  else if (to) await writeCsv(found, share);
  else await tell(found, share);
}

/** Hits as share of all articles of the period, null where there are none. */
function shareOf(found: Found, counts: number[], at: number): number | null {
  const all = found.all[at] ?? 0;
  return all === 0 ? null : (counts[at] ?? 0) / all;
}

function withShares(found: Found) {
  const series = found.series.map((one) => ({
    ...one,
    shares: one.counts.map((_, at) => shareOf(found, one.counts, at)),
  }));
  return { ...found, series };
}

async function writeCsv(found: Found, share: boolean): Promise<void> {
  const { csvRow } = await import('@pressmark/core/write');
  await writeData(csvRow([found.by, ...found.series.map(({ label }) => label), 'all articles']));
  for (const [at, period] of found.periods.entries()) {
    const cells = found.series.map(({ total, counts }) =>
      total === null ? undefined : ((share ? shareOf(found, counts, at) : counts[at]) ?? undefined),
    );
    await writeData(csvRow([period, ...cells, found.all[at]]));
  }
}

async function tell(found: Found, share: boolean): Promise<void> {
  const heads = [...found.series.map(({ label }) => label), 'all'];
  const widths = heads.map((head) => Math.max(9, columnsOf(head)) + 2);
  const row = (cells: string[]) => cells.map((cell, at) => padded(cell, widths[at] ?? 0, 'start')).join('');
  await print(padded(found.by, 12, 'end'), bold(row(heads)));
  for (const [at, period] of found.periods.entries()) {
    const cells = found.series.map(({ total, counts }) => {
      if (total === null) return '-';
      if (!share) return count(counts[at] ?? 0);
      const part = shareOf(found, counts, at);
      return part === null ? '-' : `${(part * 100).toFixed(2)} %`;
    });
    await print(padded(period, 12, 'end'), row([...cells, count(found.all[at] ?? 0)]));
  }
}

function exitOf({ series }: Found, asked: number): Exit {
  if (series.length < asked || series.some(({ total }) => total === null)) return exit.some;
  return series.some(({ total }) => total !== 0) ? exit.ok : exit.nothing;
}
