import { closeSync, existsSync, mkdirSync, openSync } from 'node:fs';
import { dirname } from 'node:path';
import Database from 'better-sqlite3';
import { DiskFull, isDiskFull } from '../disk-full.ts';
import { deriveFacets } from './derive.ts';
import { deriveBreaks } from './derive-breaks.ts';
import { migrate } from './migrate.ts';
import { openReader, tune } from './open-reader.ts';

/** Two connections to one archive: a page read while an import writes sees the last commit. */
export interface Connections {
  writer: Database.Database;
  reader: Database.Database;
}

/** What a batch touches stays in memory (KB), and the log is written back once for several batches (pages). */
function tuneForBatches(sqlite: Database.Database): void {
  sqlite.pragma('cache_size = -32768');
  sqlite.pragma('wal_autocheckpoint = 4000');
}

/** Makes the file where there is none, for its owner's eyes alone; SQLite gives its log the same rights. */
function makePrivate(path: string): void {
  closeSync(openSync(path, 'a', 0o600));
}

function requireWriteAheadLog(sqlite: Database.Database, path: string): void {
  const mode = sqlite.pragma('journal_mode = WAL', { simple: true });
  if (mode === 'wal') return;
  throw new Error(
    `The archive ${path} cannot keep a write-ahead log (journal mode "${mode}"). It probably lies on a network file system; please keep it on a local disk.`,
  );
}

/** Closes both connections; whatever the log holds goes into the archive, as far as nobody else is at it. */
export function close({ writer, reader }: Connections): void {
  reader.close();
  writer.pragma('busy_timeout = 0');
  try {
    writer.pragma('wal_checkpoint(TRUNCATE)');
  } catch (error) {
    // The log is part of the archive: it stays beside it until there is room.
    if (!isDiskFull(error, writer.name)) throw error;
  } finally {
    writer.close();
  }
}

const readOnly =
  'Its file or its folder may not be written, which searching needs too. Allow it, or copy the archive, with the folder of files beside it, to a place where you may write.';

function isReadOnly(error: unknown): boolean {
  return error instanceof Database.SqliteError && error.code.startsWith('SQLITE_READONLY');
}

/** Opens the archive at a path, makes it where there is none, and brings its tables up to date. */
export function connect(path: string, native?: string): Connections {
  if (!existsSync(dirname(path))) mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  // A path such as `:memory:` names no file.
  if (!path.startsWith(':') && !existsSync(path)) makePrivate(path);
  const writer = new Database(path, native === undefined ? {} : { nativeBinding: native });
  try {
    tune(writer);
    tuneForBatches(writer);
    requireWriteAheadLog(writer, path);
    migrate(writer);
    deriveFacets(writer);
    deriveBreaks(writer);
    return { writer, reader: openReader(path, native) };
  } catch (error) {
    writer.close();
    if (isDiskFull(error, path)) throw new DiskFull(path, error);
    throw isReadOnly(error) ? new Error(readOnly, { cause: error }) : error;
  }
}
