import { sorts } from '@pressmark/core/query';
import type { Client } from '../archive.ts';
import { type Wanted, withQuery } from '../asking.ts';
import { type FindOptions, findOptions } from '../choices.ts';
import { type Command, wholeNumber } from '../command.ts';
import { type Exit, exit } from '../exit.ts';
import { bold, counted, dim, print, say, type Words, writeData, writeJson, yellow } from '../output.ts';

interface SearchOptions extends FindOptions {
  sort: (typeof sorts)[number];
  limit: number;
  cursor?: string;
  ids?: boolean;
}

type Page = Awaited<ReturnType<Client['api']['articles']['search']['query']>>;
type Hit = Page['hits'][number];

export const search: Command<SearchOptions> = {
  name: 'search',
  summary: 'Find articles.',
  argument: {
    name: '[query...]',
    summary: 'words, "phrases", and or not, near5, field=value; nothing finds all',
  },
  options: [
    {
      flags: '--sort <order>',
      summary: 'order of hits; those of one day as they came in, sources by their codes',
      choices: sorts,
      default: 'newest',
    },
    { flags: '--limit <n>', summary: 'hits on a page', default: 20, parse: wholeNumber(1, 500) },
    { flags: '--cursor <text>', summary: 'go on where a page ended' },
    ...findOptions,
    { flags: '--ids', summary: 'print the id of every hit, one a line' },
  ],
  example: `pressmark search 'dubai and la=en' --json`,
  run({ args, options }) {
    return withQuery(options, args.join(' '), (client, wanted) =>
      options.ids ? printIds(client, wanted, options) : printPage(client, wanted, options),
    );
  },
};

async function printPage(client: Client, wanted: Wanted, options: SearchOptions): Promise<Exit> {
  const { sort, limit, cursor } = options;
  const page = await client.api.articles.search.query({
    ...wanted,
    sort,
    limit,
    ...(cursor ? { cursor } : {}),
  });
  if (options.json) await writeJson(plainPage(page));
  else await tell(page);
  if (page.total === 0 && wanted.q !== '' && !options.json)
    say('pressmark explain, with the same query, says which of its parts find something.');
  return page.total > 0 ? exit.ok : exit.nothing;
}

async function printIds(client: Client, wanted: Wanted, options: SearchOptions): Promise<Exit> {
  const { sort, json } = options;
  const ids: string[] = [];
  let cursor: string | null | undefined;
  let matched = false;
  while (cursor !== null) {
    const page: Page = await client.api.articles.search.query({
      ...wanted,
      sort,
      limit: 500,
      ...(cursor ? { cursor } : {}),
    });
    matched ||= page.total > 0;
    cursor = page.next;
    if (json) ids.push(...page.hits.map(({ id }) => id));
    else await writeData(page.hits.map(({ id }) => `${id}\n`).join(''));
  }
  if (json) await writeJson(ids);
  return matched ? exit.ok : exit.nothing;
}

/** The shape scripts rely on: plain strings instead of marked ones. */
export function plainPage({ query, total, drawnFrom, hits, next, notes }: Page) {
  return {
    query,
    total,
    ...(drawnFrom === undefined ? {} : { drawnFrom }),
    hits: hits.map(({ id, headline, date, source, snippet, tags, hasNote, hasDuplicate }) => ({
      id,
      headline: headline.text,
      date,
      source,
      snippet: snippet.text,
      ...(tags && { tags }),
      ...(hasNote && { hasNote }),
      ...(hasDuplicate && { hasDuplicate }),
    })),
    next,
    ...(notes.length > 0 && { notes }),
  };
}

/** A page of hits for people. */
export async function tell({ total, drawnFrom, hits, next }: Page): Promise<void> {
  for (const hit of hits) {
    await print(bold(hit.headline.text || '(no headline)'));
    await print('  ', origin(hit));
    if (hit.snippet.text) await print('  ', ...marked(hit.snippet));
    if (badges(hit)) await print('  ', yellow(badges(hit)));
    await print('  ', dim(hit.id));
    await print();
  }
  say(
    total === 0 ? 'Nothing matched.' : counted(total, 'article'),
    drawnFrom === undefined ? '' : `, drawn from ${counted(drawnFrom, 'hit')}`,
    next ? `; for more: --cursor ${next}` : '',
  );
}

/** What the archive knows of an article, on one line. */
function badges({ tags = [], hasNote, hasDuplicate }: Hit): string {
  return [...tags, hasNote && 'has a note', hasDuplicate && 'has a duplicate'].filter(Boolean).join(' · ');
}

/** In Factiva's order: source, time, date, words, language. */
function origin({ source, time, date, words, language }: Hit): string {
  const parts = [
    source,
    time,
    date,
    words === null ? null : counted(words, 'word'),
    language && `(${language})`,
  ];
  return parts.filter(Boolean).join(', ');
}

/** A text on one line with its hits in bold. */
function marked({ text, marks }: Hit['snippet']): Words[] {
  const line = text.replace(/\s/g, ' ');
  const words: Words[] = [];
  let at = 0;
  for (const { start, end } of marks) {
    words.push(line.slice(at, start), bold(line.slice(start, end)));
    at = end;
  }
  return [...words, line.slice(at)];
}
