import type { ImportFile, ImportState, Store } from '@pressmark/store';
import type { Entry, Packed } from '@pressmark/store/entry';
import type { Pace, Work } from './pace.ts';
import type { Event } from './reading/read-originals.ts';

/** A batch is one transaction, and one piece of the index: smaller ones are written more often than they are worth. */
const batchArticles = 1_000;
const batchBytes = 16 * 1024 * 1024;

/** Entries of an original on their way into the store, each counted into the file it stood in. */
export interface Batch {
  add(event: Extract<Event, { entries: unknown }>): Promise<void>;
  flush(): Promise<void>;
  /** Takes back what a file orders, behind its articles. */
  withdraw(event: Extract<Event, { withdrawals: unknown }>): Promise<void>;
  /** Ends a file with its account. */
  end(event: Extract<Event, { report: unknown }>): Promise<ImportState>;
  /** Files within the original that are not ended. */
  underway(): ImportFile[];
}

interface Into {
  archive: { store: Store };
  job: { id: number; pace: Pace; done: Work };
  members: ImportFile[];
}

/** Opens the way of an original into the store; files in it get a row when the first of them is met. */
export function openBatch(original: ImportFile, { archive, job, members }: Into): Batch {
  const { store } = archive;
  const known = new Map(
    [original, ...members.filter(({ within }) => within === original.id)].map((file) => [file.file, file]),
  );
  const underway = new Map<number, ImportFile>();
  let batch: (Entry | Packed)[] = [];
  let count = 0;
  let target = original;
  let [read, readOriginal, taken] = [0, 0, 0];

  const find = async (file: string): Promise<ImportFile> => {
    const found =
      known.get(file) ??
      (await store.imports.addFile(job.id, { file, sha256: '', bytes: 0, within: original.id }));
    known.set(file, found);
    if (found !== original && !underway.has(found.id)) {
      underway.set(found.id, found);
      await store.imports.setFileState(found.id, 'running');
    }
    return found;
  };

  const note = (bytes: number) => {
    job.done.bytes += Math.max(0, bytes - readOriginal);
    readOriginal = Math.max(bytes, readOriginal);
  };

  const flush = async () => {
    if (count > 0) {
      const within = target === original ? undefined : { file: original.id, read: readOriginal };
      await store.put(batch, { file: target.id, read, within });
      job.done.articles += count;
    }
    job.pace.note(job.done);
    batch = [];
    count = 0;
    taken = read;
  };

  return {
    flush,
    async add(event) {
      if (event.file !== target.file) {
        await flush();
        target = await find(event.file);
        taken = 0;
      }
      note(event.readOriginal);
      read = event.read;
      batch.push(...event.entries);
      count += event.count;
      if (count >= batchArticles || read - taken >= batchBytes) await flush();
    },
    async withdraw({ file, withdrawals }) {
      await store.withdraw(withdrawals, (await find(file)).id);
    },
    async end({ file, report }) {
      const found = await find(file);
      if (found === original) note(report.bytes);
      underway.delete(found.id);
      return (await store.imports.finishFile(found.id, report)).state;
    },
    underway: () => [...underway.values()],
  };
}
