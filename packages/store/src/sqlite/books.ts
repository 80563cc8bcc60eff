import { unpackEntries } from '../packed-entries.ts';
import { type Neighbours, noNeighbours } from '../searching.ts';
import type { Books } from '../writing.ts';
import type { Connections } from './connect.ts';
import { openImports } from './imports.ts';
import { openMerge } from './merge.ts';
import { openNotes } from './notes.ts';
import { openPut } from './put.ts';
import { followUpdates, openRepairs } from './repairs.ts';
import { openSearches } from './searches.ts';
import { openTags } from './tags.ts';
import { openWithdraw } from './withdrawals.ts';

/** Opens what writes an archive, over its connections; given one that only reads for both, only reading works. */
export function openBooks(connections: Connections, neighbours: Neighbours = noNeighbours): Books {
  const { writer } = connections;
  const put = followUpdates(writer, openPut(writer, neighbours.giveWay));
  const merge = openMerge(writer, neighbours);
  return {
    put: async (batch, progress) => {
      const results = put(unpackEntries(batch), progress);
      await merge.forSearches();
      return results;
    },
    withdraw: openWithdraw(writer),
    imports: openImports(connections, merge),
    repairs: openRepairs(writer),
    tags: openTags(writer),
    notes: openNotes(writer),
    searches: openSearches(writer),
  };
}
