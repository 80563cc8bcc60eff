import { unpackEntries } from '../packed-entries.ts';
import type { Books } from '../writing.ts';
import type { Connections } from './connect.ts';
import { openImports } from './imports.ts';
import { openNotes } from './notes.ts';
import { openPut } from './put.ts';
import { followUpdates, openRepairs } from './repairs.ts';
import { openSearches } from './searches.ts';
import { openTags } from './tags.ts';
import { openWithdraw } from './withdrawals.ts';

/**
 * Opens what writes an archive, over its connections; given one that only reads for both, only reading works. `giveWay` is
 * called between two pieces of work.
 */
export function openBooks(connections: Connections, giveWay: () => void = () => {}): Books {
  const { writer } = connections;
  const put = followUpdates(writer, openPut(writer, giveWay));
  return {
    put: async (batch, progress) => put(unpackEntries(batch), progress),
    withdraw: openWithdraw(writer),
    imports: openImports(connections, giveWay),
    repairs: openRepairs(writer),
    tags: openTags(writer),
    notes: openNotes(writer),
    searches: openSearches(writer),
  };
}
