import { archive } from './routers/archive.ts';
import { articles } from './routers/articles.ts';
import { imports } from './routers/imports.ts';
import { repairs } from './routers/repairs.ts';
import { router } from './trpc.ts';

export const appRouter = router({ articles, imports, repairs, archive });

/** The type of every procedure, for clients. */
export type AppRouter = typeof appRouter;
