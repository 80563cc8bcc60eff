import type { ImportFile } from '@pressmark/store';
import { z } from 'zod';
import { displayName } from './files.ts';
import { type Archive, unreadable } from './import-job.ts';
import { Refusal } from './refusal.ts';

/** `unreadable`: the client could not read the file; nothing is sent, and the reason stands in the report. */
export const UploadInput = z.strictObject({
  id: z.coerce.number().int().positive(),
  name: z.string().max(4_096).default(''),
  unreadable: z.string().max(500).optional(),
});

type Upload = z.infer<typeof UploadInput> & { content: AsyncIterable<Uint8Array> };

/** Adds a file to an import that has not started. */
export async function uploadFile(archive: Archive, upload: Upload): Promise<ImportFile> {
  const { imports } = archive.store;
  const file = displayName(upload.name);
  await expectWaiting(archive, upload.id);
  if (upload.unreadable !== undefined) {
    const added = await imports.addFile(upload.id, { file, sha256: '', bytes: 0 });
    return imports.finishFile(added.id, unreadable(added, upload.unreadable));
  }
  const original = await archive.originals.keep(upload.content);
  // The upload took its time: the import may have started meanwhile and would never come to this file.
  await expectWaiting(archive, upload.id);
  return imports.addFile(upload.id, { file, ...original });
}

async function expectWaiting({ store }: Archive, id: number): Promise<void> {
  // `get` would bring every file of the import each time.
  const [found] = await store.imports.list({ limit: 1, before: id + 1 });
  if (found?.id !== id) throw new Refusal('NOT_FOUND', 'The archive has no import of this number.');
  if (found.state !== 'waiting') {
    throw new Refusal('CONFLICT', `The import is ${found.state} and takes no more files.`);
  }
}
