import { type ArchiveFacts, countPlaces, identifierRuns } from '@pressmark/core/query';
import type { Database } from 'better-sqlite3';
import type { StoredFacts } from '../contract.ts';
import type { Note } from '../note.ts';
import type { Clause } from '../plan.ts';
import { type KeySet, noKeys, union } from './key-sets.ts';
import { openMemory } from './memory.ts';
import { parseKeys } from './range.ts';

type Places = Extract<Clause, { type: 'places' }>;

/** What is known of articles beside what their files said, over any connection. */
export interface Facts {
  /** Of the article with this key. */
  of(key: number): ArchiveFacts;
  /** The same for people. */
  storedOf(id: string): StoredFacts;
  /** The articles of which a clause about tags or states holds. */
  meeting(clause: Places): KeySet;
}

/** Something that is known of some articles. */
interface Fact {
  name: string;
  keys: () => KeySet;
}

/** Names of tags in JSON, and states, each 0 or 1. */
interface Known {
  tags: string;
  hasNote: number;
  hasDuplicate: number;
}

/** The articles whose text stands in another one too. The index of texts tells it alone, in 120 ms for a million of them. */
const duplicates = `FROM articles WHERE text_hash IN (
  SELECT text_hash FROM articles WHERE text_hash IS NOT NULL GROUP BY text_hash HAVING count(*) > 1)`;

/** The articles that have a row in a table by id. */
const listed = (table: string): string =>
  `FROM ${table} JOIN articles ON articles.id = ${table}.article COLLATE NOCASE`;

/** Ids of duplicates that are told. */
const mostDuplicates = 100;

const sameText = `FROM articles AS one JOIN articles AS other ON other.text_hash = one.text_hash AND other.key <> one.key`;

const tagsOf = (id: string): string =>
  `SELECT name FROM tagged JOIN tags ON tags.id = tagged.tag WHERE article = ${id} COLLATE NOCASE ORDER BY tags.key`;
const noteOf = (id: string): string => `FROM notes WHERE article = ${id} COLLATE NOCASE`;

function prepare(sqlite: Database) {
  const keys = (from: string) =>
    sqlite
      .prepare<unknown[], Buffer | null>(`SELECT CAST(group_concat(articles.key) AS BLOB) ${from}`)
      .pluck();
  return {
    tags: sqlite.prepare<[], { id: number; name: string }>('SELECT id, name FROM tags'),
    tagsOf: sqlite.prepare<[string], string>(tagsOf('?')).pluck(),
    noteOf: sqlite.prepare<[string], Note>(`SELECT text, written_at AS writtenAt ${noteOf('?')}`),
    // One statement for all: a page has many articles, and each call costs.
    known: sqlite.prepare<[number], Known>(
      `SELECT (SELECT json_group_array(name) FROM (${tagsOf('at.id')})) AS tags,
         EXISTS (SELECT 1 ${noteOf('at.id')}) AS hasNote,
         EXISTS (SELECT 1 ${sameText} WHERE one.key = at.key) AS hasDuplicate
       FROM articles AS at WHERE at.key = ?`,
    ),
    duplicatesOf: sqlite
      .prepare<[string], string>(
        `SELECT other.id ${sameText} WHERE one.id = ? COLLATE NOCASE ORDER BY other.key LIMIT ${mostDuplicates}`,
      )
      .pluck(),
    tagged: keys(`${listed('tagged')} WHERE tag = ?`),
    noted: keys(listed('notes')),
    duplicates: keys(duplicates),
  };
}

/** Articles with a fact that are kept until the archive changes: 8 MB of keys. */
const mostKept = { most: 16, mostLength: 1_000_000 };

/** Opens what is known of articles. */
export function openFacts(sqlite: Database): Facts {
  const statements = prepare(sqlite);
  const remembered = openMemory<KeySet>(() => sqlite.pragma('data_version', { simple: true }), mostKept);
  const factOf = (name: string, statement: typeof statements.noted, ...given: unknown[]): Fact => ({
    name,
    keys: () =>
      remembered.keep(JSON.stringify([name, ...given]), () =>
        parseKeys(statement.get(...given) ?? null)
          .slice()
          .sort(),
      ),
  });
  const states = [factOf('note', statements.noted), factOf('duplicate', statements.duplicates)];
  const factsIn = (scope: Places['scope']): Fact[] =>
    scope === 'has'
      ? states
      : statements.tags.all().map(({ id, name }) => factOf(name, statements.tagged, id));

  const storedOf = (id: string): StoredFacts => {
    const note = statements.noteOf.get(id);
    return {
      tags: statements.tagsOf.all(id),
      ...(note && { note }),
      duplicates: statements.duplicatesOf.all(id),
    };
  };
  return {
    storedOf,
    of(key) {
      const known = statements.known.get(key) as Known;
      return {
        ...(known.tags !== '[]' && { tags: JSON.parse(known.tags) }),
        ...(known.hasNote && { hasNote: true }),
        ...(known.hasDuplicate && { hasDuplicate: true }),
      };
    },
    meeting({ scope, of, times }) {
      const met = factsIn(scope).flatMap(({ name, keys }) => {
        const places = countPlaces(of, identifierRuns([name]), times);
        return places > 0 ? [{ places, keys: keys() }] : [];
      });
      const whole = met.filter(({ places }) => places >= times);
      if (whole.length === met.length) return met.map(({ keys }) => keys).reduce(union, noKeys);
      const counts = new Map<number, number>();
      for (const { places, keys } of met)
        for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + places);
      const enough = [...counts].filter(([, places]) => places >= times);
      return Float64Array.from(enough, ([key]) => key).sort();
    },
  };
}
