import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { cached, exportFiles } from './corpus.ts';
import { median } from './measure.ts';
import { digits, goal, printTable } from './table.ts';

const start = promisify(execFile);

interface ImportRun {
  state: string;
  articles: number;
  bytes: number;
  uploadSeconds: number;
  seconds: number;
  cpuSeconds: number;
  memory: number;
}

async function runScript<T>(script: string, ...parameters: string[]): Promise<T> {
  const path = fileURLToPath(new URL(script, import.meta.url));
  const { stdout } = await start(process.execPath, [path, ...parameters], { maxBuffer: 1e8 });
  return JSON.parse(stdout) as T;
}

async function importFolder(folder: string, database: string, record?: string): Promise<ImportRun> {
  const run = await runScript<ImportRun>('import-run.ts', folder, database, ...(record ? [record] : []));
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

/** The archive of this many generated articles, made where the cache has none. */
export function archiveOf(articles: number): Promise<string> {
  return cached(`archive-${articles}`, async (folder) => {
    await importFolder(await exportFiles(articles), join(folder, 'archive.db'));
    await rm(join(folder, 'archive.db.files'), { recursive: true, force: true });
  }).then((folder) => join(folder, 'archive.db'));
}

const fewArticles = 20_000;

interface BareRun {
  articles: number;
  seconds: number;
  cpuSeconds: number;
}

/** One turn of each: the rows are written down by an import of their own, which is not timed. */
async function takeTurn(folder: string): Promise<{ ours: ImportRun; bare: BareRun }> {
  return inTemporaryFolder(async (temporary) => {
    const inserts = join(temporary, 'inserts');
    await importFolder(folder, join(temporary, 'recorded.db'), inserts);
    const ours = await importFolder(folder, join(temporary, 'ours.db'));
    const bare = await runScript<BareRun>('bare-run.ts', inserts, join(temporary, 'bare.db'));
    if (bare.articles !== fewArticles) throw new Error(`The bare run wrote ${bare.articles} articles.`);
    return { ours, bare };
  });
}

async function compareWithBare(rounds: number): Promise<void> {
  const folder = await exportFiles(fewArticles);
  const turns: { ours: ImportRun; bare: BareRun }[] = [];
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
}

async function measureMemory(many: number): Promise<void> {
  const rows: string[][] = [];
  for (const articles of [fewArticles, many]) {
    const folder = await exportFiles(articles);
    const run = await inTemporaryFolder((temporary) => importFolder(folder, join(temporary, 'archive.db')));
    const megabytes = run.memory / 1e6;
    rows.push([
      String(articles),
      `${Math.round(megabytes)} MB`,
      `${digits(run.seconds)} s`,
      goal(megabytes < 400, '< 400 MB'),
    ]);
  }
  printTable(
    'Import: peak resident memory of a process of its own',
    ['articles', 'memory', 'took', 'goal'],
    rows,
  );
}

/** File to searchable, beside the bare inserts; and the memory it takes. */
export async function benchImport(rounds: number, many: number): Promise<void> {
  await compareWithBare(rounds);
  await measureMemory(many);
}
