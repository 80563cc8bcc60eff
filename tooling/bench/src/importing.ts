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

async function compareWithBare(rounds: number): Promise<void> {
  const folder = await exportFiles(fewArticles);
  const [ours, bare]: [ImportRun[], number[]] = [[], []];
  for (let round = 0; round < rounds; round += 1) {
    await inTemporaryFolder(async (temporary) => {
      const record = join(temporary, 'inserts');
      await importFolder(folder, join(temporary, 'recorded.db'), record);
      ours.push(await importFolder(folder, join(temporary, 'ours.db')));
      const run = await runScript<{ articles: number; seconds: number }>(
        'bare-run.ts',
        record,
        join(temporary, 'bare.db'),
      );
      if (run.articles !== fewArticles) throw new Error(`The bare run wrote ${run.articles} articles.`);
      bare.push(run.seconds);
    });
  }
  const seconds = median(ours.map((run) => run.seconds));
  const upload = median(ours.map((run) => run.uploadSeconds));
  const bareSeconds = median(bare);
  const rate = (spent: number): string => `${Math.round(fewArticles / spent)} /s`;
  printTable(
    `Import: ${fewArticles} articles, ${digits((ours[0]?.bytes ?? 0) / 1e6)} MB in files of 500, seed 1, median of ${rounds} turns`,
    ['import', 'seconds', 'articles', 'ratio', 'goal'],
    [
      ['bare inserts of the same rows', digits(bareSeconds, 2), rate(bareSeconds), '', ''],
      [
        'upload, read and store',
        digits(seconds, 2),
        rate(seconds),
        `${digits(bareSeconds / seconds, 2)}×`,
        goal(bareSeconds / seconds >= 0.5, '≥ 0.5×'),
      ],
      ['  of that, upload', digits(upload, 2), '', '', ''],
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
