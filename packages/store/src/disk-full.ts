import { randomUUID } from 'node:crypto';
import { rmSync, writeFileSync } from 'node:fs';

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

// An error that came from another thread has no code, only words.
const full = /^(?:database or disk is full|ENOSPC|EDQUOT)\b/;

/** What SQLite says of a full disk where it maps memory, where a user's share is at its end, and where no file can be made. */
const unclear = /^(?:disk I\/O error|unable to open database file)\b/;

/** Whether an error, of SQLite or of the system, met when the file at a path was written says that its disk is full, or what a user may take of it. */
export function isDiskFull(error: unknown, path: string): boolean {
  if (!(error instanceof Error)) return false;
  return full.test(error.message) || (unclear.test(error.message) && !hasRoom(path));
}

/** Less room than this is none: what SQLite could not write is as small as 32 KB. */
const leastRoom = 256 * 1024;

/** Whether something can be written beside a file; true where it fails for another reason. */
function hasRoom(path: string): boolean {
  const probe = `${path}.room-${randomUUID()}`;
  try {
    writeFileSync(probe, new Uint8Array(leastRoom), { mode: 0o600 });
    return true;
  } catch (error) {
    return !(error instanceof Error && full.test(error.message));
  } finally {
    rmSync(probe, { force: true });
  }
}
