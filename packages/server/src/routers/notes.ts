import { Note } from '@pressmark/store';
import { ClearInput, clearNote, WriteInput, writeNote } from '../notes.ts';
import { procedure, router } from '../trpc.ts';

export const notes = router({
  write: procedure
    .input(WriteInput)
    .output(Note)
    .mutation(({ ctx, input }) => writeNote(ctx.store, input)),
  /** Gives the note there was. */
  clear: procedure
    .input(ClearInput)
    .output(Note)
    .mutation(({ ctx, input }) => clearNote(ctx.store, input)),
});
