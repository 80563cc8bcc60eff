import { constants } from 'node:fs';
import { copyFile, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { cached, exportFiles, generator } from '../corpus.ts';
import { median, percentile } from '../measure.ts';
import { runScript } from '../process.ts';
import { digits, goal, printTable } from '../table.ts';
import type { Answered } from './ask-run.ts';
import { mix } from './mix.ts';

/** What building an archive took: seconds of putting, of the merge at its end, and batch by batch. */
interface Built {
  articles: number;
  seconds: number;
  merge: number;
  pace: [stored: number, seconds: number][];
}

interface Busy {
  before: number[];
  during: number[];
  seconds: number;
}

interface Run {
  answered: Answered[];
  opening: number;
  cold: number[];
  memory: number;
  most: number;
}

/** An archive of this many generated articles, put straight into the store; made where the cache has none. */
async function builtArchive(articles: number): Promise<{ database: string; plain: string; built: Built }> {
  const make = async (folder: string): Promise<void> => {
    await mkdir(folder);
    const paths = ['archive.db', 'plain.db'].map((name) => join(folder, name));
    const built = await runScript<Built>('search/corpus/build-run.ts', ...paths, String(articles));
    await writeFile(join(folder, 'built.json'), JSON.stringify(built));
  };
  const folder = await cached(`search-${articles}`, make, [...generator, 'tooling/bench/src/search/corpus']);
  const built = JSON.parse(await readFile(join(folder, 'built.json'), 'utf8')) as Built;
  return { database: join(folder, 'archive.db'), plain: join(folder, 'plain.db'), built };
}

/** Articles a second around the first ten thousand, and over the last fifty thousand. */
function paceOf({ pace }: Built): [early: number, late: number] {
  const rate = (from: number, to: number): number => {
    const batches = pace.filter(([stored]) => stored > from && stored <= to);
    const articles = batches.length * ((pace[1]?.[0] ?? 0) - (pace[0]?.[0] ?? 0));
    return articles / batches.reduce((sum, [, seconds]) => sum + seconds, 0);
  };
  const last = pace.at(-1)?.[0] ?? 0;
  return [rate(5_000, 15_000), rate(last - 50_000, last)];
}

const questions = [
  { name: 'page', title: 'First page, newest first, with the exact total' },
  { name: 'best', title: 'First page by relevance, with the exact total' },
  { name: 'counts', title: 'Six facets, then a timeline by month, over all hits' },
  { name: 'together', title: 'Page, total, facets and timeline at once, as the dashboard asks' },
] as const;

type Question = (typeof questions)[number]['name'];

/** Milliseconds that a question may take at the 95th percentile, a million articles given: a page has 10, its total 20 of them, 150 where words have to be near. */
function goalOf(question: Question, { isPositional, isPrefix }: (typeof mix)[number]): number {
  if (question === 'together') return isPrefix || isPositional ? 250 : 100;
  if (question === 'best') return 150;
  if (question === 'counts') return 60;
  return isPositional ? 150 : 30;
}

function rowOf(question: Question, { name, totals, ours, cpu, theirs }: Answered, at: number): string[] {
  const [mine = [], plain = []] = [ours[question], theirs[question]];
  const late = percentile(mine, 0.95);
  const most = goalOf(question, mix[at] as (typeof mix)[number]);
  return [
    name,
    String(mine.length),
    String(Math.round(median(totals))),
    digits(median(mine)),
    digits(late),
    digits(median(cpu[question] ?? [])),
    plain.length > 0 ? digits(median(plain)) : '',
    plain.length > 0 ? digits(percentile(plain, 0.95)) : '',
    plain.length > 0 ? `${digits(median(plain) / median(mine))}×` : '',
    goal(late <= most, `≤ ${most}`),
  ];
}

/** Searching a copy of the archive before and while it imports so many articles. */
async function benchBusy(database: string, imported: number): Promise<void> {
  const folder = await mkdtemp(join(dirname(dirname(database)), 'busy-'));
  try {
    const copy = join(folder, 'archive.db');
    await copyFile(database, copy, constants.COPYFILE_FICLONE);
    const run = await runScript<Busy>('search/busy-run.ts', copy, await exportFiles(imported));
    const [still, busy] = [percentile(run.before, 0.95), percentile(run.during, 0.95)];
    const row = (name: string, times: number[], met: string) => {
      return [name, String(times.length), digits(median(times)), digits(percentile(times, 0.95)), met];
    };
    printTable(
      `First page of the mix while ${imported} articles are imported (${digits(run.seconds, 0)} s), milliseconds`,
      ['archive', 'asked', 'p50', 'p95', 'goal (p95)'],
      [row('at rest', run.before, ''), row('importing', run.during, goal(busy <= 2 * still, '≤ 2×'))],
    );
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Searching an archive of this many articles through the server's own fetch, its threads in this machine's cores. */
export async function benchSearch(articles: number): Promise<void> {
  const { database, plain, built } = await builtArchive(articles);
  const [early, late] = paceOf(built);
  console.log(
    `\nArchive of ${built.articles} articles: ${digits(early, 0)} articles a second at the ten-thousandth, ${digits(late, 0)} at the last (${digits(late / early, 2)} of it), then ${digits(built.merge, 0)} s of merging`,
  );
  const run = await runScript<Run>('search/ask-run.ts', database, plain);
  for (const { name, title } of questions) {
    printTable(
      `${title}; ${articles} articles, milliseconds, warm`,
      ['queries', 'asked', 'hits p50', 'p50', 'p95', 'CPU p50', 'SQL p50', 'p95', 'SQL / ours', 'goal (p95)'],
      run.answered.map((answered, at) => rowOf(name, answered, at)),
    );
  }
  console.log(`
  first search after opening ${digits(run.opening)} ms; first pass over the mix p50 ${digits(median(run.cold))}, p95 ${digits(percentile(run.cold, 0.95))} ms
  resident memory after the mix ${digits(run.memory / 1e6, 0)} MB, at most ${digits(run.most / 1e6, 0)} MB ${goal(run.memory < 300e6, '(≤ 300 MB)')}`);
  await benchBusy(database, Math.min(50_000, articles / 4));
}
