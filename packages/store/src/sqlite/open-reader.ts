import Database from 'better-sqlite3';

/** Milliseconds to wait for another process that is writing. */
const patience = 30_000;

/** Settings of every connection. */
export function tune(sqlite: Database.Database): void {
  sqlite.pragma(`busy_timeout = ${patience}`);
  sqlite.pragma('synchronous = NORMAL');
  sqlite.pragma('foreign_keys = ON');
  sqlite.pragma('temp_store = MEMORY');
}

/** Opens a connection that only reads; `native` is the file of the module's native part, where not its own. */
export function openReader(path: string, native?: string): Database.Database {
  const reader = new Database(path, {
    readonly: true,
    ...(native !== undefined && { nativeBinding: native }),
  });
  tune(reader);
  // What searches read again and again stays in memory (KB).
  reader.pragma('cache_size = -4096');
  return reader;
}
