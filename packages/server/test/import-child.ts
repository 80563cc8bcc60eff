// A process of its own that imports a file, or goes on with its import; made to be killed.
import { openAsBlob } from 'node:fs';
import { basename } from 'node:path';
import type { Import } from '@pressmark/store';
import { openServer } from '../src/server.ts';
import { ask, ended, prepareImport } from './calls.ts';

const [, , database = '', file = ''] = process.argv;
const reader = new URL('../src/reading/thread.ts', import.meta.url);
const server = await openServer({ database, resume: true, reader });
process.send?.('open');
const imports = await ask<Import[]>(server, 'imports.list', {});
const begun = imports.find(({ state }) => state !== 'waiting')?.id;
const id = begun ?? (await prepareImport(server, { [basename(file)]: await openAsBlob(file) }));
if (begun === undefined) await ask(server, 'imports.start', { id });
await ended(server, id);
await server.close();
process.disconnect?.();
