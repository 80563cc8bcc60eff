import type { Article, Diagnostic } from '@pressmark/core';
import type { Database } from 'better-sqlite3';
import type { FileProgress, PutResult } from '../contract.ts';

/** What became of some articles of a file. */
interface Stored {
  articles: Article[];
  results: PutResult[];
  keys: number[];
}

/** The order in which diagnostics are shown. */
export const ranks: Record<Diagnostic['severity'], number> = { error: 0, warning: 1, info: 2 };

/** Makes the function that enters stored articles in the book of their file, within the transaction that stores them. */
export function openProgress(sqlite: Database): (progress: FileProgress, stored: Stored) => void {
  const count = sqlite.prepare(
    `UPDATE import_files SET read = ?, found = found + ?, new = new + ?, unchanged = unchanged + ?,
     updated = updated + ? WHERE id = ?`,
  );
  const place = sqlite.prepare(
    'INSERT INTO file_articles (file, key, position, start, end) VALUES (?, ?, ?, ?, ?)',
  );
  const diagnose = sqlite.prepare('INSERT INTO diagnostics (file, rank, article, json) VALUES (?, ?, ?, ?)');

  return ({ file, read }, { articles, results, keys }) => {
    const number = (wanted: PutResult) => results.filter((result) => result === wanted).length;
    const { changes } = count.run(
      read,
      articles.length,
      number('new'),
      number('unchanged'),
      number('updated'),
      file,
    );
    if (changes === 0) throw new Error(`There is no import file ${file}.`);
    for (const [index, article] of articles.entries()) {
      const { index: position, span } = article.provenance;
      place.run(file, keys[index], position, span.start, span.end);
      for (const diagnostic of article.diagnostics) {
        diagnose.run(file, ranks[diagnostic.severity], article.id, JSON.stringify(diagnostic));
      }
    }
  };
}
