import { once } from 'node:events';
import { setTimeout } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import { expect, onTestFinished, test } from 'vitest';
import { openNeighbours, openSearching } from './searching.ts';

/** A thread that works for a while, tells so, gives way before each of so many pieces of work, and tells how many search then. */
async function startWork(shared: SharedArrayBuffer, pieces: number): Promise<{ done: Promise<number> }> {
  const source = `
    const { workerData, parentPort } = require('node:worker_threads');
    import(workerData.script).then(({ openGiveWay }) => {
      const giveWay = openGiveWay(workerData.shared);
      const until = performance.now() + 250;
      while (performance.now() < until);
      parentPort.postMessage('worked');
      for (let piece = 0; piece < workerData.pieces; piece++) giveWay();
      parentPort.postMessage(Atomics.load(new Int32Array(workerData.shared), 0));
    });`;
  const script = new URL('searching.ts', import.meta.url).href;
  const worker = new Worker(source, { eval: true, workerData: { script, shared, pieces } });
  onTestFinished(() => void worker.terminate());
  await once(worker, 'message');
  return { done: once(worker, 'message').then(([searches]) => searches) };
}

test('work waits while somebody searches, and goes on when nobody does', async () => {
  const searching = openSearching();
  searching.begin();
  searching.begin();
  const { done } = await startWork(searching.shared, 1);
  await setTimeout(50);
  searching.end();
  searching.end();
  expect(await done).toBe(0);
});

test('work goes on after a while though somebody always searches', async () => {
  const searching = openSearching();
  searching.begin();
  const { done } = await startWork(searching.shared, 1_000);
  expect(await done).toBe(1);
});

test('a thread is told once of the searches since it asked last', () => {
  const searching = openSearching();
  searching.begin();
  const { wasSearched } = openNeighbours(searching.shared);
  expect(wasSearched()).toBe(false);
  searching.begin();
  searching.end();
  searching.begin();
  expect(wasSearched()).toBe(true);
  expect(wasSearched()).toBe(false);
});
