import 'server-only';
import { openServer } from '@pressmark/server';

type Opened = ReturnType<typeof openServer>;

// Next bundles pages and routes apart, each with its own copy of this module; two servers on one archive would
// each run its imports and know nothing of the other's. The process is the only thing the copies share.
const shared: { [key: symbol]: Opened | undefined } = globalThis as never;
const slot = Symbol.for('pressmark.server');

/** The one server of this process, opened at the first request on the archive that PRESSMARK_DB names. */
export function archive(): Opened {
  const opened = shared[slot] ?? open();
  shared[slot] = opened;
  // After a failure the next request tries again: the file may be writable by then.
  opened.catch(() => {
    if (shared[slot] === opened) shared[slot] = undefined;
  });
  return opened;
}

function open(): Opened {
  // A bundle has no script for the reading thread: who starts the dashboard says where there is one.
  return openServer({ database: databasePath(), reader: process.env['PRESSMARK_READER'], resume: true });
}

function databasePath(): string {
  const path = process.env['PRESSMARK_DB'];
  if (!path) throw new Error('PRESSMARK_DB names no archive: start the dashboard with "pressmark serve".');
  return path;
}
