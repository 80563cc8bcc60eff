import { constants } from 'node:fs';
import { copyFile, mkdtemp, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { type BuiltScripts, builtScripts } from '../built.ts';
import { exportFiles } from '../corpus.ts';
import { median, percentile } from '../measure.ts';
import { runScript } from '../process.ts';
import { digits, goal, printTable } from '../table.ts';
import { type Built, builtArchive, paceOf } from './archive.ts';
import type { Answered, AskedAll, Times } from './ask-run.ts';
import { type BesideName, benchBeside } from './beside/bench-beside.ts';
import type { Busy } from './busy-run.ts';
import { type Class, mix } from './mix.ts';

type Question = keyof Times;

const questions: readonly { name: Question; title: string }[] = [
  { name: 'total', title: 'Exact total, with one row' },
  { name: 'first', title: 'First page, newest first, alone' },
  { name: 'page', title: 'First page, newest first, with the exact total' },
  { name: 'best', title: 'First page by relevance, with the exact total' },
  { name: 'counts', title: 'Six facets, then a timeline by month, over all hits' },
  { name: 'together', title: 'Page, total, facets and timeline at once, as the dashboard asks' },
];

/** Milliseconds that a question may take at the 95th percentile, a million articles given; with its total, a page has 20 more. Where words have to be near, finding all hits may take 150, whatever is counted of them. */
function goalOf(question: Question, { isPositional, isPrefix }: Class): number {
  if (question === 'first') return 10;
  if (question === 'together') return isPrefix || isPositional ? 250 : 100;
  if (question === 'best') return 150;
  if (isPositional) return 150;
  if (question === 'counts') return 60;
  return question === 'total' ? 20 : 30;
}

function rowOf(question: Question, { name, totals, clock, cpu }: Answered, kind: Class): string[] {
  const late = percentile(clock[question], 0.95);
  const most = goalOf(question, kind);
  return [
    name,
    String(clock[question].length),
    String(Math.round(median(totals))),
    digits(median(clock[question])),
    digits(late),
    digits(median(cpu[question])),
    digits(percentile(cpu[question], 0.95)),
    goal(late <= most, `≤ ${most}`),
  ];
}

function printAnswers({ answered, opening, cold, memory }: AskedAll, articles: number): void {
  for (const { name, title } of questions) {
    printTable(
      `${title}; ${articles} articles, milliseconds, warm`,
      ['queries', 'asked', 'hits p50', 'p50', 'p95', 'CPU p50', 'p95', 'goal (p95)'],
      answered.map((one, at) => rowOf(name, one, mix[at] as Class)),
    );
  }
  const late = digits(percentile(cold, 0.95));
  const { now, own, most } = memory;
  console.log(`
  first search after opening ${digits(opening)} ms; first pass over the mix p50 ${digits(median(cold))}, p95 ${late} ms
  resident memory of the server, built as the command line is: ${digits(now / 1e6, 0)} MB after the mix${own ? ` (${digits(own / 1e6, 0)} its own, the rest pages of files)` : ''}, at most ${digits(most / 1e6, 0)} MB ${goal(now <= 300e6, '(≤ 300 MB)')}`);
}

function printPace(built: Built): void {
  const row = (name: string, by: 'clock' | 'processor', isJudged: boolean) => {
    const [early, late] = paceOf(built, by);
    const ratio = late / early;
    return [
      name,
      digits(early, 0),
      digits(late, 0),
      digits(ratio, 2),
      isJudged ? goal(ratio >= 0.7, '≥ 0.7') : '',
    ];
  };
  printTable(
    `Storing ${built.articles} articles, a second, then ${digits(built.merge, 0)} s of merging the index`,
    ['', 'at the 10,000th', 'over the last 50,000', 'ratio', 'goal'],
    [row('by the clock', 'clock', true), row('by the processor', 'processor', false)],
  );
}

/** Searching a copy of the archive before and while it imports so many articles. */
async function benchBusy(database: string, imported: number, { busy, reader }: BuiltScripts): Promise<void> {
  const files = await exportFiles(imported);
  const folder = await mkdtemp(join(dirname(dirname(database)), 'busy-'));
  try {
    const copy = join(folder, 'archive.db');
    await copyFile(database, copy, constants.COPYFILE_FICLONE);
    const { before, during, seconds } = await runScript<Busy>(busy, copy, files, reader);
    const [still, late] = [percentile(before, 0.95), percentile(during, 0.95)];
    const row = (name: string, times: number[], met: string) => {
      return [name, String(times.length), digits(median(times)), digits(percentile(times, 0.95)), met];
    };
    printTable(
      `First page of the mix while ${imported} articles are imported (${digits(seconds, 0)} s), milliseconds`,
      ['archive', 'asked', 'p50', 'p95', 'goal (p95)'],
      [row('at rest', before, ''), row('importing', during, goal(late <= 2 * still, '≤ 2×'))],
    );
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Searching an archive of this many articles through the server's own fetch, its threads in this machine's cores, then beside other engines. */
export async function benchSearch(articles: number, beside: readonly BesideName[]): Promise<void> {
  const scripts = await builtScripts();
  const archive = await builtArchive(articles);
  printPace(archive.built);
  printAnswers(await runScript<AskedAll>(scripts.ask, archive.database, scripts.reader), articles);
  if (beside.length > 0) await benchBeside({ articles, archive, beside, scripts });
  await benchBusy(archive.database, Math.min(50_000, articles / 4), scripts);
}
