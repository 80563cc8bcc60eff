import { rm } from 'node:fs/promises';
import { inventArticles, type SkeletonId } from '@pressmark/fixtures';
import { cached, write } from './corpus.ts';
import { runScript } from './process.ts';
import { digits, goal, printTable } from './table.ts';

const kinds: readonly SkeletonId[] = ['html-plain', 'rtf-native', 'text-labelled', 'records-lines'];
const limit = 300e6;

interface StreamRun {
  articles: number;
  bytes: number;
  balanced: boolean;
  seconds: number;
  memory: number;
}

/** Reads one file of this many articles, which is made for it and removed; throws where one is lost. */
async function run(kind: SkeletonId, articles: number): Promise<StreamRun> {
  const path = await cached(`stream-${kind}-${articles}`, (file) =>
    write(inventArticles({ count: articles, seed: 1, style: 'volume' }), kind, file),
  );
  try {
    const done = await runScript<StreamRun>('stream-run.ts', path);
    if (done.articles !== articles || !done.balanced)
      throw new Error(`${kind}: ${done.articles} of ${articles} articles were read.`);
    return done;
  } finally {
    await rm(path);
  }
}

/** One file of many articles, from disk, in one pass: what it takes of memory, and beside it a tenth of the file. */
export async function benchStreaming(articles: number): Promise<void> {
  const rows: string[][] = [];
  for (const kind of kinds) {
    for (const count of [Math.round(articles / 10), articles]) {
      const { bytes, seconds, memory } = await run(kind, count);
      rows.push([
        kind,
        String(count),
        digits(bytes / 1e6, 0),
        `${digits(bytes / 1e6 / seconds)} MB/s`,
        `${digits(memory / 1e6, 0)} MB`,
        goal(memory < limit, '< 300 MB'),
      ]);
    }
  }
  const headings = ['reading', 'articles', 'MB', 'rate', 'memory', 'goal'];
  printTable(
    'Streaming: one file from disk, seed 1, peak resident memory of a process of its own',
    headings,
    rows,
  );
}
