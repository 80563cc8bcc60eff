import type { Article } from '@pressmark/core';
import Database from 'better-sqlite3';
import type { Store } from '../contract.ts';

/** So many batches leave as many pieces of the index. */
const batches = 8;

/** Stores articles in batches and leaves the index in the middle of a merge: as after imports, while their pieces are joined. */
export async function putInPieces(store: Store, path: string, articles: readonly Article[]): Promise<void> {
  const size = Math.ceil(articles.length / batches);
  for (let from = 0; from < articles.length; from += size) await store.put(articles.slice(from, from + size));
  const sqlite = new Database(path);
  sqlite.prepare("INSERT INTO articles_index (articles_index, rank) VALUES ('merge', 20)").run();
  sqlite.close();
}
