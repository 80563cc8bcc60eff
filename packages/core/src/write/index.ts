export { csvRow } from './csv.ts';
export { citationWriters, writeArticles, writers } from './write-articles.ts';
export type { Writer } from './writer.ts';
