import type { QueryProblem } from '@pressmark/core/query';
import type { Store } from '@pressmark/store';
import { initTRPC, TRPCError } from '@trpc/server';
import { ZodError } from 'zod';
import { type Caller, demand } from './caller.ts';
import type { Importer } from './importer.ts';
import { describeIssues, faultMessage, Refusal, refusalOf } from './refusal.ts';

/** What every procedure is given. */
export interface Context {
  caller: Caller;
  store: Store;
  importer: Importer;
}

const t = initTRPC.context<Context>().create({
  isDev: false,
  errorFormatter: ({ shape, error }) => ({
    ...shape,
    message: messageOf(error),
    data: { ...shape.data, problems: problemsOf(error) },
  }),
});

/** Every procedure is made from this one: it checks the caller itself and turns errors of ours into tRPC's. */
export const procedure = t.procedure
  .use(async ({ next }) => {
    const result = await next();
    return result.ok ? result : { ...result, error: toTrpcError(result.error) };
  })
  .use(({ ctx, type, next }) => {
    demand(ctx.caller, type === 'query' ? 'read' : 'write');
    return next();
  });

export const { router } = t;

/** The one place where errors of ours become tRPC's; tRPC has wrapped what was thrown as the cause. */
function toTrpcError(error: TRPCError): TRPCError {
  const refusal = refusalOf(error.cause);
  return refusal ? new TRPCError({ code: refusal.code, message: refusal.message, cause: refusal }) : error;
}

function messageOf(error: TRPCError): string {
  if (error.code === 'INTERNAL_SERVER_ERROR') return faultMessage;
  return error.cause instanceof ZodError ? describeIssues(error.cause) : error.message;
}

function problemsOf(error: TRPCError): QueryProblem[] {
  return error.cause instanceof Refusal ? error.cause.problems : [];
}
