import type { Diagnostic, FileReport, LedgerSpan } from '@pressmark/core';

/** All that reading a file brought to light. */
export interface Examination extends Omit<FileReport, 'diagnostics'> {
  /** Of the file, and those of its articles with the article's place in the file, from 0. */
  diagnostics: (Diagnostic & { article?: number })[];
  /** Lines within articles that no layout found a field for. */
  unplaced: LedgerSpan[];
}

/** Joins the account of a file and what its articles said of themselves. */
export function examine(report: FileReport, ofArticles: Examination['diagnostics']): Examination {
  return {
    ...report,
    diagnostics: [...report.diagnostics, ...ofArticles],
    unplaced: report.spans.filter(({ field }) => field === 'unplaced'),
  };
}

/** The account of a file that could not be opened, or not be read to its end. */
export function unexamined(file: string, message: string): Examination {
  return {
    file,
    bytes: 0,
    reader: null,
    scores: [],
    charset: '',
    declared: null,
    found: 0,
    rejected: 0,
    unreadBytes: 0,
    balanced: false,
    spans: [],
    diagnostics: [{ code: 'file-unreadable', severity: 'error', message }],
    unplaced: [],
  };
}

/** One span an article instead of one a field. */
export function joinFields(spans: readonly LedgerSpan[]): LedgerSpan[] {
  const joined: LedgerSpan[] = [];
  for (const span of spans) {
    const last = joined.at(-1);
    if (span.kind === 'article' && last?.kind === 'article' && last.article === span.article)
      last.end = span.end;
    else if (span.kind !== 'article') joined.push(span);
    else {
      const { start, end, kind, article } = span;
      joined.push({ start, end, kind, ...(article !== undefined && { article }) });
    }
  }
  return joined;
}
