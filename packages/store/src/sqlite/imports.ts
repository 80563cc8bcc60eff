import type { FileReport } from '@pressmark/core';
import type { Database } from 'better-sqlite3';
import { and, eq, isNull } from 'drizzle-orm';
import { type BetterSQLite3Database, drizzle } from 'drizzle-orm/better-sqlite3';
import type { ImportState, ImportStore, Trouble } from '../contract.ts';
import { ranks } from '../entry.ts';
import type { Connections } from './connect.ts';
import { openImportQueries } from './import-queries.ts';
import type { Merge } from './merge.ts';
import { processBegan, runs } from './process.ts';
import { diagnostics, importFiles, imports, spans } from './schema.ts';

const ended: ImportState[] = ['done', 'cancelled', 'failed', 'interrupted'];

const isAnnounced = and(
  isNull(importFiles.within),
  eq(importFiles.sha256, ''),
  eq(importFiles.state, 'waiting'),
);

/** Makes the function that ends a file. One of 20,000 articles has 40,000 spans: bound by drizzle they take three times as long. */
function openReport(db: BetterSQLite3Database, sqlite: Database): (id: number, report: FileReport) => void {
  const insertSpan = sqlite.prepare(
    'INSERT INTO spans (file, start, "end", kind, article, text) VALUES (?, ?, ?, ?, ?, ?)',
  );
  const insertDiagnostic = sqlite.prepare('INSERT INTO diagnostics (file, rank, json) VALUES (?, ?, ?)');

  return (id, report) => {
    db.update(importFiles).set(accountOf(report)).where(eq(importFiles.id, id)).run();
    db.delete(spans).where(eq(spans.file, id)).run();
    db.delete(diagnostics)
      .where(and(eq(diagnostics.file, id), isNull(diagnostics.article)))
      .run();
    for (const { start, end, kind, article = null, text = null } of report.spans) {
      insertSpan.run(id, start, end, kind, article, text);
    }
    for (const diagnostic of report.diagnostics) {
      insertDiagnostic.run(id, ranks[diagnostic.severity], JSON.stringify(diagnostic));
    }
  };
}

function accountOf(report: FileReport) {
  return {
    // Of a file within a file nothing is known before it is read.
    ...(report.sha256 && { sha256: report.sha256, bytes: report.bytes }),
    reader: report.reader,
    declared: report.declared,
    found: report.found,
    rejected: report.rejected,
    unreadBytes: report.unreadBytes,
    balanced: report.balanced,
    read: report.bytes,
    summary: report.summary ? JSON.stringify(report.summary) : null,
    state: report.reader === null ? ('failed' as const) : ('done' as const),
  };
}

interface Turn {
  id: number;
  state: ImportState;
  trouble?: Trouble | undefined;
}

function setState(db: BetterSQLite3Database, { id, state, trouble }: Turn): void {
  const running = state === 'running';
  db.update(imports)
    .set({
      state,
      trouble: trouble ?? null,
      endedAt: ended.includes(state) ? new Date().toISOString() : null,
      process: running ? process.pid : null,
      processBegan: running ? processBegan : null,
    })
    .where(eq(imports.id, id))
    .run();
  // What broke an import off left a file in the middle.
  if (state === 'interrupted') db.update(importFiles).set({ state }).where(isRead(id)).run();
}

const isRead = (importId: number) =>
  and(eq(importFiles.importId, importId), eq(importFiles.state, 'running'));

const processGone = 'Pressmark was stopped in the middle of it, or the machine was.';

function interrupt(db: BetterSQLite3Database): number[] {
  const running = db.select().from(imports).where(eq(imports.state, 'running')).all();
  const left = running.filter((row) => !runs({ id: row.process, began: row.processBegan }));
  for (const { id } of left) {
    const file = db.select({ name: importFiles.file }).from(importFiles).where(isRead(id)).get();
    const trouble = { file: file?.name ?? null, message: processGone };
    setState(db, { id, state: 'interrupted', trouble });
  }
  return left.map(({ id }) => id);
}

function announce(
  db: BetterSQLite3Database,
  importId: number,
  file: { file: string; bytes: number },
): number {
  const row = { importId, ...file, sha256: '', state: 'waiting' as const };
  return Number(db.insert(importFiles).values(row).run().lastInsertRowid);
}

/** Gives an announced file its content, once. */
function fill(
  db: BetterSQLite3Database,
  id: number,
  { importId, sha256, bytes }: { importId: number; sha256: string; bytes: number },
): boolean {
  const wanted = and(eq(importFiles.id, id), eq(importFiles.importId, importId), isAnnounced);
  return db.update(importFiles).set({ sha256, bytes }).where(wanted).run().changes > 0;
}

/** The book of imports: written over one connection, read over the other. */
export function openImports({ writer, reader }: Connections, merge: Merge): ImportStore {
  const db = drizzle(writer);
  const read = openImportQueries(reader);
  const writeReport = openReport(db, writer);
  const atOnce = <T>(change: () => T): T => writer.transaction(change).immediate();
  const expect = <T>(found: T | undefined, what: string): T => {
    if (found === undefined) throw new Error(`There is no ${what}.`);
    return found;
  };

  return {
    create: async () => {
      const { lastInsertRowid } = db
        .insert(imports)
        .values({ state: 'waiting', startedAt: new Date().toISOString() })
        .run();
      return expect(read.import(Number(lastInsertRowid)), 'import');
    },
    addFile: async (importId, file) => {
      const { lastInsertRowid } = db
        .insert(importFiles)
        .values({ importId, ...file, state: 'waiting' })
        .run();
      return expect(read.file(Number(lastInsertRowid)), 'file');
    },
    announce: async (importId, files) => atOnce(() => files.map((file) => announce(db, importId, file))),
    fill: async (fileId, content) =>
      fill(db, fileId, content) ? expect(read.file(fileId), `import file ${fileId}`) : null,
    setState: async (id, state, trouble) => {
      atOnce(() => setState(db, { id, state, trouble }));
      if (state === 'done') await merge.all();
    },
    setFileState: async (fileId, state) => {
      db.update(importFiles).set({ state }).where(eq(importFiles.id, fileId)).run();
    },
    stored: async (fileId) => {
      const { new: added, unchanged, updated } = expect(read.file(fileId), `import file ${fileId}`);
      return added + unchanged + updated;
    },
    finishFile: async (fileId, report) => {
      atOnce(() => writeReport(fileId, report));
      return expect(read.file(fileId), `import file ${fileId}`);
    },
    get: async (importId) => {
      const found = read.import(importId);
      return found ? { import: found, files: read.files(importId) } : null;
    },
    file: async (fileId) => read.file(fileId) ?? null,
    list: async (options) => read.imports(options),
    spans: async (fileId) => read.spans(fileId),
    interrupted: async () => {
      const ids = atOnce(() => interrupt(db));
      return ids.flatMap((id) => read.import(id) ?? []);
    },
  };
}
