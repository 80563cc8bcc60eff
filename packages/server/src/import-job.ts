import { diagnose, type FileReport } from '@pressmark/core';
import { readArticles } from '@pressmark/core/read';
import type { ImportFile, ImportState, Store } from '@pressmark/store';
import { BrokenInput, batches } from './batches.ts';
import type { Originals } from './files.ts';
import type { Pace, Work } from './pace.ts';

/** One run of an import. */
export interface Job {
  id: number;
  pace: Pace;
  done: Work;
  /** Set to end the run between two batches: the state the import is left in. */
  stop: 'cancelled' | 'interrupted' | null;
}

/** Where imports are read from and go to. */
export interface Archive {
  store: Store;
  originals: Originals;
}

/** Reads the files of an import that are not ended yet into the store. Rejects where the store fails; input never makes it. */
export async function runImport(archive: Archive, job: Job): Promise<void> {
  const { imports } = archive.store;
  const states: ImportState[] = [];
  for (const file of (await imports.get(job.id))?.files ?? []) {
    states.push(hasEnded(file) ? file.state : await runFile(archive, job, file));
  }
  await imports.setState(job.id, endState(states));
}

const hasEnded = (file: ImportFile) => file.state === 'done' || file.state === 'failed';

function endState(files: ImportState[]): ImportState {
  const stopped = files.find((state) => state === 'cancelled' || state === 'interrupted');
  if (stopped) return stopped;
  return files.length > 0 && files.every((state) => state === 'failed') ? 'failed' : 'done';
}

async function runFile(archive: Archive, job: Job, file: ImportFile): Promise<ImportState> {
  const { imports } = archive.store;
  await imports.setFileState(file.id, job.stop ?? 'running');
  if (job.stop) return job.stop;
  const report = await storeFile(archive, job, file);
  if (report) return (await imports.finishFile(file.id, report)).state;
  const state = job.stop ?? 'interrupted';
  await imports.setFileState(file.id, state);
  return state;
}

/** Reads one file batch by batch; null where the job was stopped before the end. */
async function storeFile(archive: Archive, job: Job, file: ImportFile): Promise<FileReport | null> {
  const { store, originals } = archive;
  const original = await originals.open(file.sha256);
  if (!original) return unreadable(file, 'The original of this file is no longer beside the archive.');
  let read = 0;
  const onProgress = (bytes: number) => {
    job.done.bytes += Math.max(0, bytes - read);
    read = bytes;
  };
  const reading = readArticles(original.read(), { file: file.file, sha256: file.sha256, onProgress });
  const skip = await store.imports.stored(file.id);
  try {
    for await (const batch of batches(reading, { skip, stopped: () => job.stop !== null })) {
      await store.put(batch, { file: file.id, read });
      job.done.articles += batch.length;
      job.pace.note(job.done);
    }
    return job.stop ? null : await reading.report();
  } catch (error) {
    if (!(error instanceof BrokenInput)) throw error;
    const found = await store.imports.stored(file.id);
    return { ...unreadable(file, 'The file could not be read to its end.'), bytes: file.bytes, found };
  }
}

/** The account of a file that could not be read, with the reason in words. */
export function unreadable(file: Pick<ImportFile, 'file'>, reason: string): FileReport {
  return {
    file: file.file,
    bytes: 0,
    reader: null,
    scores: [],
    charset: 'utf-8',
    declared: null,
    found: 0,
    rejected: 0,
    unreadBytes: 0,
    balanced: false,
    spans: [],
    diagnostics: [diagnose('file-unreadable', reason)],
  };
}
