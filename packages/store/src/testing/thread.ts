// The script of a thread that reads an archive, for tests of the store alone.
import { type MessagePort, parentPort, workerData } from 'node:worker_threads';
import { readInThread, type ThreadOptions } from '../thread.ts';

readInThread(parentPort as MessagePort, (workerData as { options: ThreadOptions }).options);
