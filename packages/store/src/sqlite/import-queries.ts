import { Diagnostic, SearchSummary } from '@pressmark/core';
import type { Database } from 'better-sqlite3';
import { asc, count, desc, eq, isNull, lt, sql } from 'drizzle-orm';
import { type BetterSQLite3Database, drizzle } from 'drizzle-orm/better-sqlite3';
import type { SQLiteColumn } from 'drizzle-orm/sqlite-core';
import type { Import, ImportFile, StoredSpan } from '../contract.ts';
import { diagnostics, importFiles, imports, spans } from './schema.ts';

/** Diagnostics shown with a file. */
const mostDiagnostics = 500;

const sum = (column: SQLiteColumn) => sql<number>`coalesce(sum(${column}), 0)`.mapWith(Number);

const given = isNull(importFiles.within);
const sumGiven = (column: SQLiteColumn) =>
  sql<number>`coalesce(sum(case when ${given} then ${column} end), 0)`.mapWith(Number);

function selectImports(db: BetterSQLite3Database) {
  return db
    .select({
      id: imports.id,
      state: imports.state,
      startedAt: imports.startedAt,
      endedAt: imports.endedAt,
      files: count(importFiles.id),
      bytes: sumGiven(importFiles.bytes),
      read: sumGiven(importFiles.read),
      found: sum(importFiles.found),
      new: sum(importFiles.new),
      unchanged: sum(importFiles.unchanged),
      updated: sum(importFiles.updated),
      rejected: sum(importFiles.rejected),
    })
    .from(imports)
    .leftJoin(importFiles, eq(importFiles.importId, imports.id))
    .groupBy(imports.id);
}

function diagnosticsOf(db: BetterSQLite3Database, file: number): ImportFile['diagnostics'] {
  const rows = db
    .select({ article: diagnostics.article, json: diagnostics.json })
    .from(diagnostics)
    .where(eq(diagnostics.file, file))
    .orderBy(asc(diagnostics.rank), asc(diagnostics.id))
    .limit(mostDiagnostics)
    .all();
  return rows.map(({ article, json }) => {
    const diagnostic = Diagnostic.parse(JSON.parse(json));
    return article === null ? diagnostic : { ...diagnostic, article };
  });
}

function filesWhere(db: BetterSQLite3Database, [column, value]: [SQLiteColumn, number]): ImportFile[] {
  const rows = db.select().from(importFiles).where(eq(column, value)).orderBy(asc(importFiles.id)).all();
  return rows.map(({ importId: _, summary, ...row }) => ({
    ...row,
    ...(summary === null ? {} : { summary: SearchSummary.parse(JSON.parse(summary)) }),
    diagnostics: diagnosticsOf(db, row.id),
  }));
}

function dropNulls<T extends object>(row: T): T {
  return Object.fromEntries(Object.entries(row).filter(([, value]) => value !== null)) as T;
}

function spansOf(db: BetterSQLite3Database, file: number): StoredSpan[] {
  const { start, end, kind, article, text } = spans;
  const rows = db
    .select({ start, end, kind, article, text })
    .from(spans)
    .where(eq(spans.file, file))
    .orderBy(asc(start), asc(end))
    .all();
  return rows.map((row) => dropNulls(row) as StoredSpan);
}

/** What the book of imports answers, over one connection. */
export function openImportQueries(sqlite: Database) {
  const db = drizzle(sqlite);
  return {
    import: (id: number): Import | undefined => selectImports(db).where(eq(imports.id, id)).get(),
    imports: ({ limit, before }: { limit: number; before?: number | undefined }): Import[] => {
      const older = before === undefined ? undefined : lt(imports.id, before);
      return selectImports(db).where(older).orderBy(desc(imports.id)).limit(limit).all();
    },
    file: (id: number): ImportFile | undefined => filesWhere(db, [importFiles.id, id])[0],
    files: (importId: number): ImportFile[] => filesWhere(db, [importFiles.importId, importId]),
    spans: (file: number): StoredSpan[] => spansOf(db, file),
  };
}
