import type { Database } from 'better-sqlite3';
import type { FileProgress, PutResult } from '../contract.ts';
import type { Entry } from '../entry.ts';

/** What became of some articles of a file. */
interface Stored {
  entries: Entry[];
  results: PutResult[];
  keys: number[];
}

/** Makes the function that enters stored articles in the book of their file, within the transaction that stores them. */
export function openProgress(sqlite: Database): (progress: FileProgress, stored: Stored) => void {
  const count = sqlite.prepare(
    `UPDATE import_files SET read = ?, found = found + ?, new = new + ?, unchanged = unchanged + ?,
     updated = updated + ? WHERE id = ?`,
  );
  const move = sqlite.prepare('UPDATE import_files SET read = ? WHERE id = ?');
  const place = sqlite.prepare(
    'INSERT INTO file_articles (file, key, position, start, end) VALUES (?, ?, ?, ?, ?)',
  );
  const diagnose = sqlite.prepare('INSERT INTO diagnostics (file, rank, article, json) VALUES (?, ?, ?, ?)');

  return ({ file, read, within }, { entries, results, keys }) => {
    const number = (wanted: PutResult) => results.filter((result) => result === wanted).length;
    const { changes } = count.run(
      read,
      entries.length,
      number('new'),
      number('unchanged'),
      number('updated'),
      file,
    );
    if (within) move.run(within.read, within.file);
    if (changes === 0) throw new Error(`There is no import file ${file}.`);
    for (const [index, { id, provenance, diagnostics }] of entries.entries()) {
      const { index: position, span } = provenance;
      place.run(file, keys[index], position, span.start, span.end);
      for (const { rank, json } of diagnostics) diagnose.run(file, rank, id, json);
    }
  };
}
