import type { Store } from './contract.ts';

/** Whether the database module runs on this Node: it ends the process on older ones. */
export function suits(version: string): boolean {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  return major > 24 || (major === 22 && minor >= 18) || (major === 24 && minor >= 11);
}

export interface StoreOptions {
  path: string;
  /** Script of the threads that searches and writing run in, which calls `workInThread` of `@pressmark/store/thread`; without it they run in this one. */
  thread?: string | URL | undefined;
  /** Milliseconds that a search may take, 20,000 by default; beyond them it ends with a `QueryLimit`. */
  limit?: number | undefined;
}

/** Opens the archive kept in one SQLite file at `path`, which is made where there is none. Rejects, in words, on a Node that is too old. */
export async function openSqliteStore(options: StoreOptions): Promise<Store> {
  if (!suits(process.versions.node)) {
    throw new Error(`The archive needs Node 22.18, 24.11 or later; this is ${process.versions.node}.`);
  }
  const { openSqlite } = await import('./sqlite/open.ts');
  return openSqlite(options);
}
