import { statSync } from 'node:fs';
import type { Database } from 'better-sqlite3';
import type { Totals } from '../contract.ts';
import { dateOf, dayOfKey, keysOf } from '../key.ts';
import { type Columns, placeOf, placesBetween } from './columns.ts';
import type { Dictionary } from './dictionary.ts';
import { countNumbers } from './packed.ts';

function sizeOf(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.size ?? 0;
}

/** Makes the function that sums up the archive from its columns. */
export function openTotals(
  sqlite: Database,
  path: string,
): (columns: Columns, dictionary: Dictionary) => Totals {
  const imports = sqlite.prepare<[], number>('SELECT count(*) FROM imports').pluck();
  const files = sqlite.prepare<[], number>('SELECT count(*) FROM import_files').pluck();

  return (columns, dictionary) => {
    const { keys, words } = columns;
    const counts = countNumbers(columns.facets, placesBetween(0, keys.length), dictionary.size());
    const named = (dimension: 'source' | 'language') =>
      dictionary.of(dimension).filter(({ id, value }) => value !== '' && (counts[id] ?? 0) > 0).length;
    const headlines = dictionary.find('kind', 'headline');
    const firstDated = placeOf(keys, keysOf({ from: 1, to: 1 }).from);
    const dateAt = (place: number) => dateOf(dayOfKey(keys[place] ?? 0));
    return {
      articles: keys.length,
      headlines: headlines ? (counts[headlines.id] ?? 0) : 0,
      sources: named('source'),
      languages: named('language'),
      from: dateAt(firstDated),
      to: dateAt(keys.length - 1),
      imports: imports.get() as number,
      files: files.get() as number,
      words: words.reduce((sum, count) => sum + count, 0),
      bytes: sizeOf(path) + sizeOf(`${path}-wal`),
    };
  };
}
