import type { Database } from 'better-sqlite3';
import type { Bucket } from '../contract.ts';
import { type Coded, type FacetValue, labelOf } from '../facets.ts';

/** One facet value that occurs in the archive. */
export interface Entry extends FacetValue {
  id: number;
}

/** The dictionary in memory, as of some change. */
export interface Dictionary {
  /** Reads what was written since the last call. */
  refresh(): void;
  /** Forgets everything, for after a rollback. */
  forget(): void;
  /** The id of a value; writes it where it is new or where its name is. */
  intern(value: FacetValue, change: number): number;
  entry(id: number): Entry;
  /** Ids are below this number. */
  size(): number;
}

const keyOf = ({ dimension, value }: { dimension: string; value: string }) => `${dimension} ${value}`;

/** Opens the dictionary over one connection; `intern` needs one that may write. */
export function openDictionary(sqlite: Database): Dictionary {
  const byId: Entry[] = [];
  const byValue = new Map<string, Entry>();
  let seen = -1;

  const since = sqlite.prepare<[number], Entry & { change: number }>(
    'SELECT id, dimension, value, label, change FROM dictionary WHERE change > ? ORDER BY change',
  );
  const writing = () => ({
    insert: sqlite.prepare('INSERT INTO dictionary (dimension, value, label, change) VALUES (?, ?, ?, ?)'),
    rename: sqlite.prepare('UPDATE dictionary SET label = ?, change = ? WHERE id = ?'),
  });
  let statements: ReturnType<typeof writing> | undefined;

  const keep = (entry: Entry): void => {
    byId[entry.id] = entry;
    byValue.set(keyOf(entry), entry);
  };

  return {
    refresh() {
      for (const { change, ...entry } of since.all(seen)) {
        keep(entry);
        seen = change;
      }
    },
    forget() {
      byId.length = 0;
      byValue.clear();
      seen = -1;
    },
    intern(value, change) {
      statements ??= writing();
      const known = byValue.get(keyOf(value));
      if (known === undefined) {
        const { lastInsertRowid } = statements.insert.run(value.dimension, value.value, value.label, change);
        keep({ ...value, id: Number(lastInsertRowid) });
        return Number(lastInsertRowid);
      }
      if (value.label !== '' && value.label !== known.label) {
        statements.rename.run(value.label, change, known.id);
        known.label = value.label;
      }
      return known.id;
    },
    entry: (id) => byId[id] as Entry,
    size: () => byId.length,
  };
}

/** Turns counts by dictionary id into the buckets of one dimension. */
export function bucketsOf(dictionary: Dictionary, dimension: Coded, counts: Uint32Array): Bucket[] {
  const buckets: Bucket[] = [];
  for (let id = 0; id < counts.length; id++) {
    const count = counts[id] as number;
    if (count === 0) continue;
    const entry = dictionary.entry(id);
    if (entry.dimension !== dimension) continue;
    buckets.push({ value: entry.value, label: labelOf(dimension, entry.value, entry.label), count });
  }
  return buckets;
}
