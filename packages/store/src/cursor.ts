/** The last hit of a page: where the next one begins. */
export interface Place {
  key: number;
  /** Where pages are ordered by relevance: of the last hit, lower is better. */
  score?: number;
}

/** A place as opaque text. */
export function printCursor({ key, score }: Place): string {
  return Buffer.from([key, score ?? []].flat().join(' ')).toString('base64url');
}

/** The place that `printCursor` printed. Throws on any other text. */
export function parseCursor(cursor: string): Place {
  const numbers = Buffer.from(cursor, 'base64url').toString('latin1').split(' ').map(Number);
  const [key, score] = numbers;
  if (!Number.isSafeInteger(key) || numbers.length > 2 || Number.isNaN(score)) {
    throw new RangeError('This cursor comes from no page of this archive.');
  }
  return score === undefined ? { key: key as number } : { key: key as number, score };
}
