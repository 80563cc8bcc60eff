import type { Store } from './contract.ts';

/** Whether the database module runs on this Node: it ends the process on older ones. */
export function suits(version: string): boolean {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  return major > 24 || (major === 22 && minor >= 18) || (major === 24 && minor >= 11);
}

/** Opens the archive kept in one SQLite file at `path`, which is made where there is none. Rejects, in words, on a Node that is too old. */
export async function openSqliteStore({ path }: { path: string }): Promise<Store> {
  if (!suits(process.versions.node)) {
    throw new Error(`The archive needs Node 22.18, 24.11 or later; this is ${process.versions.node}.`);
  }
  const { openSqlite } = await import('./sqlite/open.ts');
  return openSqlite(path);
}
