import type { Database } from 'better-sqlite3';
import { migrations } from './migrations.ts';

const version = (sqlite: Database) => sqlite.pragma('user_version', { simple: true }) as number;

/** Brings the tables to this version's shape, each step in a transaction of its own; refuses an archive of a later version. */
export function migrate(sqlite: Database): void {
  const step = sqlite.transaction(() => {
    const done = version(sqlite);
    const migration = migrations[done];
    if (migration === undefined) return;
    sqlite.exec(migration.sql);
    sqlite.pragma(`user_version = ${done + 1}`);
  });
  while (version(sqlite) < migrations.length) step.immediate();
  if (version(sqlite) > migrations.length) {
    throw new Error(
      'This archive was written by a later version of Pressmark; please update Pressmark to open it.',
    );
  }
}
