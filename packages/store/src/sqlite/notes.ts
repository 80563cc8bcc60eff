import type { Database } from 'better-sqlite3';
import type { Note, NoteStore } from '../note.ts';
import { openIdOf } from './identity.ts';

/** Opens the book of notes. */
export function openNotes(writer: Database): NoteStore {
  const idOf = openIdOf(writer);
  const write = writer.prepare<[string, string, string], Note>(
    `INSERT INTO notes (article, text, written_at) VALUES (?, ?, ?)
     ON CONFLICT (article COLLATE NOCASE) DO UPDATE SET text = excluded.text, written_at = excluded.written_at
     RETURNING text, written_at AS writtenAt`,
  );
  const clear = writer.prepare<[string], Note>(
    'DELETE FROM notes WHERE article = ? COLLATE NOCASE RETURNING text, written_at AS writtenAt',
  );
  return {
    async write(article, text) {
      const id = idOf(article);
      return id === undefined ? null : (write.get(id, text, new Date().toISOString()) ?? null);
    },
    async clear(article) {
      const id = idOf(article);
      return id === undefined ? null : (clear.get(id) ?? null);
    },
  };
}
