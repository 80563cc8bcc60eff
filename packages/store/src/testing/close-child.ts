// A process of its own that closes its archive while a thread that is to read it has become ready, and cannot end at once.
import { openSqliteStore } from '../open.ts';

const [, , path = ''] = process.argv;
const script = `
import { spawnSync } from 'node:child_process';
import { parentPort } from 'node:worker_threads';
parentPort.postMessage({});
spawnSync(process.execPath, ['-e', 'setTimeout(() => {}, 2_000)']);`;
const store = await openSqliteStore({
  path,
  thread: new URL(`data:text/javascript,${encodeURIComponent(script)}`),
});
const asked = store.totals().catch(() => {});
// The thread says that it is ready in the meantime; it is heard only when the archive is being closed.
Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 1_000);
await store.close();
await asked;
process.stdout.write('closed');
