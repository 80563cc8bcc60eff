import type { Database } from 'better-sqlite3';
import {
  allocateColumns,
  type Columns,
  copyColumns,
  cutLists,
  packFiles,
  placeOf,
  setList,
  unpackKeys,
} from './columns.ts';
import type { Edition, Shelf } from './editions.ts';
import { openFiles } from './files.ts';
import { loadColumns } from './load-columns.ts';

interface Row {
  key: number;
  words: number;
  facets: Uint8Array;
  files: Uint8Array;
}

/** Rows to keep and keys to drop. */
interface Delta {
  rows: Row[];
  gone: Set<number>;
}

/** The columns after a change: rows, in the order of their keys, replace or join; keys that are gone leave. */
function mergeColumns(old: Columns, { rows, gone }: Delta, earlier?: Columns): Columns {
  const leaving = [...gone].map((key) => ({ key, words: 0, facets: null, files: null }));
  const touched = [...rows, ...leaving].sort((a, b) => a.key - b.key);
  const bytesOf = (name: 'facets' | 'files'): number =>
    rows.reduce((sum, row) => sum + row[name].length, old[name].bytes.length);
  const extent = {
    places: old.keys.length + rows.length,
    facets: bytesOf('facets'),
    files: bytesOf('files'),
  };
  const merged = allocateColumns(extent, earlier);
  let from = 0;
  let place = 0;
  for (const { key, words, facets, files } of touched) {
    const to = placeOf(old.keys, key, from);
    place = copyColumns(old, merged, [from, to, place]);
    from = old.keys[to] === key ? to + 1 : to;
    if (facets === null) continue;
    merged.keys[place] = key;
    merged.words[place] = words;
    setList(merged.facets, place, facets);
    setList(merged.files, place++, files);
  }
  place = copyColumns(old, merged, [from, old.keys.length, place]);
  return {
    keys: merged.keys.subarray(0, place),
    words: merged.words.subarray(0, place),
    facets: cutLists(merged.facets, place),
    files: cutLists(merged.files, place),
  };
}

function prepareFollow(sqlite: Database) {
  return {
    last: sqlite
      .prepare<[], [number, number]>(
        'SELECT (SELECT coalesce(max(number), 0) FROM changes), (SELECT coalesce(max(id), 0) FROM file_articles)',
      )
      .raw(),
    since: sqlite
      .prepare<[number], [number, Buffer]>(
        'SELECT number, keys FROM changes WHERE number > ? ORDER BY number',
      )
      .raw(),
    // By the row alone: in the order of the index it would take a look at every row for those that came last.
    met: sqlite
      .prepare<[number], number>('SELECT key FROM file_articles NOT INDEXED WHERE id > ? AND key >= 0')
      .pluck(),
    row: sqlite.prepare<[number], Omit<Row, 'files'>>(
      'SELECT key, words, facets FROM articles WHERE key = ?',
    ),
    files: sqlite.prepare<[number], number>('SELECT file FROM file_articles WHERE key = ?').pluck(),
  };
}

/**
 * Follows the archive: gives the columns as of the transaction that the connection is in. It begins with those on the shelf and
 * leaves new ones there.
 */
export function followColumns(sqlite: Database, shelf: Shelf = {}): () => Columns {
  const statements = prepareFollow(sqlite);
  const files = openFiles(sqlite);

  const delta = (keys: Set<number>): Delta => {
    const rows: Row[] = [];
    const gone = new Set<number>();
    files.refresh();
    for (const key of [...keys].sort((a, b) => a - b)) {
      const row = statements.row.get(key);
      if (row) rows.push({ ...row, files: packFiles(statements.files.all(key).map(files.first)) });
      else gone.add(key);
    }
    return { rows, gone };
  };
  const follow = ({ change, met, columns }: Edition, isChanged: boolean): Columns => {
    const changes = statements.since.all(change);
    const keys = new Set(statements.met.all(met));
    for (const [, packed] of changes) for (const key of unpackKeys(packed)) keys.add(key);
    // A gap means that the book of changes was cut below what we know; many changes are quicker read anew.
    const gap = isChanged && changes[0]?.[0] !== change + 1;
    if (gap || keys.size > columns.keys.length / 4) return loadColumns(sqlite);
    const merged = mergeColumns(columns, delta(keys), shelf.spare);
    shelf.spare = undefined;
    return merged;
  };

  return () => {
    const [change, met] = statements.last.get() as [number, number];
    const { latest } = shelf;
    if (latest && latest.change === change && latest.met === met) return latest.columns;
    const columns = latest ? follow(latest, latest.change !== change) : loadColumns(sqlite);
    shelf.latest = { change, met, columns };
    return columns;
  };
}
