import { browserClient } from '@/data/api.ts';
import { reasonOf } from '@/data/reason.ts';

/** Files on their way from this window to the archive. */
export interface Sending {
  importId: number | null;
  files: number;
  file: string;
  bytes: number;
  sent: number;
  /** Set where the way was cut; nothing more is sent then. */
  failure?: string;
}

/** Files that are to be an import. */
export interface Wanted {
  wanted: Promise<File[]> | File[];
  /** Called once the import exists and has a page. */
  opened?: ((importId: number) => void) | undefined;
}

interface SendOptions extends Wanted {
  signal: AbortSignal;
  report(sending: Sending | null): void;
}

/** Creates an import, sends every file and starts it. A failure is reported, never thrown: false then. */
export async function sendFiles({ wanted, signal, report, opened }: SendOptions): Promise<boolean> {
  let sending: Sending = { importId: null, files: 0, file: '', bytes: 0, sent: 0 };
  const update = (next: Partial<Sending>) => {
    sending = { ...sending, ...next };
    report(sending);
  };
  try {
    const files = await wanted;
    update({ files: files.length, bytes: files.reduce((sum, file) => sum + file.size, 0) });
    const { id } = await browserClient.api.imports.create.mutate();
    update({ importId: id });
    opened?.(id);
    await sendEach({ id, files, signal, update });
    if (signal.aborted) return cancelled(sending, report);
    await browserClient.api.imports.start.mutate({ id });
    report(null);
    return true;
  } catch (error) {
    if (signal.aborted) return cancelled(sending, report);
    update({ failure: error instanceof Error ? reasonOf(error) : String(error) });
    return false;
  }
}

async function cancelled({ importId }: Sending, report: SendOptions['report']): Promise<boolean> {
  report(null);
  // What cannot be cancelled waits, and its page says so.
  if (importId !== null) await browserClient.api.imports.cancel.mutate({ id: importId }).catch(() => null);
  return true;
}

interface EachOptions {
  id: number;
  files: File[];
  signal: AbortSignal;
  update(next: Partial<Sending>): void;
}

async function sendEach({ id, files, signal, update }: EachOptions): Promise<void> {
  let before = 0;
  for (const file of files) {
    if (signal.aborted) return;
    update({ file: file.name, sent: before });
    const onProgress = (sent: number) => update({ sent: before + sent });
    await browserClient.upload({ importId: id, name: file.name, body: file, onProgress, signal });
    before += file.size;
  }
}
