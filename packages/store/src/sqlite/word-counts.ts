import type { Database } from 'better-sqlite3';
import { indexColumns } from './index-row.ts';

/** More articles with a word do not make it more of a word. */
const most = 100;

/** Makes the function that counts the articles whose text holds a word, as core's `tokenize` folds it. */
export function openWordCounts(sqlite: Database): (word: string) => number {
  const texts = indexColumns.filter((column) => column !== 'facts').map((column) => `"${column}"`);
  const count = sqlite
    .prepare<[string], number>(
      `SELECT count(*) FROM (SELECT 1 FROM articles_index WHERE articles_index MATCH ? LIMIT ${most})`,
    )
    .pluck();
  // Quoted, so that no word is an operator of the index.
  return (word) => count.get(`{${texts.join(' ')}} : "${word.replaceAll('"', '""')}"`) ?? 0;
}
