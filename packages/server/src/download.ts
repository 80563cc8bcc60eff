import { openAsBlob } from 'node:fs';
import { writers } from '@pressmark/core/write';
import { type ImportFile, Selection, type Store } from '@pressmark/store';
import { z } from 'zod';
import { QueryText, reading, readQuery } from './articles.ts';
import type { Archive } from './import-job.ts';
import { Refusal } from './refusal.ts';

export const ExportInput = z.strictObject({
  q: QueryText.default(''),
  ...reading,
  to: z.string(),
  selection: z
    .string()
    .transform((text, context) => {
      try {
        return JSON.parse(text) as unknown;
      } catch {
        context.addIssue({ code: 'custom', message: 'not JSON' });
        return z.NEVER;
      }
    })
    .pipe(Selection)
    .optional(),
  since: z.coerce.number().pipe(z.int().nonnegative()).optional(),
  /** With the repairs that hold, instead of as the files have it. */
  repaired: z.stringbool().default(false),
});

/** Every hit of a query in a format of core, as a stream that ends when its reader goes away. */
export async function exportArticles(
  store: Store,
  { to, selection, since, repaired, ...typed }: z.infer<typeof ExportInput>,
): Promise<Response> {
  const writer = writers.find(({ id }) => id === to);
  if (!writer) throw new Refusal('BAD_REQUEST', `to: one of ${writers.map(({ id }) => id).join(', ')}`);
  const { query } = readQuery(typed);
  const text = writer.write(store.stream({ query, selection, since }, { repaired }));
  return download(text, { name: `pressmark-export.${writer.extension}`, mediaType: writer.mediaType });
}

/** Text as a file that is sent while it is made, and ends when its reader goes away. */
export async function download(
  text: AsyncIterable<string>,
  { name, mediaType }: { name: string; mediaType: string },
): Promise<Response> {
  return new Response(await streamOf(encode(text)), { headers: attachment(name, mediaType) });
}

export const FileInput = z.strictObject({
  id: z.coerce.number().int().positive(),
  start: z.coerce.number().int().nonnegative().default(0),
  end: z.coerce.number().int().nonnegative().optional(),
});

/** A file of any import, with its account. */
export async function findFile(store: Store, id: number): Promise<ImportFile> {
  const file = await store.imports.file(id);
  if (!file) throw new Refusal('NOT_FOUND', 'The archive knows no file of this number.');
  return file;
}

/** The bytes `[start, end)` of an imported file as it was, or of a file within one. */
export async function readOriginal(
  archive: Archive,
  { id, start, end }: z.infer<typeof FileInput>,
): Promise<Response> {
  const file = await archive.store.imports.file(id);
  const bytes = file && (await contentOf(archive, file, { start, end }));
  if (!bytes) throw new Refusal('NOT_FOUND', 'The archive does not hold this file.');
  return new Response(await streamOf(bytes), {
    headers: attachment(`file-${id}.txt`, 'text/plain; charset=utf-8'),
  });
}

interface Range {
  start: number;
  end: number | undefined;
}

async function contentOf({ store, originals }: Archive, file: ImportFile, { start, end }: Range) {
  if (file.within === null) return (await originals.open(file.sha256))?.read(start, end);
  const outer = await store.imports.file(file.within);
  if (!outer || !(await originals.open(outer.sha256))) return undefined;
  const blob = await openAsBlob(originals.path(outer.sha256));
  const { openMember } = await import('@pressmark/core/read');
  const member = await openMember(blob, file.file.slice(outer.file.length + 1));
  return member ? cut(member, { start, end }) : undefined;
}

/** The bytes `[start, end)` of a stream. */
async function* cut(chunks: AsyncIterable<Uint8Array>, { start, end = Number.POSITIVE_INFINITY }: Range) {
  let at = 0;
  for await (const chunk of chunks) {
    const part = chunk.subarray(Math.max(0, start - at), Math.max(0, end - at));
    if (part.length > 0) yield part;
    at += chunk.length;
    if (at >= end) return;
  }
}

function attachment(name: string, mediaType: string): Record<string, string> {
  return { 'content-type': mediaType, 'content-disposition': `attachment; filename="${name}"` };
}

/** Pulled by its reader; one that goes away ends the iteration. Rejects where there is no first chunk to be had. */
async function streamOf(chunks: AsyncIterable<Uint8Array>): Promise<ReadableStream<Uint8Array>> {
  const iterator = chunks[Symbol.asyncIterator]();
  let next: IteratorResult<Uint8Array> | undefined = await iterator.next();
  return new ReadableStream(
    {
      async pull(controller) {
        const { done, value } = next ?? (await iterator.next());
        next = undefined;
        if (done) controller.close();
        else controller.enqueue(value);
      },
      async cancel() {
        await iterator.return?.();
      },
    },
    { highWaterMark: 0 },
  );
}

const chunkCharacters = 64 * 1024;

/** Text as UTF-8, in chunks worth sending. */
async function* encode(text: AsyncIterable<string>): AsyncIterable<Uint8Array> {
  const encoder = new TextEncoder();
  let chunk = '';
  for await (const part of text) {
    chunk += part;
    if (chunk.length < chunkCharacters) continue;
    yield encoder.encode(chunk);
    chunk = '';
  }
  if (chunk !== '') yield encoder.encode(chunk);
}
