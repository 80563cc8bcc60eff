import type { ImportFile } from '@pressmark/server';
import { ArchiveError } from './archive-error.ts';
import { type Line, send } from './send.ts';

export interface Upload {
  importId: number;
  /** Name of the file, without its folder. */
  name: string;
  /** Browsers send blobs only; a stream that fails makes the file a row of the report, with the reason. */
  body: Blob | ReadableStream<Uint8Array>;
  /** The number that `announce` gave the file. */
  announced?: number | undefined;
  /** Bytes sent so far; a blob is told of at its end where the client does not count. */
  onProgress?: (bytes: number) => void;
  signal?: AbortSignal;
}

/** Adds a file to an import. A file that cannot be read is added as such, so that the report tells of it. */
export async function upload(
  line: Line,
  { importId, name, announced, body, onProgress, signal }: Upload,
): Promise<ImportFile> {
  const put = async (search: Record<string, string>, content?: Blob | ReadableStream<Uint8Array>) => {
    const row: Record<string, string> = announced === undefined ? {} : { file: String(announced) };
    const path = `/api/imports/${importId}/files?${new URLSearchParams({ name, ...row, ...search })}`;
    const response = await send(line, path, {
      method: 'PUT',
      ...(content ? { body: content, duplex: 'half' } : {}),
      ...(signal ? { signal } : {}),
      ...(content instanceof Blob ? { onProgress } : {}),
    });
    return (await response.json()) as ImportFile;
  };
  const source = watch(body, onProgress);
  try {
    const file = await put({}, source.content);
    if (body instanceof Blob) onProgress?.(body.size);
    return file;
  } catch (error) {
    const trouble = await source.trouble(error);
    if (trouble === undefined || signal?.aborted) throw error;
    return put({ unreadable: wordsFor(trouble) });
  }
}

interface Watched {
  content: Blob | ReadableStream<Uint8Array>;
  /** Why the source could not be read; undefined where it could and the archive or the network failed. */
  trouble(error: unknown): Promise<unknown>;
}

function watch(body: Blob | ReadableStream<Uint8Array>, onProgress?: (bytes: number) => void): Watched {
  if (body instanceof Blob) return { content: body, trouble: (error) => probe(body, error) };
  const reader = body.getReader();
  let bytes = 0;
  let trouble: unknown;
  const content = new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        try {
          const { done, value } = await reader.read();
          if (done) return controller.close();
          bytes += value.byteLength;
          controller.enqueue(value);
          onProgress?.(bytes);
        } catch (error) {
          trouble = error;
          throw error;
        }
      },
      cancel: (reason) => reader.cancel(reason),
    },
    { highWaterMark: 0 },
  );
  return { content, trouble: async () => trouble };
}

/** A failed fetch does not say whether the file or the network failed: reading the file again does. */
async function probe(blob: Blob, error: unknown): Promise<unknown> {
  if (error instanceof ArchiveError && error.status !== 400) return undefined;
  return blob
    .slice(0, 1)
    .arrayBuffer()
    .then(
      () => undefined,
      (trouble: unknown) => trouble,
    );
}

const reasons: Record<string, string> = {
  EACCES: 'There is no permission to read the file.',
  EPERM: 'There is no permission to read the file.',
  ENOENT: 'The file is not there.',
  EISDIR: 'This is a folder, not a file.',
  NotReadableError: 'The file changed, or there is no permission to read it.',
  NotFoundError: 'The file is not there.',
};

/** Words without the path that system errors carry. */
function wordsFor(trouble: unknown): string {
  const { code, name } = (trouble ?? {}) as { code?: unknown; name?: unknown };
  return reasons[String(code)] ?? reasons[String(name)] ?? 'The file could not be read.';
}
