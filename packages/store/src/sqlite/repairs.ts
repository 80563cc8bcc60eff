import { type Article, fits, overlaps } from '@pressmark/core';
import type { Database } from 'better-sqlite3';
import { eq } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/better-sqlite3';
import type { PutResult, RepairProposal, RepairRefusal, RepairStore, StoredRepair } from '../contract.ts';
import { facetsOf } from '../facets.ts';
import { indexColumns, indexRow, repairedRow } from './index-row.ts';
import { openRepaired } from './repaired.ts';
import { repairs } from './schema.ts';

/** Makes the function that brings the index of one article up to date with its repairs. */
export function openReindex(sqlite: Database): (key: number, article: Article) => void {
  const { apply } = openRepaired(sqlite);
  const columns = indexColumns.map((name) => `"${name}"`).join(', ');
  const marks = indexColumns.map(() => '?').join(', ');
  const remove = sqlite.prepare('DELETE FROM articles_index WHERE rowid = ?');
  const insert = sqlite.prepare(`INSERT INTO articles_index (rowid, ${columns}) VALUES (?, ${marks})`);
  return (key, article) => {
    const facets = facetsOf(article);
    const texts = repairedRow(indexRow(article, facets), indexRow(apply(article), facets));
    remove.run(BigInt(key));
    insert.run(BigInt(key), ...texts);
  };
}

/** Finds an article by its id, with its key. */
function openLocate(sqlite: Database): (id: string) => { key: number; article: Article } | undefined {
  const select = sqlite.prepare<[string], { key: number; json: string }>(
    'SELECT key, json FROM articles JOIN article_texts USING (key) WHERE id = ? COLLATE NOCASE',
  );
  return (id) => {
    const found = select.get(id);
    return found && { key: found.key, article: JSON.parse(found.json) };
  };
}

type Put<Batch extends readonly { id: string }[], Rest extends unknown[]> = (
  batch: Batch,
  ...rest: Rest
) => PutResult[];

/** The same function, followed by an index of what it updated that knows the repairs, all in one transaction. */
export function followUpdates<Batch extends readonly { id: string }[], Rest extends unknown[]>(
  sqlite: Database,
  put: Put<Batch, Rest>,
): Put<Batch, Rest> {
  const locate = openLocate(sqlite);
  const reindex = openReindex(sqlite);
  const isRepaired = sqlite
    .prepare<[string]>('SELECT 1 FROM repairs WHERE article = ? COLLATE NOCASE AND taken_back_at IS NULL')
    .pluck();
  const putAndFollow = sqlite.transaction((batch: Batch, ...rest: Rest) => {
    const results = put(batch, ...rest);
    const updated = batch.filter((_, index) => results[index] === 'updated').map(({ id }) => id);
    for (const id of new Set(updated)) {
      const found = isRepaired.get(id) === undefined ? undefined : locate(id);
      if (found) reindex(found.key, found.article);
    }
    return results;
  });
  return (batch, ...rest) => putAndFollow.immediate(batch, ...rest);
}

/** Opens the book of repairs. */
export function openRepairs(writer: Database): RepairStore {
  const db = drizzle(writer);
  const repaired = openRepaired(writer);
  const locate = openLocate(writer);
  const reindex = openReindex(writer);
  const stored = (article: Article, id: number) =>
    repaired.list(article).find((repair) => repair.id === id) as StoredRepair;

  const accept = ({ span, ...proposal }: RepairProposal): StoredRepair | RepairRefusal => {
    const found = locate(proposal.article);
    if (!found) return 'unknown';
    const { key, article } = found;
    if (!fits(article, { ...proposal, span })) return 'differs';
    const there = repaired.list(article).filter(({ applied, path }) => applied && path === proposal.path);
    if (there.some((repair) => overlaps(repair.span, span))) return 'taken';
    const { id } = db
      .insert(repairs)
      .values({ ...proposal, ...span, article: article.id, acceptedAt: new Date().toISOString() })
      .returning({ id: repairs.id })
      .get();
    reindex(key, article);
    return stored(article, id);
  };
  const takeBack = (id: number): StoredRepair | null => {
    const row = db.select().from(repairs).where(eq(repairs.id, id)).get();
    const found = row && locate(row.article);
    if (!found) return null;
    if (row.takenBackAt === null) {
      db.update(repairs).set({ takenBackAt: new Date().toISOString() }).where(eq(repairs.id, id)).run();
      reindex(found.key, found.article);
    }
    return stored(found.article, id);
  };
  return {
    accept: async (proposal) => writer.transaction(accept).immediate(proposal),
    takeBack: async (id) => writer.transaction(takeBack).immediate(id),
    list: async (id) => {
      const found = locate(id);
      return found ? repaired.list(found.article) : [];
    },
  };
}
