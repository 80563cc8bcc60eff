import type { Columns } from './columns.ts';

/** The columns as of a state of the archive: its last change, and the last place at which an article was met. Nobody writes to them. */
export interface Edition {
  change: number;
  met: number;
  columns: Columns;
}

/** Where a thread finds the columns that others made, and leaves its own. */
export interface Shelf {
  latest?: Edition | undefined;
  /** Columns that nobody reads any more: their memory serves for new ones. */
  spare?: Columns | undefined;
}

function isNewer(a: Edition, b: Edition | undefined): boolean {
  return b === undefined || a.change > b.change || (a.change === b.change && a.met > b.met);
}

/** What a thread has of the editions. */
interface Held {
  known?: Edition | undefined;
  spare?: Columns | undefined;
  isAtWork: boolean;
}

/** Milliseconds without a new edition after which no memory is kept for the next. */
const quiet = 60_000;

/** The editions as they pass between threads: with each request the newest, with its reply one that was made for it. */
export interface Editions<Thread extends object> {
  /** What to send with a request to a thread that is at no other. */
  lend(thread: Thread): Shelf;
  /** Takes what came with its reply. */
  takeBack(thread: Thread, made: Edition | undefined): void;
  /** Forgets a thread that is gone. */
  forget(thread: Thread): void;
}

/**
 * Keeps the newest edition. No thread counts the memory that it shares, so garbage of it is collected late: an edition that is
 * superseded, and that no thread at work was given, is lent to whoever makes the next one.
 */
export function openEditions<Thread extends object>(): Editions<Thread> {
  const threads = new Map<Thread, Held>();
  let latest: Edition | undefined;
  let superseded: Columns[] = [];
  let madeAt = 0;

  const takeSpare = (): Columns | undefined => {
    if (performance.now() - madeAt > quiet) superseded = [];
    const read = new Set(
      [...threads.values()].flatMap(({ isAtWork, known }) => (isAtWork && known ? known.columns : [])),
    );
    const at = superseded.findIndex((columns) => !read.has(columns));
    return at < 0 ? undefined : superseded.splice(at, 1)[0];
  };

  return {
    lend(thread) {
      const known = threads.get(thread)?.known;
      const spare = takeSpare();
      threads.set(thread, { known: latest, spare, isAtWork: true });
      return { ...(latest !== known && { latest }), ...(spare && { spare }) };
    },
    takeBack(thread, made) {
      const held = threads.get(thread);
      if (!held) return;
      held.isAtWork = false;
      if (held.spare && !made) superseded.push(held.spare);
      held.spare = undefined;
      if (!made) return;
      held.known = made;
      if (!isNewer(made, latest)) {
        superseded.push(made.columns);
        return;
      }
      if (latest) superseded.push(latest.columns);
      latest = made;
      madeAt = performance.now();
    },
    forget(thread) {
      // What it was lent goes with it: it may write there until it ends.
      threads.delete(thread);
    },
  };
}
