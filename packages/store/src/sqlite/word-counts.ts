import type { Database } from 'better-sqlite3';

/** More articles with a word do not make it more of a word. */
const most = 100;

/** Makes the function that counts the articles whose text holds a word, as core's `tokenize` folds it. */
export function openWordCounts(sqlite: Database): (word: string) => number {
  const count = sqlite
    .prepare<[string], number>(
      `SELECT count(*) FROM (SELECT 1 FROM articles_index WHERE articles_index MATCH ? LIMIT ${most})`,
    )
    .pluck();
  // Quoted, so that no word is an operator of the index. Words of other fields are marked there and are never met.
  return (word) => count.get(`"${word.replaceAll('"', '""')}"`) ?? 0;
}
