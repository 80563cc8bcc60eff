// Run as a process of its own: asks an archive the mix of queries, then again while it imports a folder, and prints what each took.
import { openAsBlob } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { timed } from '../measure.ts';
import { openOurs } from './beside/ours.ts';
import { mix } from './mix.ts';

/** Milliseconds of each search at rest and while importing, and the seconds of the import. */
export interface Busy {
  before: number[];
  during: number[];
  seconds: number;
}

const [database = '', folder = '', reader = ''] = process.argv.slice(2);
const { client, close } = await openOurs(database, reader);
const { api, upload } = client;

// Class after class in turn, so that a short import meets every kind of query.
const longest = Math.max(...mix.map(({ queries }) => queries.length));
const queries = Array.from({ length: longest }, (_, at) =>
  mix.flatMap((kind) => kind.queries[at] ?? []),
).flat();
let next = 0;

async function askNext(): Promise<number> {
  const { q, selection } = queries[next++ % queries.length] ?? { q: '' };
  const spent = await timed(() => api.articles.search.query({ q, ...(selection && { selection }) }));
  // A person reads what was found.
  await setTimeout(20);
  return spent;
}

const [before, during]: [number[], number[]] = [[], []];
for (let at = 0; at < queries.length; at += 1) await askNext();
for (let at = 0; at < queries.length; at += 1) before.push(await askNext());

const { id } = await api.imports.create.mutate();
for (const name of (await readdir(folder)).sort()) {
  await upload({ importId: id, name: basename(name), body: await openAsBlob(join(folder, name)) });
}
const seconds = await timed(async () => {
  await api.imports.start.mutate({ id });
  for (;;) {
    during.push(await askNext());
    const { state } = (await api.imports.get.query({ id })).import;
    if (state !== 'waiting' && state !== 'running') break;
  }
});
await close();
const told: Busy = { before, during, seconds: seconds / 1000 };
console.log(JSON.stringify(told));
