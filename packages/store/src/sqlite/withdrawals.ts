import { setImmediate } from 'node:timers/promises';
import type { Article } from '@pressmark/core';
import type { Database } from 'better-sqlite3';
import type { StoredArticle, StoredFacts, Version, WithdrawalOrder } from '../contract.ts';
import type { Place } from '../cursor.ts';
import { packKeys } from './columns.ts';
import { openDictionary } from './dictionary.ts';
import { openFiles } from './files.ts';
import { openFinder } from './find.ts';
import { followColumns } from './follow-columns.ts';

/** Articles withdrawn in one transaction. */
const chunk = 500;

function prepareRemoval(sqlite: Database) {
  return {
    keepVersion: sqlite.prepare(
      `INSERT INTO article_versions (id, version, hash, replaced_at, json, arrival, departure, text_hash)
       SELECT id, version, hash, ?, json, arrival, (SELECT coalesce(max(number), 0) + 1 FROM changes), text_hash
       FROM articles JOIN article_texts USING (key) WHERE key = ?`,
    ),
    note: sqlite.prepare(
      `INSERT INTO withdrawn (article, version, stored_at, withdrawn_at, file)
       SELECT id, version, stored_at, ?, ? FROM articles WHERE key = ?`,
    ),
    // The key goes to the next article of the day, so the places it was met at are kept under one that no article has.
    move: sqlite.prepare('UPDATE file_articles SET key = ? WHERE key = ?'),
    remove: [
      sqlite.prepare('DELETE FROM articles WHERE key = ?'),
      sqlite.prepare('DELETE FROM article_texts WHERE key = ?'),
      sqlite.prepare('DELETE FROM articles_index WHERE rowid = ?'),
    ],
    insertChange: sqlite.prepare('INSERT INTO changes (keys) VALUES (?)'),
  };
}

function prepareSearch(sqlite: Database) {
  return {
    byId: sqlite.prepare<[string], number>('SELECT key FROM articles WHERE id = ? COLLATE NOCASE').pluck(),
    sources: sqlite
      .prepare<[string], string>(
        `SELECT value FROM dictionary WHERE dimension = 'source' AND value = ? COLLATE NOCASE`,
      )
      .pluck(),
  };
}

/** The keys that an order means, some at a time: those behind `after`, and where to go on. */
function openSearch(sqlite: Database) {
  const search = prepareSearch(sqlite);
  // A source is told without a look at any text.
  const finder = openFinder({
    sqlite,
    columns: followColumns(sqlite),
    isLoaded: () => false,
    dictionary: openDictionary(sqlite),
    files: openFiles(sqlite),
    versionsAt: () => [],
  });
  return ({ id, sourceCode }: WithdrawalOrder, after: Place | undefined) => {
    if (id !== undefined) return { keys: search.byId.all(id), next: undefined };
    const values = sourceCode === undefined ? [] : search.sources.all(sourceCode);
    if (values.length === 0) return { keys: [], next: undefined };
    const found = finder.prepare({ query: { type: 'all' }, selection: { source: values } });
    const places = finder.page(found, { sort: 'oldest', limit: chunk, after });
    const keys = places.map(({ key }) => key);
    return { keys, next: places.length < chunk ? undefined : places.at(-1) };
  };
}

/** Makes the function that takes articles out of the archive in steps, each in a transaction; gives their number. */
export function openWithdraw(
  sqlite: Database,
): (orders: readonly WithdrawalOrder[], file?: number) => Promise<number> {
  const removal = prepareRemoval(sqlite);
  const search = openSearch(sqlite);
  const comesAgain = sqlite
    .prepare<[number, number, number]>(
      'SELECT 1 FROM file_articles WHERE key = ? AND file = ? AND position >= ?',
    )
    .pluck();

  const remove = (key: number, { now, file }: { now: string; file: number | undefined }) => {
    removal.keepVersion.run(now, key);
    const { lastInsertRowid } = removal.note.run(now, file ?? null, key);
    removal.move.run(-Number(lastInsertRowid), key);
    for (const statement of removal.remove) statement.run(BigInt(key));
  };

  const step = sqlite.transaction(
    (order: WithdrawalOrder, { file, after }: { file: number | undefined; after: Place | undefined }) => {
      const now = new Date().toISOString();
      const { keys, next } = search(order, after);
      // What the file itself brings behind the order stays.
      const stays = (key: number) =>
        file !== undefined && comesAgain.get(key, file, order.after ?? 0) !== undefined;
      const gone = keys.filter((key) => !stays(key));
      for (const key of gone) remove(key, { now, file });
      if (gone.length > 0) removal.insertChange.run(packKeys(gone));
      return { count: gone.length, next };
    },
  );

  return async (orders, file) => {
    let total = 0;
    for (const order of orders) {
      let after: Place | undefined;
      do {
        const { count, next } = step.immediate(order, { file, after });
        total += count;
        after = next;
        await setImmediate();
      } while (after !== undefined);
    }
    return total;
  };
}

interface Row {
  id: number;
  article: string;
  version: number;
  storedAt: string;
  withdrawnAt: string;
  json: string;
}

/** What a withdrawn article was, by id or accession number, over any connection. */
export function openWithdrawn(
  sqlite: Database,
): (id: string) => Omit<StoredArticle, 'repairs' | keyof StoredFacts> | null {
  const row = sqlite.prepare<[string], Row>(
    `SELECT withdrawn.id, article, withdrawn.version, stored_at AS storedAt, withdrawn_at AS withdrawnAt, json
     FROM withdrawn JOIN article_versions
       ON article_versions.id = article COLLATE NOCASE AND article_versions.version = withdrawn.version
     WHERE article = ? COLLATE NOCASE`,
  );
  const versions = sqlite.prepare<[string, number], Version>(
    `SELECT version, replaced_at AS replacedAt FROM article_versions
     WHERE id = ? COLLATE NOCASE AND version < ? ORDER BY version DESC`,
  );
  const met = sqlite.prepare<[number], { id: number; file: string }>(
    `SELECT DISTINCT import_files.id, import_files.file FROM file_articles
     JOIN import_files ON import_files.id = file_articles.file WHERE key = ? ORDER BY import_files.id`,
  );
  const by = sqlite.prepare<[number], { id: number; file: string }>(
    `SELECT import_files.id, import_files.file FROM withdrawn
     JOIN import_files ON import_files.id = withdrawn.file WHERE withdrawn.id = ?`,
  );
  return (wanted) => {
    const found = row.get(wanted) ?? row.get(`factiva:${wanted}`);
    if (found === undefined) return null;
    const article: Article = JSON.parse(found.json);
    return {
      article,
      storedAt: found.storedAt,
      versions: versions.all(found.article, found.version),
      files: met.all(-found.id),
      withdrawn: { at: found.withdrawnAt, file: by.get(found.id) ?? null },
    };
  };
}
