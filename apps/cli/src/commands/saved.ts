import { type Client, withArchive } from '../archive.ts';
import { readingOf, sayReading } from '../asking.ts';
import { type QueryOptions, queryOptions } from '../choices.ts';
import { type Command, wholeNumber } from '../command.ts';
import { type Exit, exit, Stop } from '../exit.ts';
import {
  bold,
  count,
  counted,
  dim,
  print,
  say,
  type Words,
  writeData,
  writeJson,
  yellow,
} from '../output.ts';
import { plainPage, tell } from './search.ts';

interface SavedOptions extends QueryOptions {
  new?: boolean;
  limit: number;
}

type Account = Awaited<ReturnType<Client['api']['searches']['list']['query']>>[number];

/** What stands behind `saved`: a name, and for `add` a query. */
interface Asked {
  client: Client;
  name: string;
  query: string;
  options: SavedOptions;
}

/** What can be done with a saved search, by its word on the line. */
const actions: Record<string, (asked: Asked) => Promise<Exit>> = {
  add: addSearch,
  show: showSearch,
  seen: markSeen,
  remove: removeSearch,
  feed: printFeed,
};

export const saved: Command<SavedOptions> = {
  name: 'saved',
  summary: 'List saved searches with what is new of each, add them, show their articles.',
  argument: {
    name: '[words...]',
    summary: 'nothing lists; else add NAME QUERY, show NAME, seen NAME, remove NAME, feed NAME',
  },
  options: [
    { flags: '--new', summary: 'with show: only what came in since it was last marked as seen' },
    { flags: '--limit <n>', summary: 'with show: articles at most', default: 20, parse: wholeNumber(1, 500) },
    ...queryOptions.map((option) => ({ ...option, summary: `with add: ${option.summary}` })),
  ],
  example: `pressmark saved add Ferries 'ferry and la=en'
  pressmark saved || echo 'nothing new'
  pressmark saved show Ferries --new --json
  pressmark saved seen Ferries
  pressmark saved feed Ferries > ferries.atom

Exit code 4 means that nothing is new, or with show that nothing matched.
JSON: the list is [{ id, name, text, dialect, query, selection, createdAt, seenAt, new, known, problem, changed }], where
known counts those of the new articles whose text the archive had before; show prints what search prints:
{ query, total, hits: [{ id, headline, date, source, snippet }], next }; add, seen and remove print { id, name }.`,
  run({ args: [word, name = '', ...rest], options }) {
    const query = rest.join(' ');
    const action = word === undefined ? undefined : actions[word];
    if (word !== undefined && !action) {
      const known = Object.keys(actions).join(', ');
      throw new Stop(exit.usage, `saved knows no "${word}".`, `It knows ${known}; alone it lists.`);
    }
    if (action && name === '')
      throw new Stop(
        exit.usage,
        `Say the name too: pressmark saved ${word} NAME${word === 'add' ? ' QUERY' : ''}`,
      );
    if (rest.length > 0 && word !== 'add')
      throw new Stop(exit.usage, 'A name of several words needs quotes.');
    const missing = 'stop';
    return withArchive(options, { missing, query }, (client) =>
      action ? action({ client, name, query, options }) : listSearches(client, options),
    );
  },
};

async function listSearches({ api }: Client, { json }: SavedOptions): Promise<Exit> {
  const accounts = await api.searches.list.query();
  if (json) await writeJson(accounts.map(plainAccount));
  else for (const account of accounts) for (const line of linesOf(account)) await print(...line);
  const added = accounts.reduce((sum, { news }) => sum + (news?.new ?? 0), 0);
  if (accounts.length === 0) say('No search is saved yet: pressmark saved add NAME QUERY');
  else if (added === 0) say('Nothing is new.');
  return added > 0 ? exit.ok : exit.nothing;
}

/** The shape scripts rely on. */
function plainAccount({ news, since: _, ...account }: Account) {
  return { ...account, new: news?.new ?? null, known: news?.known ?? null };
}

function linesOf({ name, text, news, problem, changed }: Account): Words[][] {
  const known = news && news.known > 0 ? `, ${count(news.known)} of them known already` : '';
  const state =
    news === null ? yellow(problem ?? '') : news.new > 0 ? bold(`${count(news.new)} new`) : dim('0 new');
  return [
    [bold(name), '  ', state, known],
    [dim(`  ${text || 'every article'}`)],
    ...(changed
      ? [[yellow(`  read as ${changed.to ?? 'nothing any more'}; when it was saved: ${changed.from}`)]]
      : []),
  ];
}

async function find({ client, name }: Asked): Promise<Account> {
  const accounts = await client.api.searches.list.query();
  const found = accounts.find((account) => account.name.toLowerCase() === name.trim().toLowerCase());
  if (found) return found;
  throw new Stop(exit.error, `No search is saved as "${name}".`, 'pressmark saved lists them.');
}

async function addSearch({ client, name, query: q, options }: Asked): Promise<Exit> {
  const typed = { q, ...readingOf(options) };
  await sayReading(typed);
  const search = await client.api.searches.save.mutate({ name, ...typed });
  await report(search, options, `Saved as ${search.name}: ${search.query || 'every article'}`);
  return exit.ok;
}

async function showSearch(asked: Asked): Promise<Exit> {
  const { client, options } = asked;
  const { text: q, dialect, selection, since } = await find(asked);
  const wanted = { q, dialect, selection, limit: options.limit, ...(options.new && { since }) };
  const page = await client.api.articles.search.query(wanted);
  if (options.json) await writeJson(plainPage(page));
  else await tell({ ...page, next: null });
  const more = page.total - page.hits.length;
  if (more > 0 && !options.json)
    say(`${counted(more, 'more article')}: --limit ${Math.min(500, page.total)}`);
  return page.total > 0 ? exit.ok : exit.nothing;
}

async function markSeen(asked: Asked): Promise<Exit> {
  const { id, name, news } = await find(asked);
  const search = await asked.client.api.searches.markSeen.mutate({
    id,
    ...(news && { moment: news.moment }),
  });
  await report(search, asked.options, `${counted(news?.new ?? 0, 'new article')} of ${name} marked as seen.`);
  return exit.ok;
}

async function removeSearch(asked: Asked): Promise<Exit> {
  const { id } = await find(asked);
  const search = await asked.client.api.searches.remove.mutate({ id });
  await report(search, asked.options, `Removed ${search.name}.`);
  return exit.ok;
}

async function printFeed(asked: Asked): Promise<Exit> {
  const { id } = await find(asked);
  await writeData(await asked.client.feed(id));
  return exit.ok;
}

async function report(
  search: { id: number; name: string },
  { json }: SavedOptions,
  words: string,
): Promise<void> {
  if (json) await writeJson({ id: search.id, name: search.name });
  else say(words);
}
