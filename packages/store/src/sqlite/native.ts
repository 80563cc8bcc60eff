import { createRequire } from 'node:module';

/**
 * File of the database module's native part that this process has loaded; null where it cannot be told. A second copy of it
 * in one process would let go of locks the first one holds on the same archive (https://sqlite.org/howtocorrupt.html, 2.2.1),
 * so a thread from another bundle has to load this very file.
 */
export function loadedNative(): string | null {
  const loaded = Object.keys(createRequire(process.execPath).cache);
  return loaded.find((file) => file.endsWith('.node') && file.includes('better-sqlite3')) ?? null;
}
