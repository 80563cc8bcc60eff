import type { Database } from 'better-sqlite3';
import type { ImportState } from '../contract.ts';

/**
 * The imported files as a dimension. A file that was imported again is the same file: it has the number of the first time. A
 * given file is known by its content; one within a file, whose content is hashed only when it is read, by where it lies.
 */
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

interface Row {
  id: number;
  file: string;
  sha256: string;
  within: number | null;
  state: ImportState;
}

/** Follows the imported files over one connection. */
export function openFiles(sqlite: Database): Files {
  const columns = 'SELECT id, file, sha256, within, state FROM import_files';
  const since = sqlite.prepare<[number], Row>(`${columns} WHERE id > ? ORDER BY id`);
  const one = sqlite.prepare<[number], Row>(`${columns} WHERE id = ?`);
  /** Given files without content yet, and so without articles. */
  const announced = new Set<number>();
  const firsts: number[] = [];
  const names = new Map<number, string>();
  const byIdentity = new Map<string, number>();
  const given = new Map<number, string>();
  const read = ({ id, file, sha256, within, state }: Row) => {
    if (sha256 === '' && within === null && state === 'waiting') announced.add(id);
    else announced.delete(id);
    if (within === null) given.set(id, file);
    const place = within === null ? '' : file.slice(given.get(within)?.length);
    // Files that are not here have nothing in common.
    const identity = within === null ? sha256 : `${firsts[within]}${place}`;
    const first = (identity === '' ? undefined : byIdentity.get(identity)) ?? id;
    if (identity !== '') byIdentity.set(identity, first);
    firsts[id] = first;
    if (first === id) names.set(id, file);
    else names.delete(id);
  };
  return {
    refresh() {
      // What came first: files within them may be behind.
      for (const id of [...announced]) read(one.get(id) as Row);
      for (const row of since.all(Math.max(0, firsts.length - 1))) read(row);
    },
    first: (id) => firsts[id] ?? id,
    name: (id) => names.get(id),
    find: (value) => (names.has(Number(value)) ? Number(value) : undefined),
    ids: () => [...names.keys()],
    size: () => firsts.length,
  };
}
