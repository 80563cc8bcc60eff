import {
  CountLinesInput,
  CountLinesOutput,
  countLines,
  findLines,
  LinesInput,
  LinesOutput,
} from '../lines.ts';
import { procedure, router } from '../trpc.ts';

export const lines = router({
  page: procedure
    .input(LinesInput)
    .output(LinesOutput)
    .query(({ ctx, input }) => findLines(ctx.store, input)),
  count: procedure
    .input(CountLinesInput)
    .output(CountLinesOutput)
    .query(({ ctx, input }) => countLines(ctx.store, input)),
});
