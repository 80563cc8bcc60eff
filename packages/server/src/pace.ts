/** What a job has done so far. */
export interface Work {
  articles: number;
  bytes: number;
}

/** Measures the speed of a job. */
export interface Pace {
  note(done: Work): void;
  /** A second, over the last seconds. */
  rate(): Work;
}

const windowMs = 5_000;

/** Starts to measure; `now` gives milliseconds. */
export function openPace(now: () => number = () => performance.now()): Pace {
  let samples = [{ at: now(), articles: 0, bytes: 0 }];

  const forget = () => {
    const recent = samples.findIndex(({ at }) => now() - at <= windowMs);
    // One sample from before the window stays: it is where the window's work is counted from.
    samples = samples.slice(recent === -1 ? -1 : Math.max(0, recent - 1));
  };

  return {
    note(done) {
      forget();
      samples.push({ at: now(), ...done });
    },
    rate() {
      forget();
      const [first, last] = [samples[0], samples.at(-1)];
      const seconds = first ? (now() - first.at) / 1000 : 0;
      if (!first || !last || seconds <= 0) return { articles: 0, bytes: 0 };
      return {
        articles: (last.articles - first.articles) / seconds,
        bytes: (last.bytes - first.bytes) / seconds,
      };
    },
  };
}
