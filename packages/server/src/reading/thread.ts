// The script of a thread that reads: originals, where each message from the parent asks for one event more, or the archive.
import { type MessagePort, parentPort, workerData } from 'node:worker_threads';
import type { ThreadOptions } from '@pressmark/store/thread';
import type { Wanted } from './read-originals.ts';

/** What the thread is to read. */
export type ThreadData =
  | { reads: 'originals'; wanted: Wanted[] }
  | { reads: 'archive'; options: ThreadOptions };

// Messages that came meanwhile wait at the port until it is listened to.
const port = parentPort as MessagePort;
const data = workerData as ThreadData;

if (data.reads === 'archive') {
  const { readInThread } = await import('@pressmark/store/thread');
  readInThread(port, data.options);
} else {
  const { readOriginals } = await import('./read-originals.ts');
  const events = readOriginals(data.wanted);
  let last: Promise<unknown> = Promise.resolve();
  port.on('message', () => {
    last = last.then(async () => {
      const { value, done } = await events.next();
      port.postMessage(done ? null : value);
    });
  });
}
