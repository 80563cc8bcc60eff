import { diagnose, type FileReport } from '@pressmark/core';
import type { ImportFile, ImportState, Store } from '@pressmark/store';
import { type Batch, openBatch } from './batch.ts';
import type { Originals } from './files.ts';
import type { Pace, Work } from './pace.ts';
import { readAhead } from './reading/read-ahead.ts';
import type { Event, Wanted } from './reading/read-originals.ts';

/** One run of an import. */
export interface Job {
  id: number;
  pace: Pace;
  done: Work;
  /** Name of the file that is being read. */
  file: string | null;
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
  await archive.originals.settle();
  await endUnsent(imports, job.id);
  const files = (await imports.get(job.id))?.files ?? [];
  const given = files.filter(({ within }) => within === null);
  const open = given.filter((file) => !hasEnded(file));
  const members = files.filter(({ within }) => within !== null);
  const wanted = open.map((file) => wantedOf(archive, { file, members }));
  const events = readAhead(wanted, archive.reader);
  const ended = new Map<number, ImportState>();
  try {
    for (const file of open) {
      job.file = file.file;
      ended.set(file.id, await runFile(file, { archive, job, events, members }));
    }
  } finally {
    await events.return();
  }
  const state = endState(given.map((file) => ended.get(file.id) ?? file.state));
  const trouble = state === 'interrupted' ? { file: job.file, message: closed } : undefined;
  await imports.setState(job.id, state, trouble);
}

const closed = 'Pressmark was closed in the middle of it.';

const hasEnded = (file: ImportFile) => file.state === 'done' || file.state === 'failed';

function endState(files: ImportState[]): ImportState {
  const stopped = files.find((state) => state === 'cancelled' || state === 'interrupted');
  if (stopped) return stopped;
  return files.length > 0 && files.every((state) => state === 'failed') ? 'failed' : 'done';
}

function wantedOf(
  { originals }: Archive,
  { file, members }: { file: ImportFile; members: ImportFile[] },
): Wanted {
  const known = [file, ...members.filter(({ within }) => within === file.id)];
  const skip = known.map((each) => [each.file, each.new + each.unchanged + each.updated]);
  return {
    path: originals.path(file.sha256),
    file: file.file,
    sha256: file.sha256,
    skip: Object.fromEntries(skip),
  };
}

interface Run {
  archive: Archive;
  job: Job;
  events: AsyncGenerator<Event, void>;
  /** Files in files that an earlier run came to. */
  members: ImportFile[];
}

async function runFile(file: ImportFile, run: Run): Promise<ImportState> {
  const { imports } = run.archive.store;
  const { job } = run;
  await imports.setFileState(file.id, job.stop ?? 'running');
  if (job.stop) return job.stop;
  const batch = openBatch(file, run);
  const state = (await storeFile(file, { ...run, batch })) ?? job.stop ?? 'interrupted';
  if (job.stop) for (const { id } of [file, ...batch.underway()]) await imports.setFileState(id, state);
  return state;
}

/** Stores what an original holds; null where the job was stopped before the end. */
async function storeFile(
  file: ImportFile,
  { archive, job, events, batch }: Run & { batch: Batch },
): Promise<ImportState | null> {
  const { imports } = archive.store;
  let state: ImportState = 'failed';
  for (;;) {
    const { value: event } = await events.next();
    if (job.stop) return null;
    if (!event) throw new Error('The reading ended before the file.');
    if ('entries' in event) {
      await batch.add(event);
      continue;
    }
    await batch.flush();
    if (job.stop) return null;
    if ('withdrawals' in event) await batch.withdraw(event);
    else if ('report' in event) {
      state = await batch.end(event);
    } else {
      if (event.trouble === undefined) return state;
      const found = await imports.stored(file.id);
      const report = { ...unreadable(file, event.trouble), bytes: file.bytes, found };
      return (await imports.finishFile(file.id, report)).state;
    }
  }
}

const unsent =
  'The file was announced and never sent: the import was cancelled, or its window left, before its turn. Drop it again.';

/** Ends the files of an import that were announced and are not here, so that its account tells of each. */
export async function endUnsent(imports: Store['imports'], id: number): Promise<void> {
  const files = (await imports.get(id))?.files ?? [];
  const announced = files.filter(({ within, sha256 }) => within === null && sha256 === '');
  for (const file of announced.filter((file) => !hasEnded(file))) {
    await imports.finishFile(file.id, { ...unreadable(file, unsent, 'file-unsent'), bytes: file.bytes });
  }
}

/** The account of a file that could not be read, with the reason in words. */
export function unreadable(
  file: Pick<ImportFile, 'file'>,
  reason: string,
  code: 'file-unreadable' | 'file-unsent' | 'disk-full' = 'file-unreadable',
): FileReport {
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
    diagnostics: [diagnose(code, reason)],
  };
}
