import { DiskFull, type ImportFile, type Store } from '@pressmark/store';
import { z } from 'zod';
import { displayName, type Original } from './files.ts';
import { type Archive, unreadable } from './import-job.ts';
import { Refusal } from './refusal.ts';

/** `unreadable`: the client could not read the file; nothing is sent, and the reason stands in the report. */
export const UploadInput = z.strictObject({
  id: z.coerce.number().int().positive(),
  name: z.string().max(4_096).default(''),
  unreadable: z.string().max(500).optional(),
  /** Number of the row that announced the file; without one it gets a row of its own. */
  file: z.coerce.number().int().positive().optional(),
});

type Upload = z.infer<typeof UploadInput> & { content: AsyncIterable<Uint8Array> };

/** Adds a file to an import that has not started. */
export async function uploadFile(archive: Archive, upload: Upload): Promise<ImportFile> {
  const { imports } = archive.store;
  await expectWaiting(archive, upload.id);
  const fail = async (reason: string, code?: 'disk-full') => {
    const added = await addRow(archive, { ...upload, sha256: '', bytes: 0 });
    return imports.finishFile(added.id, unreadable(added, reason, code));
  };
  if (upload.unreadable !== undefined) return fail(upload.unreadable);
  const original = await archive.originals.keep(upload.content).catch(fullDisk);
  if (original instanceof DiskFull) return fail(original.message, 'disk-full');
  // The upload took its time: the import may have started meanwhile and would never come to this file.
  await expectWaiting(archive, upload.id);
  return addRow(archive, { ...upload, ...original });
}

/** A file that finds no room is a row of the account; smaller ones may find some. */
function fullDisk(error: unknown): DiskFull {
  if (error instanceof DiskFull) return error;
  throw error;
}

type Row = Pick<Upload, 'id' | 'name' | 'file'> & Original;

async function addRow({ store }: Archive, { id, name, file, sha256, bytes }: Row): Promise<ImportFile> {
  if (file === undefined) return store.imports.addFile(id, { file: displayName(name), sha256, bytes });
  const filled = await store.imports.fill(file, { importId: id, sha256, bytes });
  if (!filled) throw new Refusal('CONFLICT', 'The import does not wait for this file.');
  return filled;
}

/** Gives each file that is to come a row of the import, so that its account tells of those that never do. */
export async function announceFiles(
  store: Store,
  { id, files }: { id: number; files: { name: string; bytes: number }[] },
): Promise<number[]> {
  await expectWaiting({ store }, id);
  return store.imports.announce(
    id,
    files.map(({ name, bytes }) => ({ file: displayName(name), bytes })),
  );
}

async function expectWaiting({ store }: Pick<Archive, 'store'>, id: number): Promise<void> {
  // `get` would bring every file of the import each time.
  const [found] = await store.imports.list({ limit: 1, before: id + 1 });
  if (found?.id !== id) throw new Refusal('NOT_FOUND', 'The archive has no import of this number.');
  if (found.state !== 'waiting') {
    throw new Refusal('CONFLICT', `The import is ${found.state} and takes no more files.`);
  }
}
