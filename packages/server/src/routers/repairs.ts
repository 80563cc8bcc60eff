import { RepairProposal, StoredRepair } from '@pressmark/store';
import { z } from 'zod';
import { acceptRepair, takeBackRepair } from '../repairs.ts';
import { procedure, router } from '../trpc.ts';

export const repairs = router({
  accept: procedure
    .input(RepairProposal)
    .output(StoredRepair)
    .mutation(({ ctx, input }) => acceptRepair(ctx.store, input)),
  takeBack: procedure
    .input(z.strictObject({ id: z.int().positive() }))
    .output(StoredRepair)
    .mutation(({ ctx, input }) => takeBackRepair(ctx.store, input.id)),
  list: procedure
    .input(z.strictObject({ article: z.string().max(500) }))
    .output(z.array(StoredRepair))
    .query(({ ctx, input }) => ctx.store.repairs.list(input.article)),
});
