/** The last hit of a page: where the next one begins. */
export interface Place {
  key: number;
  /** Where pages are ordered by relevance: of the last hit, lower is better. */
  score?: number;
  /** What of the archive those scores were weighed by, so that the pages that follow are in the same order. */
  statistics?: readonly number[];
}

/** A place as opaque text. */
export function printCursor({ key, score, statistics = [] }: Place): string {
  return Buffer.from([key, score ?? [], ...statistics].flat().join(' ')).toString('base64url');
}

/** The place that `printCursor` printed. Throws on any other text. */
export function parseCursor(cursor: string): Place {
  const numbers = Buffer.from(cursor, 'base64url').toString('latin1').split(' ').map(Number);
  const [key, score, ...statistics] = numbers;
  const isWeighed = statistics.every((number) => number >= 0 && number < Number.POSITIVE_INFINITY);
  if (!Number.isSafeInteger(key) || Number.isNaN(score) || !isWeighed) {
    throw new RangeError('This cursor comes from no page of this archive.');
  }
  return score === undefined ? { key: key as number } : { key: key as number, score, statistics };
}
