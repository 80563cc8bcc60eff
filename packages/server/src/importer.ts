import type { Import, ImportFile, ImportState } from '@pressmark/store';
import { type Archive, endUnsent, type Job, runImport } from './import-job.ts';
import { openPace, type Work } from './pace.ts';
import { Refusal } from './refusal.ts';
import { openTroubles } from './troubles.ts';

/** Runs imports, one at a time in the order in which they were started. */
export interface Importer {
  list(options: { limit: number; before?: number | undefined }): Promise<Import[]>;
  get(id: number): Promise<{ import: Import; files: ImportFile[]; rate: Work | null }>;
  start(id: number): Promise<Import>;
  /** Resolves when the import has stopped; what is committed stays. */
  cancel(id: number): Promise<Import>;
  /** Goes on with an import that waits or was stopped where it was left, and tries the files of a failed one again. */
  resume(id: number): Promise<Import>;
  /** Ends the running batch and leaves what is not done as interrupted. */
  close(): Promise<void>;
}

interface Run extends Job {
  /** Resolves when the archive knows that it runs. */
  begun: Promise<void>;
  ended: Promise<void>;
}

/** Resolves when the run has stopped. */
function stop(run: Run, state: 'cancelled' | 'interrupted'): Promise<void> {
  run.stop ??= state;
  return run.ended;
}

async function findImport({ store }: Archive, id: number) {
  const found = await store.imports.get(id);
  if (!found) throw new Refusal('NOT_FOUND', 'The archive has no import of this number.');
  return found;
}

/** Marks an import as running; the files of one that failed wait again, but those that never came. */
async function run({ imports }: Archive['store'], { import: { id, state }, files }: Found): Promise<void> {
  const kept = files.filter(({ within, sha256 }) => within === null && sha256 !== '');
  if (state === 'failed') for (const file of kept) await imports.setFileState(file.id, 'waiting');
  await imports.setState(id, 'running');
}

type Found = Awaited<ReturnType<typeof findImport>>;

const isOver = (state: ImportState) => state !== 'waiting' && state !== 'running';

/** Opens the queue of imports; `log` is told what stopped one. */
export function openImporter(archive: Archive, log: (error: unknown) => void): Importer {
  const { imports } = archive.store;
  const runs = new Map<number, Run>();
  const troubles = openTroubles(archive.store, log);
  let queue: Promise<void> = Promise.resolve();

  const shown = (found: Import) => troubles.shown(found, runs.has(found.id));
  const find = async (id: number) => {
    const found = await findImport(archive, id);
    return { ...found, import: shown(found.import) };
  };

  const work = async (job: Job, turn: Promise<unknown>) => {
    await turn.then(() => runImport(archive, job)).catch((error: unknown) => troubles.note(job, error));
    runs.delete(job.id);
  };

  const begin = async (id: number, from: ImportState[]) => {
    const last = runs.get(id);
    // What is over for the archive may not have been told to its run yet.
    if (last && (last.stop || isOver((await find(id)).import.state))) await last.ended;
    const found = await find(id);
    const other = runs.get(id);
    if (other) {
      await other.begun;
      return (await find(id)).import;
    }
    if (!from.includes(found.import.state))
      throw new Refusal('CONFLICT', `The import is ${found.import.state}.`);
    troubles.forget(id);
    const job: Job = { id, pace: openPace(), done: { articles: 0, bytes: 0 }, file: null, stop: null };
    const [turn, begun] = [queue, run(archive.store, found)];
    queue = work(job, Promise.all([turn, begun]));
    runs.set(id, Object.assign(job, { begun, ended: queue }));
    await begun;
    return (await find(id)).import;
  };

  return {
    list: async (options) => (await imports.list(options)).map(shown),
    async get(id) {
      const found = await find(id);
      const run = found.import.state === 'running' ? runs.get(id) : undefined;
      return { ...found, rate: run?.pace.rate() ?? null };
    },
    start: (id) => begin(id, ['waiting']),
    resume: (id) => begin(id, ['waiting', 'cancelled', 'failed', 'interrupted']),
    async cancel(id) {
      const found = await find(id);
      const run = runs.get(id);
      if (run) await stop(run, 'cancelled');
      else if (['waiting', 'interrupted'].includes(found.import.state)) {
        await imports.setState(id, 'cancelled');
        troubles.forget(id);
        await endUnsent(imports, id);
      } else if (found.import.state === 'running')
        throw new Refusal('CONFLICT', 'Another process runs this import.');
      return (await find(id)).import;
    },
    async close() {
      await Promise.all([...runs.values()].map((run) => stop(run, 'interrupted')));
      await troubles.close();
    },
  };
}
