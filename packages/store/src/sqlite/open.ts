import type { Store } from '../contract.ts';
import { connect } from './connect.ts';
import { openImports } from './imports.ts';
import { openPut } from './put.ts';
import { openReading } from './read.ts';
import { followUpdates, openRepairs } from './repairs.ts';
import { openWithdraw } from './withdrawals.ts';

/** Opens the archive in a file, which is made where there is none. */
export function openSqlite(path: string): Store {
  const connections = connect(path);
  const put = followUpdates(connections.writer, openPut(connections.writer));
  const closeAll = () => {
    process.off('exit', closeAll);
    connections.reader.close();
    connections.writer.close();
  };
  // A process that ends in order folds the log into the archive: one file then holds it all.
  process.on('exit', closeAll);
  return {
    ...openReading(connections.reader, path),
    put: async (batch, progress) => put(batch, progress),
    imports: openImports(connections),
    withdraw: openWithdraw(connections.writer),
    repairs: openRepairs(connections.writer),
    close: async () => closeAll(),
  };
}
