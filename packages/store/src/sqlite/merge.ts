import { setImmediate } from 'node:timers/promises';
import type { Database } from 'better-sqlite3';
import { isDiskFull } from '../disk-full.ts';
import type { Neighbours } from '../searching.ts';
import { openIndexPages } from './index-pages.ts';

/** Pages the index merges before others get their turn. */
const mergePages = 500;

/** Pieces that the index may have while somebody searches: in each of them every word is looked up. */
const mostPieces = 16;

/** Joins the pieces that batches leave of the index; one in more pieces than it need be is searched all the same. */
export interface Merge {
  /** Step by step, until there are few. */
  all(): Promise<void>;
  /** The same, where there are many and somebody searches: an import alone is done sooner when all are joined at its end. */
  forSearches(): Promise<void>;
}

/** Opens the merging of the index over the connection that writes. */
export function openMerge(sqlite: Database, { giveWay, wasSearched }: Neighbours): Merge {
  const merge = sqlite.prepare("INSERT INTO articles_index (articles_index, rank) VALUES ('merge', ?)");
  const changes = sqlite.prepare<[], number>('SELECT total_changes()').pluck();
  const pages = openIndexPages(sqlite);

  /** Whether there was something to merge: fewer than two changes mean that there was not. */
  const step = (): boolean => {
    const before = changes.get() as number;
    try {
      merge.run(mergePages);
    } catch (error) {
      if (isDiskFull(error, sqlite.name)) return false;
      throw error;
    }
    return (changes.get() as number) - before >= 2;
  };
  const all = async (): Promise<void> => {
    while (sqlite.open) {
      giveWay();
      if (!step()) return;
      await setImmediate();
    }
  };
  return {
    all,
    forSearches: async () => {
      if (wasSearched() && pages.segments().length > mostPieces) await all();
    },
  };
}
