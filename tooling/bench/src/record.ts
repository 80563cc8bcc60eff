import { closeSync, openSync, readSync, writeSync } from 'node:fs';
import { deserialize, serialize } from 'node:v8';
import Database from 'better-sqlite3';

/** One row that the import wrote: which statement, and its values. */
export type Insert = [sql: string, values: unknown[]];

/** Writes down every row that statements prepared from now on insert, batch by batch. Returns how to end it. */
export function recordInserts(path: string): () => void {
  const file = openSync(path, 'w');
  let batch: Insert[] = [];
  const flush = (): void => {
    const bytes = serialize(batch);
    const length = Buffer.alloc(4);
    length.writeUInt32LE(bytes.length);
    writeSync(file, length);
    writeSync(file, bytes);
    batch = [];
  };
  const { prepare } = Database.prototype;
  Database.prototype.prepare = function (this: Database.Database, sql: string) {
    const statement = prepare.call(this, sql);
    if (!/^\s*INSERT/i.test(sql)) return statement;
    const run = statement.run.bind(statement) as (...values: unknown[]) => Database.RunResult;
    statement.run = (...values: unknown[]) => {
      batch.push([sql, values]);
      if (batch.length >= 20_000) flush();
      return run(...values);
    };
    return statement;
  } as typeof prepare;
  return () => {
    flush();
    closeSync(file);
  };
}

/** The batches written down, one at a time. */
export function* recordedInserts(path: string): Generator<Insert[]> {
  const file = openSync(path, 'r');
  const length = Buffer.alloc(4);
  while (readSync(file, length) === 4) {
    const bytes = Buffer.alloc(length.readUInt32LE());
    for (let at = 0; at < bytes.length; ) at += readSync(file, bytes, at, bytes.length - at, null);
    yield deserialize(bytes) as Insert[];
  }
  closeSync(file);
}
