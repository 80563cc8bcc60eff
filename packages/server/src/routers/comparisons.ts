import {
  CountsInput,
  CountsOutput,
  countQueries,
  countSeries,
  SeriesInput,
  SeriesOutput,
} from '../comparisons.ts';
import { procedure, router } from '../trpc.ts';

export const comparisons = router({
  counts: procedure
    .input(CountsInput)
    .output(CountsOutput)
    .query(({ ctx, input }) => countQueries(ctx.store, input)),
  series: procedure
    .input(SeriesInput)
    .output(SeriesOutput)
    .query(({ ctx, input }) => countSeries(ctx.store, input)),
});
