import type { Import } from '@pressmark/store';
import type { Archive, Job } from './import-job.ts';
import { faultMessage, refusalOf } from './refusal.ts';

/** What broke the last run of an import off, in words, and at which file. */
export interface Trouble {
  file: string | null;
  message: string;
}

/** Why imports broke off, for as long as the server runs. */
export interface Troubles {
  /** Leaves the import interrupted. */
  note(job: Job, error: unknown): Promise<void>;
  of(id: number): Trouble | null;
  forget(id: number): void;
  /** The import as it is: a full disk may have no room even for the word that it broke off. */
  shown(found: Import, runs: boolean): Import;
}

/** Starts to note; `log` is told every fault of ours. */
export function openTroubles({ store }: Archive, log: (error: unknown) => void): Troubles {
  const troubles = new Map<number, Trouble>();
  const wordsFor = (error: unknown): string => {
    const refusal = refusalOf(error);
    if (!refusal) log(error);
    return refusal?.message ?? faultMessage;
  };
  return {
    async note({ id, file }, error) {
      troubles.set(id, { file, message: wordsFor(error) });
      await store.imports.setState(id, 'interrupted').catch(wordsFor);
    },
    of: (id) => troubles.get(id) ?? null,
    forget: (id) => void troubles.delete(id),
    shown: (found, runs) =>
      found.state === 'running' && !runs && troubles.has(found.id)
        ? { ...found, state: 'interrupted' }
        : found,
  };
}
