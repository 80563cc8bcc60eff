/** When this process began, in milliseconds since 1970. */
export const processBegan = Math.round(Date.now() - process.uptime() * 1000);

/** The clock may be set while a process runs. */
const leeway = 60_000;

/** Whether the process still runs that began then under that number. */
export function runs({ id, began }: { id: number | null; began: number | null }): boolean {
  if (id === null) return false;
  // Numbers are used again: in a container the first process is always number 1.
  if (id === process.pid) return Math.abs((began ?? 0) - processBegan) < leeway;
  try {
    process.kill(id, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
