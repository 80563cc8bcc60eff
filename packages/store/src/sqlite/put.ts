import type { Article } from '@pressmark/core';
import type { Database } from 'better-sqlite3';
import type { FileProgress, PutResult } from '../contract.ts';
import { type Entry, entryOf, isEntry } from '../entry.ts';
import { dayOfKey, keyOf, keysOf } from '../key.ts';
import { packKeys } from './columns.ts';
import { type Dictionary, openDictionary } from './dictionary.ts';
import { indexColumns } from './index-row.ts';
import { pack } from './packed.ts';
import { openProgress } from './progress.ts';

/** What the archive has under an id. */
interface Known {
  key: number;
  id: string;
  kind: Entry['kind'];
  version: number;
  hash: string;
}

/** An article to write, with what it replaces. */
interface Draft {
  entry: Entry;
  key: number;
  known: Known | undefined;
}

/** Batches that other processes can follow one by one; whoever is further behind reads everything anew. */
const changesKept = 1_000;

function prepare(sqlite: Database) {
  const columns = indexColumns.map((name) => `"${name}"`).join(', ');
  const marks = indexColumns.map(() => '?').join(', ');
  return {
    known: sqlite.prepare<[string], Known>(
      'SELECT key, id, kind, version, hash FROM articles WHERE id = ? COLLATE NOCASE',
    ),
    wasKnown: sqlite
      .prepare('SELECT 1 FROM article_versions WHERE id = ? COLLATE NOCASE AND hash = ?')
      .pluck(),
    lastKey: sqlite
      .prepare<[number, number], number | null>('SELECT max(key) FROM articles WHERE key BETWEEN ? AND ?')
      .pluck(),
    keepVersion: sqlite.prepare(
      `INSERT INTO article_versions (id, version, hash, replaced_at, json, arrival, departure, text_hash)
       SELECT id, version, hash, ?, json, arrival, ?, text_hash
       FROM articles JOIN article_texts USING (key) WHERE key = ?`,
    ),
    remove: [
      sqlite.prepare('DELETE FROM articles WHERE key = ?'),
      sqlite.prepare('DELETE FROM article_texts WHERE key = ?'),
      sqlite.prepare('DELETE FROM articles_index WHERE rowid = ?'),
    ],
    move: sqlite.prepare('UPDATE file_articles SET key = ? WHERE key = ?'),
    insert: sqlite.prepare(
      `INSERT INTO articles (key, id, kind, version, hash, stored_at, words, facets, arrival, text_hash)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    ),
    insertText: sqlite.prepare('INSERT INTO article_texts (key, json) VALUES (?, ?)'),
    insertIndex: sqlite.prepare(`INSERT INTO articles_index (rowid, ${columns}) VALUES (?, ${marks})`),
    lastChange: sqlite.prepare<[], number>('SELECT coalesce(max(number), 0) FROM changes').pluck(),
    insertChange: sqlite.prepare('INSERT INTO changes (number, keys) VALUES (?, ?)'),
    cutChanges: sqlite.prepare('DELETE FROM changes WHERE number <= ?'),
  };
}
type Statements = ReturnType<typeof prepare>;

/** Cuts a batch wherever an id comes again, so that each part meets what the parts before it left. */
function* withoutRepeats(entries: readonly Entry[]): Generator<Entry[]> {
  let part = new Map<string, Entry>();
  for (const entry of entries) {
    const id = entry.id.toLowerCase();
    if (part.has(id)) {
      yield [...part.values()];
      part = new Map();
    }
    part.set(id, entry);
  }
  yield [...part.values()];
}

/** Whether an article says nothing that the archive has not: now, in an earlier version, or in full where this is a headline. */
function isKnown({ entry, known }: Draft, statements: Statements): boolean {
  if (known === undefined) return false;
  if (known.hash === entry.hash || (entry.kind === 'headline' && known.kind === 'article')) return true;
  return statements.wasKnown.get(entry.id, entry.hash) !== undefined;
}

/** Gives every draft its key: an update keeps its own unless its day changed. Leaves the drafts in the order of the keys. */
function assignKeys(drafts: Draft[], { lastKey }: Statements): void {
  drafts.sort(
    ({ entry: a }, { entry: b }) => a.day - b.day || (a.time < b.time ? -1 : a.time > b.time ? 1 : 0),
  );
  const next = new Map<number, number>();
  for (const draft of drafts) {
    const { known } = draft;
    const { day } = draft.entry;
    if (known && dayOfKey(known.key) === day) {
      draft.key = known.key;
      continue;
    }
    const keys = keysOf({ from: day, to: day });
    const key = next.get(day) ?? (lastKey.get(keys.from, keys.to) ?? keys.from - 1) + 1;
    draft.key = keyOf(day, key - keys.from);
    next.set(day, key + 1);
  }
  // The index flushes what it holds whenever a key goes down.
  drafts.sort((a, b) => a.key - b.key);
}

/** Makes room for an update: its text stays as a version, its rows go. */
function remove({ known, key }: Draft, { statements, now, change }: Writing): number[] {
  if (known === undefined) return [];
  statements.keepVersion.run(now, change, known.key);
  for (const statement of statements.remove) statement.run(BigInt(known.key));
  if (known.key !== key) statements.move.run(key, known.key);
  return [known.key];
}

/**
 * Writes drafts, in the order of their keys, table by table: done article by article it takes a sixth longer, for the index
 * is then never in the processor's cache. Returns the keys touched.
 */
function write(drafts: Draft[], writing: Writing): number[] {
  const { statements, dictionary, change, now, giveWay } = writing;
  const gone = drafts.flatMap((draft) => remove(draft, writing));
  for (const { entry, key, known } of drafts) {
    const { id, kind, hash, words, textHash } = entry;
    const packed = pack(entry.facets.map((value) => dictionary.intern(value, change)));
    const version = (known?.version ?? 0) + 1;
    statements.insert.run(key, id, kind, version, hash, now, words, packed, change, textHash);
  }
  for (const { entry, key } of drafts) {
    giveWay();
    statements.insertText.run(key, entry.json);
  }
  for (const { entry, key } of drafts) {
    giveWay();
    statements.insertIndex.run(BigInt(key), ...entry.texts);
  }
  return [...gone, ...drafts.map(({ key }) => key)];
}

interface Writing {
  statements: Statements;
  dictionary: Dictionary;
  change: number;
  now: string;
  giveWay(): void;
}

/** Stores articles that differ in id. */
function storePart(
  entries: Entry[],
  writing: Writing,
): { results: PutResult[]; keys: number[]; touched: number[] } {
  const { statements } = writing;
  const drafts = entries.map((entry): Draft => ({ entry, key: 0, known: statements.known.get(entry.id) }));
  const changed = new Set(drafts.filter((draft) => !isKnown(draft, statements)));
  const ordered = [...changed];
  assignKeys(ordered, statements);
  const touched = write(ordered, writing);
  const resultOf = (draft: Draft): PutResult =>
    changed.has(draft) ? (draft.known ? 'updated' : 'new') : 'unchanged';
  return {
    results: drafts.map(resultOf),
    keys: drafts.map((draft) => (changed.has(draft) ? draft.key : (draft.known as Known).key)),
    touched,
  };
}

/** Makes the function that stores a batch in one transaction. `giveWay` is called between two articles. */
export function openPut(
  sqlite: Database,
  giveWay: () => void = () => {},
): (batch: readonly (Article | Entry)[], progress?: FileProgress) => PutResult[] {
  const statements = prepare(sqlite);
  const dictionary = openDictionary(sqlite);
  const noteProgress = openProgress(sqlite);

  const put = sqlite.transaction((entries: readonly Entry[], progress?: FileProgress): PutResult[] => {
    dictionary.refresh();
    const change = (statements.lastChange.get() as number) + 1;
    const writing = { statements, dictionary, change, now: new Date().toISOString(), giveWay };
    const results: PutResult[] = [];
    const touched: number[] = [];
    for (const part of withoutRepeats(entries)) {
      const stored = storePart(part, writing);
      if (progress) noteProgress(progress, { entries: part, ...stored });
      results.push(...stored.results);
      touched.push(...stored.touched);
    }
    if (touched.length > 0) {
      statements.insertChange.run(change, packKeys(touched));
      statements.cutChanges.run(change - changesKept);
    }
    return results;
  });
  return (batch, progress) => {
    const entries = batch.map((item) => (isEntry(item) ? item : entryOf(item)));
    try {
      return put.immediate(entries, progress);
    } catch (error) {
      dictionary.forget();
      throw error;
    }
  };
}
