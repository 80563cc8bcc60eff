// Run as a process of its own, so that its memory is its own: imports a folder into a new archive and prints what it took.
import { openAsBlob } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { createClient } from '@pressmark/client';
import { memoryOf } from './memory.ts';
import { recordInserts } from './record.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { reader: { type: 'string' }, record: { type: 'string' } },
});
const [folder = '', database = ''] = positionals;
// Sees what this thread writes: without `--reader` all is done in it.
const finishRecord = values.record ? recordInserts(values.record) : undefined;
// Opened after the recorder stands in the way of its statements.
const { openServer } = await import('@pressmark/server');

const server = await openServer({ database, reader: values.reader });
const client = createClient({ server });
const files = (await readdir(folder)).sort().map((name) => join(folder, name));

const start = performance.now();
const cpu = process.cpuUsage();
const { id } = await client.api.imports.create.mutate();
for (const file of files) {
  await client.upload({ importId: id, name: basename(file), body: await openAsBlob(file) });
}
const uploaded = performance.now();
await client.api.imports.start.mutate({ id });
let state = await client.api.imports.get.query({ id });
while (state.import.state === 'waiting' || state.import.state === 'running') {
  // As often as the dashboard asks.
  await setTimeout(400);
  state = await client.api.imports.get.query({ id });
}
const end = performance.now();
const { user, system } = process.cpuUsage(cpu);
finishRecord?.();
await server.close();

const result = {
  state: state.import.state,
  articles: state.import.new,
  bytes: state.import.bytes,
  uploadSeconds: (uploaded - start) / 1000,
  seconds: (end - start) / 1000,
  /** Of all threads, the collector's and the compiler's too. */
  cpuSeconds: (user + system) / 1e6,
  memory: (await memoryOf()).most,
};
console.log(JSON.stringify(result));
