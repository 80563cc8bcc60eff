// The script of a thread that makes the entries of a generated archive, batch by batch, each when it is asked for.
import { parentPort, workerData } from 'node:worker_threads';
import { type Entry, entryOf } from '@pressmark/store/entry';
import { generateArticles } from './generate.ts';

const { articles, seed, batch } = workerData as { articles: number; seed: number; batch: number };
const generated = generateArticles(articles, seed);

function next(): Entry[] {
  const entries: Entry[] = [];
  for (let at = 0; at < batch; at += 1) {
    const { value, done } = generated.next();
    if (done) break;
    entries.push(entryOf(value));
  }
  return entries;
}

parentPort?.on('message', () => parentPort?.postMessage(next()));
