// The script of a thread that works on an archive, for tests of the store alone.
import { type MessagePort, parentPort, workerData } from 'node:worker_threads';
import { type ThreadOptions, workInThread } from '../thread.ts';

await workInThread(parentPort as MessagePort, (workerData as { options: ThreadOptions }).options);
