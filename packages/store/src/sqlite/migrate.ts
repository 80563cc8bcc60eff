import type { Article } from '@pressmark/core';
import type { Database } from 'better-sqlite3';
import { contentHash, textDigest, textHash } from '../content.ts';
import { migrations } from './migrations.ts';

const version = (sqlite: Database) => sqlite.pragma('user_version', { simple: true }) as number;

/** What migrations make anew of stored articles. */
function offerHashes(sqlite: Database): void {
  const offer = (name: string, make: (article: Article) => string | number | null) =>
    sqlite.function(name, { deterministic: true }, (json) => make(JSON.parse(String(json)) as Article));
  offer('content_hash', (article) => contentHash(article));
  offer('text_hash', (article) => textHash(article, textDigest(article)));
}

/** Brings the tables to this version's shape, each step in a transaction of its own; refuses an archive of a later version. */
export function migrate(sqlite: Database): void {
  const step = sqlite.transaction(() => {
    const done = version(sqlite);
    const migration = migrations[done];
    if (migration === undefined) return;
    sqlite.exec(migration.sql);
    sqlite.pragma(`user_version = ${done + 1}`);
  });
  if (version(sqlite) < migrations.length) offerHashes(sqlite);
  while (version(sqlite) < migrations.length) step.immediate();
  if (version(sqlite) > migrations.length) {
    throw new Error(
      'This archive was written by a later version of Pressmark; please update Pressmark to open it.',
    );
  }
}
