import { archive } from './routers/archive.ts';
import { articles } from './routers/articles.ts';
import { comparisons } from './routers/comparisons.ts';
import { imports } from './routers/imports.ts';
import { lines } from './routers/lines.ts';
import { notes } from './routers/notes.ts';
import { repairs } from './routers/repairs.ts';
import { searches } from './routers/searches.ts';
import { tags } from './routers/tags.ts';
import { router } from './trpc.ts';

export const appRouter = router({
  articles,
  lines,
  comparisons,
  imports,
  repairs,
  tags,
  notes,
  searches,
  archive,
});

/** The type of every procedure, for clients. */
export type AppRouter = typeof appRouter;
