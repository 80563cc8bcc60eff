import { readFile } from 'node:fs/promises';

/** Resident bytes of this process. */
export interface Memory {
  now: number;
  /** Those that are its own and not pages of files; null where the system does not tell. */
  own: number | null;
  most: number;
}

/**
 * What the memory of this process is and was. Of its most, Linux tells by `/proc`: what `getrusage` says is that of the process
 * which started it, where that is larger.
 */
export async function memoryOf(): Promise<Memory> {
  const status = await readFile('/proc/self/status', 'utf8').catch(() => '');
  const bytesOf = (name: string): number | null => {
    const kilobytes = new RegExp(`^${name}:\\s+(\\d+) kB`, 'm').exec(status)?.[1];
    return kilobytes === undefined ? null : Number(kilobytes) * 1024;
  };
  return {
    now: process.memoryUsage().rss,
    own: bytesOf('RssAnon'),
    most: bytesOf('VmHWM') ?? process.resourceUsage().maxRSS * 1024,
  };
}
