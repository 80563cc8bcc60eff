import type { Article } from '@pressmark/core';
import type { Database } from 'better-sqlite3';
import { type FacetValue, facetsOf, facetsVersion } from '../facets.ts';
import { packKeys } from './columns.ts';
import { openDictionary } from './dictionary.ts';
import { pack } from './packed.ts';

/** Articles brought up to date in one transaction. */
const batch = 1_000;

interface State {
  version: number;
  after: number | null;
}

function prepare(sqlite: Database) {
  return {
    state: sqlite.prepare<[], State>(`SELECT version, "after" FROM derivations WHERE name = 'facets'`),
    save: sqlite.prepare<[number, number | null]>(
      `INSERT OR REPLACE INTO derivations (name, version, "after") VALUES ('facets', ?, ?)`,
    ),
    rows: sqlite.prepare<[number], { key: number; json: string }>(
      `SELECT key, json FROM article_texts WHERE key > ? ORDER BY key LIMIT ${batch}`,
    ),
    update: sqlite.prepare('UPDATE articles SET facets = ? WHERE key = ?'),
    lastChange: sqlite.prepare<[], number>('SELECT coalesce(max(number), 0) FROM changes').pluck(),
    insertChange: sqlite.prepare('INSERT INTO changes (number, keys) VALUES (?, ?)'),
  };
}

/**
 * Brings the facet values of stored articles up to what `facetsOf` gives now, some articles at a time; after a crash it goes
 * on where it was. Names that the dictionary knows stay.
 */
export function deriveFacets(sqlite: Database): void {
  const statements = prepare(sqlite);
  const dictionary = openDictionary(sqlite);
  const step = sqlite.transaction((): boolean => {
    const { version, after } = statements.state.get() ?? { version: 1, after: null };
    if (version >= facetsVersion) return false;
    const rows = statements.rows.all(after ?? -1);
    const last = rows.at(-1);
    if (last === undefined) {
      statements.save.run(facetsVersion, null);
      return false;
    }
    dictionary.refresh();
    const change = statements.lastChange.get() as number;
    const idOf = (value: FacetValue): number => {
      const known = dictionary.find(value.dimension, value.value);
      return known?.label ? known.id : dictionary.intern(value, change + 1);
    };
    for (const { key, json } of rows) {
      statements.update.run(pack(facetsOf(JSON.parse(json) as Article).map(idOf)), key);
    }
    statements.insertChange.run(change + 1, packKeys(rows.map(({ key }) => key)));
    statements.save.run(version, last.key);
    return true;
  });
  while (step.immediate());
}
