import type { Database } from 'better-sqlite3';
import type { Coded, FacetValue } from '../facets.ts';

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
  /** The entry of a value, where it occurs. */
  find(dimension: Coded, value: string): Entry | undefined;
  /** Every entry of a dimension, in the order of their ids. */
  of(dimension: Coded): readonly Entry[];
  /** Ids are below this number. */
  size(): number;
}

const keyOf = ({ dimension, value }: Pick<Entry, 'dimension' | 'value'>) => `${dimension} ${value}`;

/** Opens the dictionary over one connection; `intern` needs one that may write. */
export function openDictionary(sqlite: Database): Dictionary {
  const byId: Entry[] = [];
  const byValue = new Map<string, Entry>();
  const byDimension = new Map<Coded, Entry[]>();
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
    const known = byId[entry.id];
    if (known !== undefined) {
      known.label = entry.label;
      return;
    }
    byId[entry.id] = entry;
    byValue.set(keyOf(entry), entry);
    const others = byDimension.get(entry.dimension);
    if (others) others.push(entry);
    else byDimension.set(entry.dimension, [entry]);
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
      byDimension.clear();
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
    find: (dimension, value) => byValue.get(keyOf({ dimension, value })),
    of: (dimension) => byDimension.get(dimension) ?? [],
    size: () => byId.length,
  };
}
