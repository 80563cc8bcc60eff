// Run as a process of its own, so that nothing of another contest is in its heap or its compiler: reads one file in turns with a peer.
import { readFile } from 'node:fs/promises';
import { readArticles } from '@pressmark/core/read';
import { Parser } from 'htmlparser2';
import { parseOffice } from 'officeparser';
import { takeTurns } from './measure.ts';

type Work = (bytes: Uint8Array<ArrayBuffer>) => unknown;

const readAll: Work = async (bytes) => {
  for await (const article of readArticles(bytes, { file: 'bench', sha256: '0' })) void article;
};

const peers: Record<string, Work> = {
  officeparser: (bytes) => parseOffice(Buffer.from(bytes.buffer), { fileType: 'rtf' }),
  'htmlparser2 events': (bytes) => {
    const ignore = (): void => {};
    const parser = new Parser({ onopentag: ignore, ontext: ignore, onclosetag: ignore });
    parser.end(new TextDecoder().decode(bytes));
  },
  TextDecoder: (bytes) => new TextDecoder().decode(bytes),
};

const [file = '', peer = '', rounds] = process.argv.slice(2);
const work = peers[peer];
if (!work) throw new Error(`There is no peer “${peer}”.`);
const bytes = new Uint8Array(await readFile(file));
// Compilers learn in the first turn; neither's is counted.
await readAll(bytes);
await work(bytes);
const { ours, theirs } = await takeTurns(
  Number(rounds),
  () => readAll(bytes),
  () => work(bytes),
);
console.log(JSON.stringify({ bytes: bytes.length, ours, theirs }));
