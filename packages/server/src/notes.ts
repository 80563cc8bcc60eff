import { type Note, NoteText, type Store } from '@pressmark/store';
import { z } from 'zod';
import { Refusal } from './refusal.ts';

export const ClearInput = z.strictObject({ article: z.string().max(500) });
export const WriteInput = ClearInput.extend({ text: NoteText });

export async function writeNote(store: Store, { article, text }: z.infer<typeof WriteInput>): Promise<Note> {
  const note = await store.notes.write(article, text);
  if (!note) throw new Refusal('NOT_FOUND', `The archive has no article ${article}.`);
  return note;
}

export async function clearNote(store: Store, { article }: z.infer<typeof ClearInput>): Promise<Note> {
  const note = await store.notes.clear(article);
  if (!note) throw new Refusal('NOT_FOUND', `The archive has no note to an article ${article}.`);
  return note;
}
