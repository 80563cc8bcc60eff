/** Searches that somebody waits for, counted for all threads. */
export interface Searching {
  /** Two 32-bit numbers, for other threads: how many are being answered, and how many have begun so far. */
  readonly shared: SharedArrayBuffer;
  begin(): void;
  end(): void;
}

/** Opens the count of the searches that are being answered. */
export function openSearching(): Searching {
  const shared = new SharedArrayBuffer(2 * Int32Array.BYTES_PER_ELEMENT);
  const counts = new Int32Array(shared);
  return {
    shared,
    begin() {
      Atomics.add(counts, 0, 1);
      Atomics.add(counts, 1, 1);
    },
    end() {
      if (Atomics.sub(counts, 0, 1) === 1) Atomics.notify(counts, 0);
    },
  };
}

/** The searches of this process. */
export const searching = openSearching();

/** Milliseconds of waiting earned by a millisecond of work: who is always searched for works a tenth of the time all the same. */
const earned = 9;
const mostEarned = 3_000;

/**
 * Gives a function for a thread to call between two pieces of work: it waits while somebody searches. Two threads that share
 * a processor slow each other down, whatever their priorities.
 */
export function openGiveWay(shared: SharedArrayBuffer): () => void {
  const count = new Int32Array(shared);
  let credit = 0;
  let last = performance.now();
  return () => {
    if (Atomics.load(count, 0) === 0) return;
    const began = performance.now();
    const most = Math.min(credit + (began - last) * earned, mostEarned);
    const until = began + most;
    for (let now = began; now < until; now = performance.now()) {
      const searches = Atomics.load(count, 0);
      if (searches === 0) break;
      Atomics.wait(count, 0, searches, until - now);
    }
    last = performance.now();
    credit = Math.max(most - (last - began), 0);
  };
}

/** Those who search beside a thread that works. */
export interface Neighbours {
  /** Waits while they do, between two pieces of work. */
  giveWay(): void;
  /** Whether anybody has since it was asked last. */
  wasSearched(): boolean;
}

/** Nobody searches. */
export const noNeighbours: Neighbours = { giveWay: () => {}, wasSearched: () => false };

/** What a thread learns of searches by their count. */
export function openNeighbours(shared: SharedArrayBuffer): Neighbours {
  const counts = new Int32Array(shared);
  let known = Atomics.load(counts, 1);
  return {
    giveWay: openGiveWay(shared),
    wasSearched() {
      const begun = Atomics.load(counts, 1);
      const isNew = begun !== known;
      known = begun;
      return isNew;
    },
  };
}
