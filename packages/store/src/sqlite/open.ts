import type { Store } from '../contract.ts';
import type { StoreOptions } from '../open.ts';
import { type Callee, readingBy } from '../reading.ts';
import { type Connections, connect } from './connect.ts';
import { openImports } from './imports.ts';
import { loadedNative } from './native.ts';
import { openPut } from './put.ts';
import { readApart } from './read-apart.ts';
import { readHere } from './read-here.ts';
import { followUpdates, openRepairs } from './repairs.ts';
import { openSearches } from './searches.ts';
import { openWithdraw } from './withdrawals.ts';

/** Milliseconds that a search may take. */
const usualLimit = 20_000;

/** Reads in threads where there is a script for them, and in this one otherwise. */
function openCallee({ reader }: Connections, { path, thread, limit = usualLimit }: StoreOptions): Callee {
  const native = loadedNative();
  if (!thread || native === null) return readHere(reader, { path, limit });
  return readApart(thread, { path, limit, native });
}

/** The last connection to close does so by itself; threads may still have theirs when a process ends. */
function foldLog(writer: Connections['writer']): void {
  if (!writer.open) return;
  writer.pragma('busy_timeout = 0');
  writer.pragma('wal_checkpoint(TRUNCATE)');
}

/** Opens the archive in a file, which is made where there is none. */
export function openSqlite(options: StoreOptions): Store {
  const connections = connect(options.path);
  const callee = openCallee(connections, options);
  const put = followUpdates(connections.writer, openPut(connections.writer));
  const closeAll = () => {
    if (!connections.writer.open) return;
    process.off('exit', closeAll);
    connections.reader.close();
    foldLog(connections.writer);
    connections.writer.close();
  };
  // A process that ends in order folds the log into the archive: one file then holds it all.
  process.on('exit', closeAll);
  const store: Store = {
    ...readingBy(callee),
    until: (signal) => ({ ...store, ...readingBy(callee, signal) }),
    put: async (batch, progress) => put(batch, progress),
    imports: openImports(connections),
    withdraw: openWithdraw(connections.writer),
    repairs: openRepairs(connections.writer),
    searches: openSearches(connections.writer),
    close: async () => {
      await callee.close();
      closeAll();
    },
  };
  return store;
}
