import { stat } from 'node:fs/promises';
import type { SkeletonId } from '@pressmark/fixtures';
import { fileOfSize } from './corpus.ts';
import { type Spent, type Turns, takeTurns } from './measure.ts';
import { startScript } from './process.ts';
import { digits, goal, printTable } from './table.ts';

interface Outcome {
  bytes: number;
  ours: Turns;
  theirs: Turns;
}

interface Contest {
  skeleton: SkeletonId;
  peer: 'officeparser' | 'htmlparser2 events' | 'TextDecoder';
  /** Smallest ratio wanted, or the smallest number of megabytes a second. */
  ratio?: number | undefined;
  rate?: number | undefined;
}

const contests: readonly Contest[] = [
  { skeleton: 'rtf-indexed', peer: 'officeparser', ratio: 3 },
  { skeleton: 'rtf-native', peer: 'officeparser', ratio: 3 },
  { skeleton: 'rtf-plain', peer: 'officeparser', ratio: 3 },
  { skeleton: 'html-plain', peer: 'htmlparser2 events', ratio: 0.5 },
  { skeleton: 'html-indexed', peer: 'htmlparser2 events', ratio: 0.5 },
  { skeleton: 'text-bare', peer: 'TextDecoder', rate: 60 },
  { skeleton: 'text-labelled', peer: 'TextDecoder', rate: 60 },
];

const warming = 8;

async function compete({ skeleton, peer, ratio, rate }: Contest, rounds: number): Promise<string[]> {
  const file = await fileOfSize(skeleton, 20_000_000);
  const { size: bytes } = await stat(file);
  const ours = startScript<Spent>('reading-run.ts', file, 'Pressmark');
  const theirs = startScript<Spent>('reading-run.ts', file, peer);
  // Compilers learn in the first turns; neither's are counted.
  await takeTurns(warming, ours.ask, theirs.ask);
  const spent = await takeTurns(rounds, ours.ask, theirs.ask);
  ours.end();
  theirs.end();
  return rowOf({ skeleton, peer, ratio, rate }, { bytes, ...spent });
}

function rowOf({ skeleton, peer, ratio, rate }: Contest, { bytes, ours, theirs }: Outcome): string[] {
  const rateOf = (milliseconds: number): string => `${digits(bytes / milliseconds / 1000)} MB/s`;
  const times = theirs.milliseconds / ours.milliseconds;
  const speed = bytes / ours.milliseconds / 1000;
  const wanted = ratio ? goal(times >= ratio, `≥ ${ratio}×`) : goal(speed >= (rate ?? 0), `≥ ${rate} MB/s`);
  return [
    skeleton,
    digits(bytes / 1e6),
    rateOf(ours.milliseconds),
    rateOf(ours.least),
    peer,
    rateOf(theirs.milliseconds),
    rateOf(theirs.least),
    `${digits(times, 2)}×`,
    `${digits(theirs.cpuMilliseconds / ours.cpuMilliseconds, 2)}×`,
    `${digits(theirs.least / ours.least, 2)}×`,
    wanted,
  ];
}

/** Reading generated files of about 20 MB, beside other parsers over the same bytes. */
export async function benchReading(rounds: number): Promise<void> {
  const rows: string[][] = [];
  for (const contest of contests) rows.push(await compete(contest, rounds));
  const headings = [
    ...['reading', 'MB', 'Pressmark', 'at best', 'beside', 'rate', 'at best'],
    ...['ratio', 'cpu ratio', 'ratio at best', 'goal (ratio)'],
  ];
  printTable(
    `Reading: bytes to articles, seed 1, medians of ${rounds} turns, and the least disturbed turn of each`,
    headings,
    rows,
  );
}
