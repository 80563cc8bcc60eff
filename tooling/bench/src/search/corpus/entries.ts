import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { Entry } from '@pressmark/store/entry';

/** The entries of a generated archive in batches, made in a thread of their own while the last batch is stored. */
export async function* entriesOf(articles: number, seed: number, batch = 2_000): AsyncGenerator<Entry[]> {
  const worker = new Worker(new URL('./generate-thread.ts', import.meta.url), {
    workerData: { articles, seed, batch },
  });
  try {
    worker.postMessage(null);
    for (;;) {
      const [entries] = (await once(worker, 'message')) as [Entry[]];
      if (entries.length === 0) return;
      worker.postMessage(null);
      yield entries;
    }
  } finally {
    await worker.terminate();
  }
}
