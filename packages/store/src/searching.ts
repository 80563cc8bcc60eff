/** Searches that somebody waits for, counted for all threads. */
export interface Searching {
  /** The count itself, one 32-bit number, for other threads. */
  readonly shared: SharedArrayBuffer;
  begin(): void;
  end(): void;
}

/** Opens the count of the searches that are being answered. */
export function openSearching(): Searching {
  const shared = new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT);
  const count = new Int32Array(shared);
  return {
    shared,
    begin: () => void Atomics.add(count, 0, 1),
    end() {
      if (Atomics.sub(count, 0, 1) === 1) Atomics.notify(count, 0);
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
