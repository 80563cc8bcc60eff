import { mkdir, readFile, statfs, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { cache, cached, hashOf } from '../corpus.ts';
import { runScript } from '../process.ts';
import { generateArticles } from './corpus/generate.ts';

/** What building an archive took: seconds of putting, of the merge at its end, and batch by batch, by the clock and by the processor. */
export interface Built {
  articles: number;
  seconds: number;
  merge: number;
  pace: [stored: number, seconds: number, cpu: number][];
}

/** A database with what the obvious design keeps beside it. */
export interface Archive {
  database: string;
  plain: string;
  built: Built;
}

/** Enough of them to show every kind of article; what other generators of the bench become is nothing to an archive. */
const shown = 300;

/** Stands for the articles of a generated archive and for the code in a folder that stores them. */
export function stampOf(...folders: string[]): Promise<string> {
  return hashOf(folders, JSON.stringify([...generateArticles(shown)]));
}

/** Bytes an article takes, with what the last merge and the copy that is imported into take for a while. */
const bytesEach = { archive: 28_000, postgres: 22_000, sphinx: 6_000 };

/** Refuses what would fill the disk half-way. */
export async function needRoom(articles: number, kind: keyof typeof bytesEach): Promise<void> {
  await mkdir(cache, { recursive: true });
  const { bavail, bsize } = await statfs(cache);
  const [free, needed] = [bavail * bsize, articles * bytesEach[kind]];
  const gigabytes = (bytes: number): string => `${(bytes / 1e9).toFixed(1)} GB`;
  if (free < needed)
    throw new Error(
      `${kind} with ${articles} articles takes up to ${gigabytes(needed)}; ${cache} has ${gigabytes(free)} left.`,
    );
}

/** An archive of this many generated articles, put straight into the store; made where the cache has none. */
export async function builtArchive(articles: number): Promise<Archive> {
  const make = async (folder: string): Promise<void> => {
    await needRoom(articles, 'archive');
    await mkdir(folder);
    const paths = ['archive.db', 'plain.db'].map((name) => join(folder, name));
    const built = await runScript<Built>('search/corpus/build-run.ts', ...paths, String(articles));
    await writeFile(join(folder, 'built.json'), JSON.stringify(built));
  };
  const folder = await cached(`search-${articles}`, make, await stampOf('tooling/bench/src/search/corpus'));
  const built = JSON.parse(await readFile(join(folder, 'built.json'), 'utf8')) as Built;
  return { database: join(folder, 'archive.db'), plain: join(folder, 'plain.db'), built };
}

/** Articles a second around the ten-thousandth, and over the last fifty thousand: by the clock, and by the processor. */
export function paceOf({ pace }: Built, by: 'clock' | 'processor'): [early: number, late: number] {
  const batch = (pace[1]?.[0] ?? 0) - (pace[0]?.[0] ?? 0);
  const rate = (from: number, to: number): number => {
    const batches = pace.filter(([stored]) => stored > from && stored <= to);
    const spent = batches.reduce((sum, [, clock, cpu]) => sum + (by === 'clock' ? clock : cpu), 0);
    return (batches.length * batch) / spent;
  };
  const last = pace.at(-1)?.[0] ?? 0;
  return [rate(5_000, 15_000), rate(Math.max(0, last - 50_000), last)];
}
