import type { Import, Store, Trouble } from '@pressmark/store';
import type { Job } from './import-job.ts';
import { faultMessage, refusalOf } from './refusal.ts';

/** Why imports broke off. */
export interface Troubles {
  /** Leaves the import interrupted, with the reason. */
  note(job: Job, error: unknown): Promise<void>;
  forget(id: number): void;
  /** The import as it is: a full disk may have no room even for the word that it broke off. */
  shown(found: Import, runs: boolean): Import;
  /** Writes what there was no room for, if there is now. */
  close(): Promise<void>;
}

/** Starts to note; `log` is told every fault of ours. */
export function openTroubles({ imports }: Pick<Store, 'imports'>, log: (error: unknown) => void): Troubles {
  const unwritten = new Map<number, Trouble>();
  const wordsFor = (error: unknown): string => {
    const refusal = refusalOf(error);
    if (!refusal) log(error);
    return refusal?.message ?? faultMessage;
  };
  const write = async (id: number, trouble: Trouble) => {
    unwritten.set(id, trouble);
    await imports.setState(id, 'interrupted', trouble).then(() => unwritten.delete(id), wordsFor);
  };
  return {
    note: ({ id, file }, error) => write(id, { file, message: wordsFor(error) }),
    forget: (id) => void unwritten.delete(id),
    shown(found, runs) {
      const trouble = found.state === 'running' && !runs ? unwritten.get(found.id) : undefined;
      return trouble ? { ...found, state: 'interrupted', trouble } : found;
    },
    async close() {
      for (const [id, trouble] of unwritten) await write(id, trouble);
    },
  };
}
