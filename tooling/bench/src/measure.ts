/** The middle of some values; the mean of the two middle ones where their number is even. */
export function median(values: readonly number[]): number {
  return percentile(values, 0.5);
}

/** The value below which this share (0 to 1) of the values lies, between two values by proportion. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  const place = (sorted.length - 1) * share;
  const low = sorted[Math.floor(place)] ?? Number.NaN;
  const high = sorted[Math.ceil(place)] ?? Number.NaN;
  return low + (high - low) * (place - Math.floor(place));
}

/** Milliseconds that the work takes. */
export async function timed(work: () => unknown): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

/** What some work took: by the clock, and by the processor in all threads (which a busy machine does not stretch). */
export interface Spent {
  milliseconds: number;
  cpuMilliseconds: number;
}

/** Does some work and says what it took. */
export async function spend(work: () => unknown): Promise<Spent> {
  const before = process.cpuUsage();
  const milliseconds = await timed(work);
  const { user, system } = process.cpuUsage(before);
  return { milliseconds, cpuMilliseconds: (user + system) / 1000 };
}

/** What several turns took: the middle one, and by the clock the one that was disturbed least. */
export interface Turns extends Spent {
  least: number;
}

const turnsOf = (spent: readonly Spent[]): Turns => ({
  milliseconds: median(spent.map((one) => one.milliseconds)),
  cpuMilliseconds: median(spent.map((one) => one.cpuMilliseconds)),
  least: Math.min(...spent.map((one) => one.milliseconds)),
});

/** Two kinds of work in rounds in which they take turns, so that a busy machine slows both. */
export async function takeTurns(
  rounds: number,
  ours: () => Promise<Spent>,
  theirs: () => Promise<Spent>,
): Promise<{ ours: Turns; theirs: Turns }> {
  const [a, b]: [Spent[], Spent[]] = [[], []];
  for (let round = 0; round < rounds; round += 1) {
    a.push(await ours());
    b.push(await theirs());
  }
  return { ours: turnsOf(a), theirs: turnsOf(b) };
}
