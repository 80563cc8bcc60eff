export { Accession, Article, Author, Code, Paragraph, Provenance, Publication, Source } from './article.ts';
export { textAt } from './article-texts.ts';
export { Diagnostic, DiagnosticCode, diagnose, diagnosticCodes, Span } from './diagnostic.ts';
export { articleJsonSchema } from './json-schema.ts';
export { readerLabel } from './reader-labels.ts';
export {
  applyRepairs,
  fits,
  overlaps,
  Repair,
  type Repaired,
  type RepairedPlace,
  spanInFile,
} from './repair.ts';
export { FileReport, LedgerSpan, SearchSummary, Withdrawal } from './report.ts';
