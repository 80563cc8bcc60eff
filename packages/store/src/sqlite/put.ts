import type { Article } from '@pressmark/core';
import type { Database } from 'better-sqlite3';
import { contentHash } from '../content.ts';
import type { FileProgress, PutResult } from '../contract.ts';
import { type FacetValue, facetsOf, wordsOf } from '../facets.ts';
import { dayOf, dayOfKey, keyOf, keysOf } from '../key.ts';
import { packKeys } from './columns.ts';
import { type Dictionary, openDictionary } from './dictionary.ts';
import { indexColumns, indexRow } from './index-row.ts';
import { pack } from './packed.ts';
import { openProgress } from './progress.ts';

/** What the archive has under an id. */
interface Known {
  key: number;
  id: string;
  kind: Article['kind'];
  version: number;
  hash: string;
}

/** An article to write, with what it replaces. */
interface Draft {
  article: Article;
  hash: string;
  day: number;
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
      `INSERT INTO article_versions (id, version, hash, replaced_at, json)
       SELECT id, version, hash, ?, json FROM articles JOIN article_texts USING (key) WHERE key = ?`,
    ),
    remove: [
      sqlite.prepare('DELETE FROM articles WHERE key = ?'),
      sqlite.prepare('DELETE FROM article_texts WHERE key = ?'),
      sqlite.prepare('DELETE FROM articles_index WHERE rowid = ?'),
    ],
    move: sqlite.prepare('UPDATE file_articles SET key = ? WHERE key = ?'),
    insert: sqlite.prepare(
      `INSERT INTO articles (key, id, kind, version, hash, stored_at, words, facets)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
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
function* withoutRepeats(articles: Article[]): Generator<Article[]> {
  let part = new Map<string, Article>();
  for (const article of articles) {
    const id = article.id.toLowerCase();
    if (part.has(id)) {
      yield [...part.values()];
      part = new Map();
    }
    part.set(id, article);
  }
  yield [...part.values()];
}

/** Whether an article says nothing that the archive has not: now, in an earlier version, or in full where this is a headline. */
function isKnown({ article, hash, known }: Draft, statements: Statements): boolean {
  if (known === undefined) return false;
  if (known.hash === hash || (article.kind === 'headline' && known.kind === 'article')) return true;
  return statements.wasKnown.get(article.id, hash) !== undefined;
}

/** Gives every draft its key: an update keeps its own unless its day changed. Leaves the drafts in the order of the keys. */
function assignKeys(drafts: Draft[], { lastKey }: Statements): void {
  const timeOf = ({ article }: Draft) => article.publication?.time ?? '';
  drafts.sort((a, b) => a.day - b.day || (timeOf(a) < timeOf(b) ? -1 : timeOf(a) > timeOf(b) ? 1 : 0));
  const next = new Map<number, number>();
  for (const draft of drafts) {
    const { day, known } = draft;
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
function remove({ known, key }: Draft, { statements, now }: Writing): number[] {
  if (known === undefined) return [];
  statements.keepVersion.run(now, known.key);
  for (const statement of statements.remove) statement.run(BigInt(known.key));
  if (known.key !== key) statements.move.run(key, known.key);
  return [known.key];
}

/** Articles whose rows are made before they are written: few enough to be garbage before they are old. */
const slice = 100;

/**
 * Writes drafts, in the order of their keys, table by table: done article by article, with the making of the rows in
 * between, it takes a sixth longer, for the index is then never in the processor's cache. Returns the keys touched.
 */
function write(drafts: Draft[], writing: Writing): number[] {
  const { statements, dictionary, change, now } = writing;
  const facets = drafts.map(({ article }) => facetsOf(article));
  const packed = facets.map((values) => pack(values.map((value) => dictionary.intern(value, change))));
  const texts = drafts.map(({ article }) => JSON.stringify(article));
  const rows = drafts.map(({ article }, index) => indexRow(article, facets[index] as FacetValue[]));
  const gone = drafts.flatMap((draft) => remove(draft, writing));
  for (const [index, { article, key, hash, known }] of drafts.entries()) {
    const version = (known?.version ?? 0) + 1;
    const words = wordsOf(article) ?? 0;
    statements.insert.run(key, article.id, article.kind, version, hash, now, words, packed[index]);
  }
  for (const [index, { key }] of drafts.entries()) statements.insertText.run(key, texts[index]);
  for (const [index, { key }] of drafts.entries()) {
    statements.insertIndex.run(BigInt(key), ...(rows[index] as string[]));
  }
  return [...gone, ...drafts.map(({ key }) => key)];
}

interface Writing {
  statements: Statements;
  dictionary: Dictionary;
  change: number;
  now: string;
}

/** Stores articles that differ in id. */
function storePart(
  articles: Article[],
  writing: Writing,
): { results: PutResult[]; keys: number[]; touched: number[] } {
  const { statements } = writing;
  const hashes = articles.map(contentHash);
  const drafts = articles.map(
    (article, index): Draft => ({
      article,
      hash: hashes[index] as string,
      day: dayOf(article.publication?.date),
      key: 0,
      known: statements.known.get(article.id),
    }),
  );
  const changed = new Set(drafts.filter((draft) => !isKnown(draft, statements)));
  const ordered = [...changed];
  assignKeys(ordered, statements);
  const touched: number[] = [];
  for (let at = 0; at < ordered.length; at += slice) {
    touched.push(...write(ordered.slice(at, at + slice), writing));
  }
  const resultOf = (draft: Draft): PutResult =>
    changed.has(draft) ? (draft.known ? 'updated' : 'new') : 'unchanged';
  return {
    results: drafts.map(resultOf),
    keys: drafts.map((draft) => (changed.has(draft) ? draft.key : (draft.known as Known).key)),
    touched,
  };
}

/** Makes the function that stores a batch in one transaction. */
export function openPut(sqlite: Database): (articles: Article[], progress?: FileProgress) => PutResult[] {
  const statements = prepare(sqlite);
  const dictionary = openDictionary(sqlite);
  const noteProgress = openProgress(sqlite);

  const put = sqlite.transaction((articles: Article[], progress?: FileProgress): PutResult[] => {
    dictionary.refresh();
    const change = (statements.lastChange.get() as number) + 1;
    const writing = { statements, dictionary, change, now: new Date().toISOString() };
    const results: PutResult[] = [];
    const touched: number[] = [];
    for (const part of withoutRepeats(articles)) {
      const stored = storePart(part, writing);
      if (progress) noteProgress(progress, { articles: part, ...stored });
      results.push(...stored.results);
      touched.push(...stored.touched);
    }
    if (touched.length > 0) {
      statements.insertChange.run(change, packKeys(touched));
      statements.cutChanges.run(change - changesKept);
    }
    return results;
  });
  return (articles, progress) => {
    try {
      return put.immediate(articles, progress);
    } catch (error) {
      dictionary.forget();
      throw error;
    }
  };
}
