import { z } from 'zod';

/** What a user wrote to an article. */
export const NoteText = z
  .string()
  .max(10_000)
  .refine((text) => text.trim() !== '', 'a note needs a text')
  .transform((text) => text.toWellFormed());
export type NoteText = z.infer<typeof NoteText>;

export const Note = z.strictObject({ text: z.string(), writtenAt: z.iso.datetime() });
export type Note = z.infer<typeof Note>;

/** The book of notes: one an article, by id or accession number; it stays when the article is updated, withdrawn or brought again. */
export interface NoteStore {
  /** Replaces the note there was; null where there is no such article. */
  write(article: string, text: NoteText): Promise<Note | null>;
  /** The note there was, or null. */
  clear(article: string): Promise<Note | null>;
}
