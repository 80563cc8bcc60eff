import { withArchive } from '../archive.ts';
import { withQuery } from '../asking.ts';
import { type FindOptions, findOptions } from '../choices.ts';
import type { Command } from '../command.ts';
import { type Exit, exit, Stop } from '../exit.ts';
import { bold, count, counted, dim, print, say, writeJson } from '../output.ts';

interface TagOptions extends FindOptions {
  id?: string[];
  remove?: boolean;
  dryRun?: boolean;
}

export const tag: Command<TagOptions> = {
  name: 'tag',
  summary: 'List tags, give one to articles, or take it from them.',
  argument: {
    name: '[words...]',
    summary: 'nothing lists; else the tag, then a query as in search; an empty one is every article',
  },
  options: [
    {
      flags: '--id <id>',
      summary: 'this article, by id or accession number, instead of a query; may be repeated',
      parse: (text) => text,
      repeats: true,
    },
    { flags: '--remove', summary: 'take the tag from the articles' },
    { flags: '--dry-run', summary: 'change nothing, say what would be' },
    ...findOptions,
  ],
  example: `pressmark tag
  pressmark tag 'to read' 'ferry and la=en' --dry-run
  pressmark tag 'to read' 'ferry and la=en' --remove
  pressmark tag 'to read' --id HARBC00020211117ehbh0001t
  pressmark search 'tag:"to read" not has:note'

JSON: the list is [{ name, articles }]; else { name, articles, changed, unknown, dryRun }, where articles counts those
found or named and unknown are ids of which the archive knows nothing.`,
  run({ args: [name, ...words], options }) {
    const { id: ids = [], only = [], without = [], sample } = options;
    if (name === undefined) return listTags(options);
    const isSearch = words.length > 0 || only.length > 0 || without.length > 0 || sample !== undefined;
    if (isSearch === ids.length > 0)
      throw new Stop(exit.usage, 'Say which articles: by a query behind the tag, or by --id.');
    return ids.length > 0 ? tagNamed(name, ids, options) : tagFound(name, words.join(' '), options);
  },
};

async function listTags(options: TagOptions): Promise<Exit> {
  if (options.remove || options.dryRun || options.id)
    throw new Stop(exit.usage, 'Say the tag too: pressmark tag NAME QUERY');
  return withArchive(options, { missing: 'stop' }, async ({ api }) => {
    const tags = await api.tags.list.query();
    if (options.json) await writeJson(tags);
    else for (const { name, articles } of tags) await print(bold(name), dim(`  ${count(articles)}`));
    if (tags.length === 0 && !options.json) say('No article has a tag yet: pressmark tag NAME QUERY');
    return tags.length > 0 ? exit.ok : exit.nothing;
  });
}

type Done = { name: string; articles: number; changed: number; unknown: string[] };

const verbOf = ({ remove }: TagOptions) => (remove ? 'remove' : 'add');

/** Ids that one call takes. */
const batch = 1_000;

async function tagNamed(name: string, ids: string[], options: TagOptions): Promise<Exit> {
  const { dryRun = false } = options;
  return withArchive(options, { missing: 'stop' }, async ({ api }) => {
    const total: Done = { name, articles: 0, changed: 0, unknown: [] };
    for (let at = 0; at < ids.length; at += batch) {
      const order = { name, articles: ids.slice(at, at + batch), dryRun };
      const done = await api.tags[verbOf(options)].mutate(order);
      total.name = done.name;
      total.articles += done.articles;
      total.changed += done.changed;
      total.unknown.push(...done.unknown);
    }
    await report(total, options);
    for (const id of total.unknown) say(`The archive has no article ${id}.`);
    return total.unknown.length > 0 ? exit.some : exit.ok;
  });
}

async function tagFound(name: string, q: string, options: TagOptions): Promise<Exit> {
  const { dryRun = false } = options;
  return withQuery(options, q, async ({ api }, search) => {
    const done = await api.tags[verbOf(options)].mutate({ name, search, dryRun });
    await report(done, options);
    return done.articles > 0 ? exit.ok : exit.nothing;
  });
}

async function report({ name, articles, changed, unknown }: Done, options: TagOptions): Promise<void> {
  const { json, remove, dryRun = false } = options;
  if (json) return writeJson({ name, articles, changed, unknown, dryRun });
  if (articles === 0) return say('Nothing matched.');
  const rest = articles - unknown.length - changed;
  const words = remove
    ? [dryRun ? 'would lose' : 'lost', 'had it not']
    : [dryRun ? 'would get' : 'got', 'had it already'];
  say(`${counted(changed, 'article')} ${words[0]} the tag ${name}; ${count(rest)} ${words[1]}.`);
  if (dryRun) say('Nothing was changed.');
}
