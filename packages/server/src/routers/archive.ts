import { Totals } from '@pressmark/store';
import { procedure, router } from '../trpc.ts';

export const archive = router({
  totals: procedure.output(Totals).query(({ ctx }) => ctx.store.totals()),
});
