import { setTimeout as pause } from 'node:timers/promises';
import { type ImportAccount, unreadable } from './account.ts';
import type { Client } from './archive.ts';
import { exit, Stop } from './exit.ts';
import { type Input, troubleText } from './inputs.ts';
import { say } from './output.ts';
import { openProgress } from './progress.ts';

type ImportFile = Awaited<ReturnType<Client['upload']>>;

/** A file as the archive took it over, and why it could not be read, where it could not. */
interface Handed {
  file: ImportFile;
  trouble: unknown;
}

/** Hands files over, has them read into the archive, and resolves with the account of each in the order given. */
export async function importInputs(client: Client, inputs: Input[]): Promise<ImportAccount[]> {
  const { id } = await client.api.imports.create.mutate();
  const handed = await handOver(client, id, inputs);
  await runToEnd(client, id);
  const { files } = await client.api.imports.get.query({ id });
  const read = new Map(files.map((file) => [file.id, file]));
  return inputs.map((input, index) => accountOf(input, handed[index], read));
}

/** Uploads one file after the other. */
async function handOver(client: Client, importId: number, inputs: Input[]): Promise<Handed[]> {
  const total = inputs.reduce((sum, { bytes }) => sum + bytes, 0);
  const progress = await openProgress('Copying', total);
  const handed: Handed[] = [];
  let before = 0;
  try {
    for (const input of inputs) {
      const source = watch(input);
      const file = await client.upload({
        importId,
        name: input.name,
        body: ReadableStream.from(source.read()),
        onProgress: (bytes) => progress.update(before + bytes, 0),
      });
      before += file.bytes;
      handed.push({ file, trouble: source.trouble() });
    }
  } finally {
    progress.stop();
  }
  return handed;
}

/** Reads an input and remembers why it could not; the archive is told only that it could not. */
function watch(input: Input) {
  let trouble = input.trouble;
  return {
    async *read() {
      try {
        yield* input.read();
      } catch (error) {
        trouble = error;
        throw error;
      }
    },
    trouble: () => trouble,
  };
}

/** Starts an import and waits for its end; Ctrl-C stops it between two batches. */
async function runToEnd(client: Client, id: number): Promise<void> {
  let stopping = false;
  const stop = () => {
    stopping = true;
    say('Stopping; what is in stays in.');
    client.api.imports.cancel.mutate({ id }).catch(() => {});
  };
  process.once('SIGINT', stop);
  try {
    const { bytes } = await client.api.imports.start.mutate({ id });
    const state = await watch(client, id, bytes);
    if (state === 'cancelled' || stopping) {
      throw new Stop(130, 'The import was stopped; what went in stays.', 'The same command goes on.');
    }
    if (state === 'interrupted') {
      throw new Stop(exit.error, 'The import broke off; what went in stays.', 'The same command goes on.');
    }
  } finally {
    process.off('SIGINT', stop);
  }
}

async function watch(client: Client, id: number, bytes: number) {
  const progress = await openProgress('Reading', bytes);
  try {
    for (let wait = 10; ; wait = Math.min(wait * 2, 250)) {
      // The list holds the sums alone; `get` would bring every diagnostic of every file each time.
      const [current] = await client.api.imports.list.query({ limit: 1, before: id + 1 });
      if (current?.id !== id) throw new Stop(exit.error, `The archive no longer knows import ${id}.`);
      if (current.state !== 'waiting' && current.state !== 'running') return current.state;
      progress.update(current.read, current.found);
      await pause(wait);
    }
  } finally {
    progress.stop();
  }
}

function accountOf(
  { file }: Input,
  handed: Handed | undefined,
  read: Map<number, ImportFile>,
): ImportAccount {
  const stored = handed && read.get(handed.file.id);
  if (!stored || handed.trouble) return unreadable(file, troubleText(handed?.trouble));
  const { reader, declared, found, rejected, unreadBytes, balanced, diagnostics } = stored;
  const { new: added, unchanged, updated } = stored;
  return {
    file,
    reader,
    declared,
    found,
    new: added,
    unchanged,
    updated,
    rejected,
    unreadBytes,
    balanced,
    diagnostics,
  };
}
