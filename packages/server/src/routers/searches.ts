import { SavedSearch } from '@pressmark/store';
import { z } from 'zod';
import {
  listSearches,
  markSearchSeen,
  RenameInput,
  removeSearch,
  renameSearch,
  rereadSearch,
  restoreSearch,
  SaveInput,
  SearchAccount,
  SeenInput,
  saveSearch,
} from '../searches.ts';
import { procedure, router } from '../trpc.ts';

const ById = z.strictObject({ id: z.int().positive() });

export const searches = router({
  list: procedure.output(z.array(SearchAccount)).query(({ ctx }) => listSearches(ctx.store)),
  save: procedure
    .input(SaveInput)
    .output(SavedSearch)
    .mutation(({ ctx, input }) => saveSearch(ctx.store, input)),
  rename: procedure
    .input(RenameInput)
    .output(SavedSearch)
    .mutation(({ ctx, input }) => renameSearch(ctx.store, input)),
  reread: procedure
    .input(ById)
    .output(SavedSearch)
    .mutation(({ ctx, input }) => rereadSearch(ctx.store, input.id)),
  markSeen: procedure
    .input(SeenInput)
    .output(SavedSearch)
    .mutation(({ ctx, input }) => markSearchSeen(ctx.store, input)),
  remove: procedure
    .input(ById)
    .output(SavedSearch)
    .mutation(({ ctx, input }) => removeSearch(ctx.store, input.id)),
  restore: procedure
    .input(ById)
    .output(SavedSearch)
    .mutation(({ ctx, input }) => restoreSearch(ctx.store, input.id)),
});
