import { Worker } from 'node:worker_threads';
import { searching } from '@pressmark/store';
import type { Event, Wanted } from './read-originals.ts';
import type { ThreadData } from './thread.ts';

/** Megabytes: far more than reading takes. Without a limit Node lets garbage grow to four times what is in use, with this one to twice. */
const resourceLimits = { maxYoungGenerationSizeMb: 16, maxOldGenerationSizeMb: 1024 };

/** Events asked for before they are needed: more than a batch of articles, so that the next is read while one is stored. */
const ahead = 24;

/**
 * Reads originals in a thread of its own, ahead of who takes the events, or in this one where there is no script for it.
 * Ended early, it stops reading.
 */
export function readAhead(wanted: Wanted[], script: URL | string | null): AsyncGenerator<Event, void> {
  return script === null || wanted.length === 0 ? readHere(wanted) : readInThread(wanted, script);
}

// Readers are loaded where files are read: who only asks does without them.
async function* readHere(wanted: Wanted[]): AsyncGenerator<Event, void> {
  const { readOriginals } = await import('./read-originals.ts');
  yield* readOriginals(wanted);
}

async function* readInThread(wanted: Wanted[], script: URL | string): AsyncGenerator<Event, void> {
  const workerData: ThreadData = { works: 'originals', wanted, searching: searching.shared };
  const worker = new Worker(script, { workerData, resourceLimits });
  const arrived: (Event | null)[] = [];
  let fault: Error | undefined;
  let wake = () => {};
  worker.on('message', (event: Event | null) => {
    arrived.push(event);
    wake();
  });
  worker.on('error', (error) => {
    fault = error instanceof Error ? error : new Error(String(error));
    wake();
  });
  worker.on('exit', () => {
    fault ??= new Error('The reading thread ended before its work.');
    wake();
  });
  try {
    for (let asked = 0; asked < ahead; asked += 1) worker.postMessage(null);
    for (;;) {
      while (arrived.length === 0 && !fault) {
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      }
      const event = arrived.shift();
      if (event === null) return;
      if (!event) throw fault;
      worker.postMessage(null);
      yield event;
    }
  } finally {
    await worker.terminate();
  }
}
