import { Import, ImportFile, StoredSpan } from '@pressmark/store';
import { z } from 'zod';
import { findFile } from '../download.ts';
import { procedure, router } from '../trpc.ts';
import { announceFiles } from '../upload.ts';

const Id = z.int().positive();
const ById = z.strictObject({ id: Id });

/** An import with its files and, while it runs, its speed a second over the last seconds. */
const ImportAccount = z.strictObject({
  import: Import,
  files: z.array(ImportFile),
  rate: z.strictObject({ articles: z.number(), bytes: z.number() }).nullable(),
});

export const imports = router({
  create: procedure.output(Import).mutation(({ ctx }) => ctx.store.imports.create()),
  announce: procedure
    .input(
      z.strictObject({
        id: Id,
        files: z
          .array(z.strictObject({ name: z.string().max(4_096), bytes: z.int().nonnegative() }))
          .max(1_000),
      }),
    )
    .output(z.array(Id))
    .mutation(({ ctx, input }) => announceFiles(ctx.store, input)),
  start: procedure
    .input(ById)
    .output(Import)
    .mutation(({ ctx, input }) => ctx.importer.start(input.id)),
  cancel: procedure
    .input(ById)
    .output(Import)
    .mutation(({ ctx, input }) => ctx.importer.cancel(input.id)),
  resume: procedure
    .input(ById)
    .output(Import)
    .mutation(({ ctx, input }) => ctx.importer.resume(input.id)),
  list: procedure
    .input(
      z
        .strictObject({ limit: z.int().min(1).max(500).default(50), before: Id.optional() })
        .default({ limit: 50 }),
    )
    .output(z.array(Import))
    .query(({ ctx, input }) => ctx.importer.list(input)),
  get: procedure
    .input(ById)
    .output(ImportAccount)
    .query(({ ctx, input }) => ctx.importer.get(input.id)),
  file: procedure
    .input(ById)
    .output(ImportFile)
    .query(({ ctx, input }) => findFile(ctx.store, input.id)),
  spans: procedure
    .input(z.strictObject({ file: Id }))
    .output(z.array(StoredSpan))
    .query(({ ctx, input }) => ctx.store.imports.spans(input.file)),
});
