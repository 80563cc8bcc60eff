import { readFile } from 'node:fs/promises';
import { readArticles } from '@pressmark/core/read';
import type { SkeletonId } from '@pressmark/fixtures';
import { Parser } from 'htmlparser2';
import { parseOffice } from 'officeparser';
import { fileOfSize } from './corpus.ts';
import { takeTurns } from './measure.ts';
import { digits, goal, printTable } from './table.ts';

type Work = (bytes: Uint8Array<ArrayBuffer>) => unknown;

interface Contest {
  skeleton: SkeletonId;
  peer: string;
  work: Work;
  /** Smallest ratio wanted, or the smallest number of megabytes a second. */
  ratio?: number;
  rate?: number;
}

const readAll: Work = async (bytes) => {
  for await (const article of readArticles(bytes, { file: 'bench', sha256: '0' })) void article;
};

const officeParser: Work = (bytes) => parseOffice(Buffer.from(bytes.buffer), { fileType: 'rtf' });

const eventPass: Work = (bytes) => {
  const ignore = (): void => {};
  const parser = new Parser({ onopentag: ignore, ontext: ignore, onclosetag: ignore });
  parser.end(new TextDecoder().decode(bytes));
};

const decodeOnly: Work = (bytes) => new TextDecoder().decode(bytes);

const contests: readonly Contest[] = [
  { skeleton: 'rtf-indexed', peer: 'officeparser', work: officeParser, ratio: 3 },
  { skeleton: 'rtf-native', peer: 'officeparser', work: officeParser, ratio: 3 },
  { skeleton: 'rtf-plain', peer: 'officeparser', work: officeParser, ratio: 3 },
  { skeleton: 'html-plain', peer: 'htmlparser2 events', work: eventPass, ratio: 0.5 },
  { skeleton: 'html-indexed', peer: 'htmlparser2 events', work: eventPass, ratio: 0.5 },
  { skeleton: 'text-bare', peer: 'TextDecoder', work: decodeOnly, rate: 60 },
  { skeleton: 'text-labelled', peer: 'TextDecoder', work: decodeOnly, rate: 60 },
];

async function compete({ skeleton, peer, work, ratio, rate }: Contest, rounds: number): Promise<string[]> {
  const bytes = new Uint8Array(await readFile(await fileOfSize(skeleton, 20_000_000)));
  // Compilers learn in the first turn; neither's is counted.
  await readAll(bytes);
  await work(bytes);
  const { ours, theirs } = await takeTurns(
    rounds,
    () => readAll(bytes),
    () => work(bytes),
  );
  const rateOf = (milliseconds: number): string => `${digits(bytes.length / milliseconds / 1000)} MB/s`;
  const times = theirs.milliseconds / ours.milliseconds;
  const speed = bytes.length / ours.milliseconds / 1000;
  const wanted = ratio ? goal(times >= ratio, `≥ ${ratio}×`) : goal(speed >= (rate ?? 0), `≥ ${rate} MB/s`);
  return [
    skeleton,
    digits(bytes.length / 1e6),
    rateOf(ours.milliseconds),
    rateOf(ours.cpuMilliseconds),
    peer,
    rateOf(theirs.milliseconds),
    `${digits(times, 2)}×`,
    `${digits(theirs.cpuMilliseconds / ours.cpuMilliseconds, 2)}×`,
    wanted,
  ];
}

/** Reading generated files of about 20 MB, beside other parsers over the same bytes. */
export async function benchReading(rounds: number): Promise<void> {
  const rows: string[][] = [];
  for (const contest of contests) rows.push(await compete(contest, rounds));
  const headings = ['reading', 'MB', 'Pressmark', 'cpu', 'beside', 'rate', 'ratio', 'cpu ratio', 'goal'];
  printTable(`Reading: bytes to articles, seed 1, median of ${rounds} turns`, headings, rows);
}
