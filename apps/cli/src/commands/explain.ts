import { type Client, isNotFound, withArchive } from '../archive.ts';
import { readingOf } from '../asking.ts';
import { type QueryOptions, queryOptions } from '../choices.ts';
import type { Command } from '../command.ts';
import { type Exit, exit, Stop } from '../exit.ts';
import { bold, count, counted, dim, green, print, red, say, type Words, writeJson } from '../output.ts';
import { problemText } from '../problem.ts';

interface ExplainOptions extends QueryOptions {
  article?: string;
}

type Articles = Client['api']['articles'];
type Explained = Awaited<ReturnType<Articles['explain']['query']>>;
type Clause = NonNullable<Explained['tree']>;
type Loosened = Awaited<ReturnType<Articles['loosen']['query']>>;

export const explain: Command<ExplainOptions> = {
  name: 'explain',
  summary: 'Say what a query means, clause by clause, with the hits of each.',
  argument: { name: '<query...>', summary: 'as for search' },
  options: [
    { flags: '--article <id>', summary: 'say why this article is found, or is not (exit code 4)' },
    ...queryOptions,
  ],
  example: `pressmark explain 'climate near5 tax and la=english' --article factiva:HARBC00020211117ehbh0001t`,
  run({ args, options }) {
    const q = args.join(' ');
    return withArchive(options, { missing: 'stop', query: q }, (client) => tell(client, q, options));
  },
};

async function ask(client: Client, q: string, options: ExplainOptions): Promise<Explained> {
  const { article } = options;
  try {
    return await client.api.articles.explain.query({ q, ...readingOf(options), ...(article && { article }) });
  } catch (error) {
    if (isNotFound(error)) throw new Stop(exit.error, `The archive has no article ${article}.`);
    throw error;
  }
}

async function tell(client: Client, q: string, options: ExplainOptions): Promise<Exit> {
  const explained = await ask(client, q, options);
  const { total, article, notes, query } = explained;
  const loosened = total === 0 && !article ? await client.api.articles.loosen.query({ q: query }) : null;
  const loosenings = loosened?.queries ?? [];
  if (options.json) await writeJson({ ...explained, loosenings, emptyClauses: loosened?.clauses ?? [] });
  else {
    if (options.dialect !== 'factiva') say('Read as ', query);
    if (article) await printVerdict(article);
    if (explained.tree) await printTree(explained.tree);
    await printLoosenings(loosenings);
    if (loosenings.length === 0) await printEmpty(loosened?.clauses ?? []);
    for (const note of notes) say(`\n${problemText(q, note)}`);
  }
  if (article) return article.found ? exit.ok : exit.nothing;
  return total === 0 ? exit.nothing : exit.ok;
}

const width = 12;

/** Hits, then the clause in words and as it is typed, what it is made of below it. */
async function printTree(clause: Clause, depth = 0): Promise<void> {
  const { total, limit, words, text, verdict, excluded, of } = clause;
  const number = total === null ? 'not counted' : count(total);
  await print(
    bold(number.padStart(width)),
    '  ',
    '  '.repeat(depth),
    ...(verdict ? verdictWords(verdict) : []),
    excluded ? `without: ${words}` : words,
    ...(text ? ['  ', dim(text)] : []),
    ...(limit ? [dim(`  (${limit})`)] : []),
  );
  for (const part of of) await printTree(part, depth + 1);
}

function verdictWords({ holds, places }: NonNullable<Clause['verdict']>): Words[] {
  const where = places ? ` (${counted(places, 'place')})` : '';
  return [holds ? green('yes') : red('no'), `${where}: `];
}

async function printVerdict(article: NonNullable<Explained['article']>): Promise<void> {
  const { id, headline, found, withdrawn } = article;
  await print(bold(headline || '(no headline)'), '  ', dim(id));
  if (withdrawn) await print('The vendor took it back: no search finds it.');
  await print(found ? green('The query finds it.') : red('The query does not find it.'));
}

async function printLoosenings(loosenings: Loosened['queries']): Promise<void> {
  if (loosenings.length === 0) return;
  await print('\nThe smallest changes that find something:');
  await printNear(loosenings);
}

async function printNear(near: Loosened['queries']): Promise<void> {
  for (const { q, changes, total } of near) {
    await print(bold(count(total).padStart(width)), '  ', q, '  ', dim(changes.join('; ')));
  }
}

/** Where no clause finds anything: each with what is near to it. */
async function printEmpty(clauses: Loosened['clauses']): Promise<void> {
  if (clauses.length > 0) await print('\nNo part finds anything by itself. Near to each:');
  for (const { q, near } of clauses) {
    const nothing = near === null ? 'not looked for: the time was up' : 'nothing in the archive';
    await print(''.padStart(width), '  ', bold(q), near?.length ? '' : dim(`  ${nothing}`));
    await printNear(near ?? []);
  }
}
