// The script of a thread that reads originals: each message from the parent asks for one event more.
import { parentPort, workerData } from 'node:worker_threads';
import { readOriginals, type Wanted } from './read-originals.ts';

const events = readOriginals(workerData as Wanted[]);
let last: Promise<unknown> = Promise.resolve();

parentPort?.on('message', () => {
  last = last.then(async () => {
    const { value, done } = await events.next();
    parentPort?.postMessage(done ? null : value);
  });
});
