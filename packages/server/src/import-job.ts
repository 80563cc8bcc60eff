import { diagnose, type FileReport } from '@pressmark/core';
import type { ImportFile, ImportState, Store } from '@pressmark/store';
import type { Entry } from '@pressmark/store/entry';
import type { Originals } from './files.ts';
import type { Pace, Work } from './pace.ts';
import { readAhead } from './reading/read-ahead.ts';
import type { Event, Wanted } from './reading/read-originals.ts';

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
  /** Script of the thread that reads; null where reading is done in this one. */
  reader: URL | string | null;
}

/** Reads the files of an import that are not ended yet into the store. Rejects where the store fails; input never makes it. */
export async function runImport(archive: Archive, job: Job): Promise<void> {
  const { imports } = archive.store;
  const files = (await imports.get(job.id))?.files ?? [];
  const open = files.filter((file) => !hasEnded(file));
  const events = readAhead(await Promise.all(open.map((file) => wanted(archive, file))), archive.reader);
  const ended = new Map<number, ImportState>();
  try {
    for (const file of open) ended.set(file.id, await runFile(file, { archive, job, events }));
  } finally {
    await events.return();
  }
  await imports.setState(job.id, endState(files.map((file) => ended.get(file.id) ?? file.state)));
}

const hasEnded = (file: ImportFile) => file.state === 'done' || file.state === 'failed';

function endState(files: ImportState[]): ImportState {
  const stopped = files.find((state) => state === 'cancelled' || state === 'interrupted');
  if (stopped) return stopped;
  return files.length > 0 && files.every((state) => state === 'failed') ? 'failed' : 'done';
}

async function wanted({ store, originals }: Archive, file: ImportFile): Promise<Wanted> {
  const skip = await store.imports.stored(file.id);
  return { path: originals.path(file.sha256), file: file.file, sha256: file.sha256, skip };
}

interface Run {
  archive: Archive;
  job: Job;
  events: AsyncGenerator<Event, void>;
}

async function runFile(file: ImportFile, run: Run): Promise<ImportState> {
  const { imports } = run.archive.store;
  const { job } = run;
  await imports.setFileState(file.id, job.stop ?? 'running');
  if (job.stop) return job.stop;
  const report = await storeFile(file, run);
  if (report) return (await imports.finishFile(file.id, report)).state;
  const state = job.stop ?? 'interrupted';
  await imports.setFileState(file.id, state);
  return state;
}

/** A batch is one transaction: 250 articles go in about as quickly as 1,000, and hold up those who wait a quarter as long. */
const batchArticles = 250;
const batchBytes = 8 * 1024 * 1024;

/** Stores one file batch by batch; null where the job was stopped before the end. */
async function storeFile(file: ImportFile, { archive, job, events }: Run): Promise<FileReport | null> {
  const { store } = archive;
  let batch: Entry[] = [];
  let taken = 0;
  let read = 0;
  const flush = async () => {
    if (batch.length > 0) await store.put(batch, { file: file.id, read });
    job.done.articles += batch.length;
    job.pace.note(job.done);
    batch = [];
    taken = read;
  };
  for (;;) {
    const { value: event } = await events.next();
    if (job.stop) return null;
    if (!event) throw new Error('The reading ended before the file.');
    if ('entries' in event) {
      batch.push(...event.entries);
      job.done.bytes += event.read - read;
      read = event.read;
      if (batch.length >= batchArticles || read - taken >= batchBytes) await flush();
      continue;
    }
    await flush();
    if (job.stop) return null;
    if ('report' in event) {
      job.done.bytes += event.report.bytes - read;
      return event.report;
    }
    const found = await store.imports.stored(file.id);
    return { ...unreadable(file, event.trouble), bytes: file.bytes, found };
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
