import { Diagnostic, SearchSummary } from '@pressmark/core';
import type { Database } from 'better-sqlite3';
import { and, asc, count, desc, eq, isNull, lt, type SQL, sql } from 'drizzle-orm';
import { type BetterSQLite3Database, drizzle } from 'drizzle-orm/better-sqlite3';
import type { SQLiteColumn } from 'drizzle-orm/sqlite-core';
import type { Import, ImportFile, StoredSpan } from '../contract.ts';
import { importFiles, imports, spans } from './schema.ts';

/** Diagnostics shown with a file. */
const mostDiagnostics = 500;

const sum = (column: SQLiteColumn) => sql<number>`coalesce(sum(${column}), 0)`.mapWith(Number);

const given = isNull(importFiles.within);
const sumGiven = (column: SQLiteColumn) =>
  sql<number>`coalesce(sum(case when ${given} then ${column} end), 0)`.mapWith(Number);
const countWhere = (condition: SQL | undefined) =>
  sql<number>`count(case when ${condition} then 1 end)`.mapWith(Number);

function selectImports(db: BetterSQLite3Database) {
  return db
    .select({
      id: imports.id,
      state: imports.state,
      startedAt: imports.startedAt,
      endedAt: imports.endedAt,
      trouble: imports.trouble,
      files: count(importFiles.id),
      bytes: sumGiven(importFiles.bytes),
      read: sumGiven(importFiles.read),
      found: sum(importFiles.found),
      new: sum(importFiles.new),
      unchanged: sum(importFiles.unchanged),
      updated: sum(importFiles.updated),
      rejected: sum(importFiles.rejected),
      failed: countWhere(eq(importFiles.state, 'failed')),
      unbalanced: countWhere(and(eq(importFiles.state, 'done'), eq(importFiles.balanced, false))),
    })
    .from(imports)
    .leftJoin(importFiles, eq(importFiles.importId, imports.id))
    .groupBy(imports.id);
}

/** Prepared once: progress is asked for several times a second, and an import may have hundreds of files. */
function openDiagnostics(sqlite: Database): (file: number) => ImportFile['diagnostics'] {
  const select = sqlite.prepare<[number, number], { article: string | null; json: string }>(
    'SELECT article, json FROM diagnostics WHERE file = ? ORDER BY rank, id LIMIT ?',
  );
  return (file) =>
    select.all(file, mostDiagnostics).map(({ article, json }) => {
      const diagnostic = Diagnostic.parse(JSON.parse(json));
      return article === null ? diagnostic : { ...diagnostic, article };
    });
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
  const diagnosticsOf = openDiagnostics(sqlite);
  const filesWhere = (column: SQLiteColumn, value: number): ImportFile[] => {
    const rows = db.select().from(importFiles).where(eq(column, value)).orderBy(asc(importFiles.id)).all();
    return rows.map(({ importId: _, summary, ...row }) => ({
      ...row,
      ...(summary === null ? {} : { summary: SearchSummary.parse(JSON.parse(summary)) }),
      diagnostics: diagnosticsOf(row.id),
    }));
  };
  return {
    import: (id: number): Import | undefined => selectImports(db).where(eq(imports.id, id)).get(),
    imports: ({ limit, before }: { limit: number; before?: number | undefined }): Import[] => {
      const older = before === undefined ? undefined : lt(imports.id, before);
      return selectImports(db).where(older).orderBy(desc(imports.id)).limit(limit).all();
    },
    file: (id: number): ImportFile | undefined => filesWhere(importFiles.id, id)[0],
    files: (importId: number): ImportFile[] => filesWhere(importFiles.importId, importId),
    spans: (file: number): StoredSpan[] => spansOf(db, file),
  };
}
