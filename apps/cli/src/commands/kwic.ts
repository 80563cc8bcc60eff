import { lineSorts } from '@pressmark/core/query';
import type { Client } from '../archive.ts';
import { type Wanted, withQuery } from '../asking.ts';
import { type FindOptions, findOptions } from '../choices.ts';
import { type Command, wholeNumber } from '../command.ts';
import { type Exit, exit } from '../exit.ts';
import { type RowFormat, rowFormats } from '../formats.ts';
import { bold, counted, dim, print, say, writeData, writeJson } from '../output.ts';
import { columnsOf, padded } from '../table.ts';

interface KwicOptions extends FindOptions {
  sort: (typeof lineSorts)[number];
  width: number;
  words?: boolean;
  limit: number;
  cursor?: string;
  to?: RowFormat;
}

type Page = Awaited<ReturnType<Client['api']['lines']['page']['query']>>;

export const kwic: Command<KwicOptions> = {
  name: 'kwic',
  summary: 'Print every hit in its context, one a line (keyword in context).',
  argument: { name: '<query...>', summary: 'as in search' },
  options: [
    {
      flags: '--sort <order>',
      summary: 'date (newest first), source, or by words: left of the hit, the hit (key), right of it',
      choices: lineSorts,
      default: 'date',
    },
    { flags: '--width <n>', summary: 'characters on each side', default: 40, parse: wholeNumber(0, 1000) },
    { flags: '--words', summary: 'the width is in words' },
    { flags: '--limit <n>', summary: 'lines on a page', default: 50, parse: wholeNumber(1, 500) },
    { flags: '--cursor <text>', summary: 'go on where a page ended' },
    { flags: '--to <format>', summary: 'print every line, as this', choices: rowFormats },
    ...findOptions,
  ],
  example: `pressmark kwic 'climat* near5 (risk or crisis)' --sort right
  pressmark kwic ferry --width 8 --words --to csv > ferry.csv`,
  run({ args, options }) {
    return withQuery(options, args.join(' '), (client, wanted) =>
      options.to
        ? writeAll(client, wanted, { ...options, to: options.to })
        : printPage(client, wanted, options),
    );
  },
};

async function writeAll(
  client: Client,
  wanted: Wanted,
  options: KwicOptions & { to: RowFormat },
): Promise<Exit> {
  const { to, sort, width } = options;
  let bytes = 0;
  let first = 0;
  const unit = options.words ? 'words' : 'characters';
  for await (const chunk of await client.exportLines({ ...wanted, to, sort, width, unit })) {
    bytes += chunk.byteLength;
    // A table without lines is its header alone.
    first ||= to === 'csv' ? chunk.indexOf(10) + 1 : 0;
    await writeData(chunk);
  }
  const matched = bytes > first;
  if (!matched) await sayNoLines(client, wanted);
  return matched ? exit.ok : exit.nothing;
}

async function printPage(client: Client, wanted: Wanted, options: KwicOptions): Promise<Exit> {
  const { sort, limit, cursor, width } = options;
  const [page, total] = await Promise.all([
    client.api.lines.page.query({
      ...wanted,
      sort,
      limit,
      width: { unit: options.words ? 'words' : 'characters', most: width },
      ...(cursor ? { cursor } : {}),
    }),
    client.api.lines.count.query(wanted),
  ]);
  if (options.json) {
    const { query, lines, next, notes } = page;
    const counted = { query, total: total.lines, articles: total.articles };
    await writeJson({ ...counted, lines, next, ...(notes.length > 0 && { notes }) });
  } else {
    await tell(page.lines);
    if (total.lines === 0) await sayNoLines(client, wanted);
    else
      say(
        `${counted(total.lines, 'line')} in ${counted(total.articles, 'article')}`,
        page.next ? `; for more: --cursor ${page.next}` : '',
      );
  }
  return total.lines > 0 ? exit.ok : exit.nothing;
}

/** A search by dates, numbers or values finds articles, and no words that could be shown in a line. */
async function sayNoLines({ api }: Client, wanted: Wanted): Promise<void> {
  const { total } = await api.articles.search.query({ ...wanted, limit: 1 });
  say(
    total === 0
      ? 'Nothing matched.'
      : `${counted(total, 'article')} matched, by nothing that stands in a text: there is no line to print.`,
  );
}

/** The hits one below the other, whatever stands before them. */
async function tell(lines: Page['lines']): Promise<void> {
  const lefts = Math.max(0, ...lines.map(({ left }) => columnsOf(left)));
  const texts = lines.map(({ key, right }) => columnsOf(key + right));
  const rest = Math.max(0, ...texts);
  for (const [index, { left, key, right, date, source, id }] of lines.entries()) {
    const gap = ' '.repeat(rest - (texts[index] ?? 0));
    await print(
      padded(left, lefts, 'start'),
      bold(key),
      right,
      gap,
      '  ',
      dim(`${date ?? ''} ${source} ${id}`),
    );
  }
}
