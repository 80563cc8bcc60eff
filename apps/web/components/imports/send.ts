import { browserClient } from '@/data/api.ts';
import { reasonOf } from '@/data/reason.ts';

/** Files on their way from this window to the archive. */
export interface Sending {
  importId: number | null;
  files: number;
  /** The number of each file in the archive, and of the one on its way, which has this name. */
  rows: number[];
  row: number | null;
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
  let sending: Sending = { importId: null, files: 0, rows: [], row: null, file: '', bytes: 0, sent: 0 };
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
    const rows = await browserClient.announce(
      id,
      files.map(({ name, size }) => ({ name, bytes: size })),
    );
    update({ rows });
    await sendEach({ id, files, rows, signal, update });
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
  /** The number under which each file was announced. */
  rows: number[];
  signal: AbortSignal;
  update(next: Partial<Sending>): void;
}

async function sendEach({ id, files, rows, signal, update }: EachOptions): Promise<void> {
  let before = 0;
  for (const [index, file] of files.entries()) {
    if (signal.aborted) return;
    update({ file: file.name, row: rows[index] ?? null, sent: before });
    const onProgress = (sent: number) => update({ sent: before + sent });
    const announced = rows[index];
    await browserClient.upload({ importId: id, name: file.name, announced, body: file, onProgress, signal });
    before += file.size;
  }
}
