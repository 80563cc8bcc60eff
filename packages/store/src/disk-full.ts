/** There was no room for what was to be written. What had been committed is whole, and the rest can be tried again. */
export class DiskFull extends Error {
  constructor(place: string, cause?: unknown) {
    super(
      `The disk is full: there is no room left at ${place}. Make room there and try again; nothing is half written.`,
      {
        cause,
      },
    );
    this.name = 'DiskFull';
  }
}

/** Whether an error of SQLite or of the system says that the disk, or what a user may take of it, is full. */
export function isDiskFull(error: unknown): boolean {
  // An error that came from another thread has no code, only words.
  return error instanceof Error && /^(?:database or disk is full|ENOSPC|EDQUOT)\b/.test(error.message);
}
