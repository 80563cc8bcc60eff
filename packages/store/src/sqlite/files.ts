import type { Database } from 'better-sqlite3';

/** The imported files as a dimension. A file that was imported again is the same file: it has the number of the first time. */
export interface Files {
  /** Reads what was written since the last call. */
  refresh(): void;
  /** The number that stands for an import file. */
  first(id: number): number;
  /** Its name; undefined where there is no such file, or it stands for none. */
  name(id: number): string | undefined;
  /** The number that a text says, where it stands for a file. */
  find(value: string): number | undefined;
  /** Every number that stands for a file. */
  ids(): readonly number[];
  /** Ids are below this number. */
  size(): number;
}

/** Follows the imported files over one connection. */
export function openFiles(sqlite: Database): Files {
  const since = sqlite.prepare<[number], { id: number; file: string; sha256: string }>(
    'SELECT id, file, sha256 FROM import_files WHERE id > ? ORDER BY id',
  );
  const firsts: number[] = [];
  const names = new Map<number, string>();
  const byContent = new Map<string, number>();
  return {
    refresh() {
      for (const { id, file, sha256 } of since.all(Math.max(0, firsts.length - 1))) {
        const first = byContent.get(sha256) ?? id;
        byContent.set(sha256, first);
        firsts[id] = first;
        if (first === id) names.set(id, file);
      }
    },
    first: (id) => firsts[id] ?? id,
    name: (id) => names.get(id),
    find: (value) => (names.has(Number(value)) ? Number(value) : undefined),
    ids: () => [...names.keys()],
    size: () => firsts.length,
  };
}
