// Run as a process of its own, so that its memory is its own: asks an archive the mix of queries and prints what each took.
import { spend, timed } from '../measure.ts';
import { type Memory, memoryOf } from '../memory.ts';
import { asksOf, openOurs } from './beside/ours.ts';
import { mix } from './mix.ts';

const [database = '', reader = ''] = process.argv.slice(2);
const { client, close } = await openOurs(database, reader);

const asked = ['total', 'first', 'page', 'best', 'counts', 'together'] as const;
export type Times = Record<(typeof asked)[number], number[]>;

/** What one class of queries took: `totals` of its hits, and milliseconds by question. */
export interface Answered {
  name: string;
  totals: number[];
  clock: Times;
  /** Of the processor, in all threads. */
  cpu: Times;
}

export interface AskedAll {
  answered: Answered[];
  /** Milliseconds of the first search after opening, and of each in the first pass over the mix. */
  opening: number;
  cold: number[];
  /** After the mix. */
  memory: Memory;
}

const times = (): Times => ({ total: [], first: [], page: [], best: [], counts: [], together: [] });
const classes = mix.map(({ name, queries }) => ({
  queries,
  answered: { name, totals: [], clock: times(), cpu: times() } as Answered,
}));
const opening = await timed(() => client.api.articles.search.query({ q: 'harbour' }));
const cold: number[] = [];

/** Each question is put to all queries so often: a class has a dozen or two of them, of which one slow turn of a busy machine would be the 95th percentile. */
const passes = 3;

// All queries are asked before one comes again, so that none finds its own answer remembered.
for (const { queries, answered } of classes) {
  for (const query of queries) {
    cold.push(await timed(async () => answered.totals.push(await asksOf(client, query).page())));
  }
}
for (const question of asked) {
  // The first pass warms: what one question reads, the ones before it did not all read, and the system drops from memory what nobody reads for a minute.
  for (let pass = 0; pass <= passes; pass += 1) {
    for (const { queries, answered } of classes) {
      for (const query of queries) {
        const { milliseconds, cpuMilliseconds } = await spend(asksOf(client, query)[question]);
        if (pass === 0) continue;
        answered.clock[question].push(milliseconds);
        answered.cpu[question].push(cpuMilliseconds);
      }
    }
  }
}
const memory = await memoryOf();
await close();
const told: AskedAll = {
  answered: classes.map(({ answered }) => answered),
  opening,
  cold,
  memory,
};
console.log(JSON.stringify(told));
