// Run as a process of its own, so that nothing of another reader is in its heap or its compiler: reads a file whenever it is told to, and tells what that took.
import { readFile } from 'node:fs/promises';
import { readArticles } from '@pressmark/core/read';
import { Parser } from 'htmlparser2';
import { parseOffice } from 'officeparser';
import { spend } from './measure.ts';

type Work = (bytes: Uint8Array<ArrayBuffer>) => unknown;

const readers: Record<string, Work> = {
  Pressmark: async (bytes) => {
    for await (const article of readArticles(bytes, { file: 'bench', sha256: '0' })) void article;
  },
  officeparser: (bytes) => parseOffice(Buffer.from(bytes.buffer), { fileType: 'rtf' }),
  'htmlparser2 events': (bytes) => {
    const ignore = (): void => {};
    const parser = new Parser({ onopentag: ignore, ontext: ignore, onclosetag: ignore });
    parser.end(new TextDecoder().decode(bytes));
  },
  TextDecoder: (bytes) => new TextDecoder().decode(bytes),
};

const [file = '', name = ''] = process.argv.slice(2);
const read = readers[name];
if (!read) throw new Error(`There is no reader “${name}”.`);
const bytes = new Uint8Array(await readFile(file));
process.on('message', async () => process.send?.(await spend(() => read(bytes))));
