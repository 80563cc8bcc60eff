import type { LabelledQuery } from '@pressmark/core/query';
import { type Client, withArchive } from '../archive.ts';
import { readingOf } from '../asking.ts';
import type { Command } from '../command.ts';
import { type Exit, exit } from '../exit.ts';
import {
  type LabelledOptions,
  labelledArgument,
  labelledOptions,
  readLabelled,
  sayReadings,
} from '../labelled.ts';
import { count, dim, print, red, say, type Words, writeData, writeJson, yellow } from '../output.ts';
import { padded } from '../table.ts';

/** What is known of one query of the file. */
interface Row {
  label: string;
  query: string;
  line: number;
  hits: number | null;
  first: string | null;
  last: string | null;
  link: string;
  error: string | null;
}

export const batch: Command<LabelledOptions> = {
  name: 'batch',
  summary: 'Count the hits of many queries or names.',
  argument: labelledArgument,
  options: labelledOptions,
  example: `pressmark batch firms.csv --names --column firm --to csv > counts.csv
  printf 'climate = clima* or co2\\nferries = ferr*' | pressmark batch -`,
  async run({ args, options }) {
    const queries = await readLabelled(args[0] ?? '-', options);
    return withArchive(options, { missing: 'stop' }, async (client) => {
      const rows: Row[] = [];
      if (options.to)
        await writeData(await csvOf(['label', 'query', 'line', 'hits', 'first', 'last', 'link', 'error']));
      for await (const row of countAll(client, queries, options)) {
        rows.push(row);
        if (options.to) await writeData(await csvOf(Object.values(row)));
        else if (!options.json) await tell(row);
      }
      if (options.json) await writeJson(rows);
      sayLeft(rows, queries);
      return exitOf(rows);
    });
  },
};

async function csvOf(cells: (string | number | null)[]): Promise<string> {
  const { csvRow } = await import('@pressmark/core/write');
  return csvRow(cells.map((cell) => cell ?? undefined));
}

/** Queries asked for in one call: the first rows come soon, and the end of this process ends the rest. */
const atOnce = 20;

async function* countAll(
  client: Client,
  queries: LabelledQuery[],
  options: LabelledOptions,
): AsyncGenerator<Row> {
  const origin = (options.server ?? 'http://127.0.0.1:4317').replace(/\/+$/, '');
  for (let at = 0; at < queries.length; at += atOnce) {
    const some = queries.slice(at, at + atOnce);
    const good = some.filter(({ parsed }) => parsed.ok);
    const counted =
      good.length > 0
        ? await client.api.comparisons.counts.query({
            ...readingOf(options),
            queries: good.map(({ label, text }) => ({ label: label.slice(0, 1000), q: text })),
          })
        : [];
    for (const { label, text, line, parsed } of some) {
      const found = parsed.ok ? counted[good.findIndex((one) => one.line === line)] : undefined;
      const problems = parsed.ok ? (found?.problems ?? []) : parsed.problems;
      const hits = found?.hits ?? null;
      yield {
        label,
        query: found?.query ?? text,
        line,
        hits,
        first: found?.first ?? null,
        last: found?.last ?? null,
        link: `${origin}/search?${new URLSearchParams({ q: found?.query ?? text })}`,
        error: hits === null ? (found?.error ?? problems[0]?.message ?? null) : null,
      };
    }
  }
}

async function tell({ label, hits, first, last, error }: Row): Promise<void> {
  const number = padded(hits === null ? '-' : count(hits), 10, 'start');
  const words: Words[] = error
    ? [red(number), padded('', 26, 'end'), label, '  ', red(error)]
    : [
        hits === 0 ? yellow(number) : number,
        '  ',
        padded(first ? `${first} ${last}` : '', 24, 'end'),
        label,
        hits === 0 ? dim('  nothing found') : '',
      ];
  await print(...words);
}

/** What asks for a look: queries that found nothing, then those that were not run, or could be meant otherwise. */
function sayLeft(rows: Row[], queries: LabelledQuery[]): void {
  const zero = rows.filter(({ hits }) => hits === 0);
  if (zero.length > 0) {
    say(yellow(`Nothing found for ${count(zero.length)} of ${count(rows.length)}:`));
    for (const { label, line } of zero) say(`  line ${line}: ${label}`);
  }
  sayReadings(queries);
}

function exitOf(rows: Row[]): Exit {
  const failed = rows.filter(({ hits }) => hits === null).length;
  if (failed === rows.length) return exit.usage;
  if (failed > 0) return exit.some;
  return rows.every(({ hits }) => hits === 0) ? exit.nothing : exit.ok;
}
