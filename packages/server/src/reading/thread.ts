// The script of a thread that reads originals, where each message from the parent asks for one event more, or works on the archive.
import { type MessagePort, parentPort, workerData } from 'node:worker_threads';
import type { Entry } from '@pressmark/store/entry';
import type { ThreadOptions } from '@pressmark/store/thread';
import type { Wanted } from './read-originals.ts';

/** What the thread is for. */
export type ThreadData =
  | { works: 'originals'; wanted: Wanted[]; searching: SharedArrayBuffer }
  | { works: 'archive'; options: ThreadOptions };

// Messages that came meanwhile wait at the port until it is listened to.
const port = parentPort as MessagePort;
const data = workerData as ThreadData;

if (data.works === 'archive') {
  const { workInThread } = await import('@pressmark/store/thread');
  await workInThread(port, data.options);
} else {
  const [{ readOriginals }, { openGiveWay, packEntries, standBack }] = await Promise.all([
    import('./read-originals.ts'),
    import('@pressmark/store/entry'),
  ]);
  standBack();
  const giveWay = openGiveWay(data.searching);
  const events = readOriginals(data.wanted);
  let last: Promise<unknown> = Promise.resolve();
  port.on('message', () => {
    last = last.then(async () => {
      giveWay();
      const { value: event } = await events.next();
      if (!event || !('entries' in event)) return port.postMessage(event ?? null);
      const packed = packEntries(event.entries as Entry[]);
      port.postMessage({ ...event, entries: [packed] }, [packed.bytes.buffer]);
    });
  });
}
