// Run as a process of its own, so that its memory is its own: reads a file from disk to its end and prints what it took.
import { openAsBlob } from 'node:fs';
import { readArticles } from '@pressmark/core/read';
import { memoryOf } from './memory.ts';

const [path = ''] = process.argv.slice(2);
const start = performance.now();
const reading = readArticles(await openAsBlob(path), { file: 'stream' });
let articles = 0;
for await (const article of reading) if (article.accession) articles += 1;
const { bytes, balanced } = await reading.report();

const result = {
  articles,
  bytes,
  balanced,
  seconds: (performance.now() - start) / 1000,
  memory: (await memoryOf()).most,
};
console.log(JSON.stringify(result));
