import { Tag } from '@pressmark/store';
import { z } from 'zod';
import { TagInput, TagOutput, tagArticles } from '../tags.ts';
import { procedure, router } from '../trpc.ts';

export const tags = router({
  list: procedure.output(z.array(Tag)).query(({ ctx }) => ctx.store.tags.list()),
  add: procedure
    .input(TagInput)
    .output(TagOutput)
    .mutation(({ ctx, input }) => tagArticles(ctx.store, 'add', input)),
  remove: procedure
    .input(TagInput)
    .output(TagOutput)
    .mutation(({ ctx, input }) => tagArticles(ctx.store, 'remove', input)),
});
