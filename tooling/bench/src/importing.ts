import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { builtScripts } from './built.ts';
import { cached, exportFiles, importer } from './corpus.ts';
import { median } from './measure.ts';
import { runScript } from './process.ts';
import { digits, goal, printTable } from './table.ts';

interface ImportRun {
  state: string;
  articles: number;
  bytes: number;
  uploadSeconds: number;
  seconds: number;
  cpuSeconds: number;
  memory: number;
}

/** Imports with threads, as the server does. */
async function importFolder(folder: string, database: string): Promise<ImportRun> {
  const scripts = await builtScripts();
  return done(await runScript<ImportRun>(scripts.import, folder, database, '--reader', scripts.reader));
}

function done(run: ImportRun): ImportRun {
  if (run.state !== 'done') throw new Error(`The import ended as ${run.state}.`);
  return run;
}

async function inTemporaryFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'pressmark-bench-'));
  try {
    return await work(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** The archive of this many generated articles, with the account of its import; made where the cache has none. */
export async function archiveOf(articles: number): Promise<{ database: string; run: ImportRun }> {
  const make = async (folder: string): Promise<void> => {
    await mkdir(folder);
    const run = await importFolder(await exportFiles(articles), join(folder, 'archive.db'));
    await rm(join(folder, 'archive.db.files'), { recursive: true, force: true });
    await writeFile(join(folder, 'run.json'), JSON.stringify(run));
  };
  const folder = await cached(`archive-${articles}`, make, importer);
  const run = JSON.parse(await readFile(join(folder, 'run.json'), 'utf8')) as ImportRun;
  return { database: join(folder, 'archive.db'), run };
}

const fewArticles = 20_000;

interface BareRun {
  articles: number;
  seconds: number;
  cpuSeconds: number;
}

interface Turn {
  ours: ImportRun;
  bare: BareRun;
}

/** One turn of each: the rows are written down by an import of their own, which is not timed. */
async function takeTurn(folder: string): Promise<Turn> {
  return inTemporaryFolder(async (temporary) => {
    const inserts = join(temporary, 'inserts');
    done(
      await runScript<ImportRun>(
        'import-run.ts',
        folder,
        join(temporary, 'recorded.db'),
        '--record',
        inserts,
      ),
    );
    const ours = await importFolder(folder, join(temporary, 'ours.db'));
    const bare = await runScript<BareRun>('bare-run.ts', inserts, join(temporary, 'bare.db'));
    if (bare.articles !== fewArticles) throw new Error(`The bare run wrote ${bare.articles} articles.`);
    return { ours, bare };
  });
}

/** Prints the comparison; returns the last import. */
async function compareWithBare(rounds: number): Promise<ImportRun> {
  const folder = await exportFiles(fewArticles);
  const turns: Turn[] = [];
  for (let round = 0; round < rounds; round += 1) turns.push(await takeTurn(folder));
  const ours = median(turns.map((turn) => turn.ours.seconds));
  const bare = median(turns.map((turn) => turn.bare.seconds));
  const oursCpu = median(turns.map((turn) => turn.ours.cpuSeconds));
  const bareCpu = median(turns.map((turn) => turn.bare.cpuSeconds));
  const upload = median(turns.map((turn) => turn.ours.uploadSeconds));
  const rate = (spent: number): string => `${Math.round(fewArticles / spent)} /s`;
  const ratio = (value: number): string => `${digits(value, 2)}×`;
  const megabytes = digits((turns[0]?.ours.bytes ?? 0) / 1e6);
  printTable(
    `Import: ${fewArticles} articles, ${megabytes} MB in files of 500, seed 1, median of ${rounds} turns`,
    ['import', 'seconds', 'articles', 'ratio', 'cpu seconds', 'ratio', 'goal'],
    [
      ['bare inserts of the same rows', digits(bare, 2), rate(bare), '', digits(bareCpu, 2), '', ''],
      [
        'upload, read and store',
        digits(ours, 2),
        rate(ours),
        ratio(bare / ours),
        digits(oursCpu, 2),
        ratio(bareCpu / oursCpu),
        goal(bare / ours >= 0.5, '≥ 0.5×'),
      ],
      ['  of that, upload', digits(upload, 2), '', '', '', '', ''],
    ],
  );
  return (turns.at(-1) as Turn).ours;
}

function printMemory(runs: readonly ImportRun[]): void {
  const rows = runs.map(({ articles, memory, seconds }) => {
    const megabytes = memory / 1e6;
    return [
      String(articles),
      `${Math.round(megabytes)} MB`,
      `${Math.round(articles / seconds)} /s`,
      goal(megabytes < 400, '< 400 MB'),
    ];
  });
  const headings = ['articles', 'memory', 'rate', 'goal'];
  printTable('Import: peak resident memory of a process of its own', headings, rows);
}

/** File to searchable, beside the bare inserts; and the memory it takes. */
export async function benchImport(rounds: number, many: number): Promise<void> {
  const few = await compareWithBare(rounds);
  printMemory([few, (await archiveOf(many)).run]);
}
