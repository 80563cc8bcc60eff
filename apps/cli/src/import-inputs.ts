import { setTimeout as pause } from 'node:timers/promises';
import { type ImportAccount, unreadable } from './account.ts';
import type { Client } from './archive.ts';
import { exit, Stop } from './exit.ts';
import { andMore, type Input, troubleText } from './inputs.ts';
import { inLine, say } from './output.ts';
import { openProgress } from './progress.ts';

type Import = Awaited<ReturnType<Client['api']['imports']['create']['mutate']>>;
type ImportFile = Awaited<ReturnType<Client['upload']>>;

/** A file as the archive took it over, and why it could not be read, where it could not. */
interface Handed {
  file: ImportFile;
  trouble: unknown;
}

/** Hands files over, has them read into the archive, and resolves with the account of each in the order given, those in it first. */
export async function importInputs(client: Client, inputs: Input[]): Promise<ImportAccount[]> {
  const { id } = await client.api.imports.create.mutate();
  const handed = await stoppable(client, id, async () => {
    const files = await handOver(client, id, inputs).catch((error: unknown) => giveUp(client, id, error));
    await runToEnd(client, id);
    return files;
  });
  const { files } = await client.api.imports.get.query({ id });
  return inputs.flatMap((input, index) => accountsOf(input, handed[index], files));
}

/** Leaves an import whose files cannot all be sent: its account then tells of those that never came. */
async function giveUp(client: Client, id: number, error: unknown): Promise<never> {
  // An archive that cannot be reached learns it from whoever opens the import next.
  await client.api.imports.cancel.mutate({ id }).catch(() => {});
  throw error;
}

/** Tells of every file, and uploads one after the other. */
async function handOver(client: Client, importId: number, inputs: Input[]): Promise<Handed[]> {
  const told = inputs.map(({ name, bytes }) => ({ name, bytes }));
  const rows = await client.announce(importId, told);
  const total = inputs.reduce((sum, { bytes }) => sum + bytes, 0);
  const progress = await openProgress('Copying', total);
  const handed: Handed[] = [];
  let before = 0;
  try {
    for (const [index, input] of inputs.entries()) {
      const source = watch(input);
      const file = await client.upload({
        importId,
        name: input.name,
        announced: rows[index],
        body: ReadableStream.from(source.read()),
        onProgress: (bytes) => progress.update(before + bytes, 0),
      });
      before += file.bytes;
      handed.push({ file, trouble: source.trouble() });
    }
  } catch (error) {
    sayUnsent(inputs.slice(handed.length), inputs.length);
    throw error;
  } finally {
    progress.stop();
  }
  return handed;
}

function sayUnsent([first, ...others]: Input[], all: number): void {
  if (all > 1 && first) say(`Not sent: ${inLine(first.file)}${andMore(others.length)}, of ${all} files.`);
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

const goOn = 'The same command goes on.';

/** Lets Ctrl-C end an import in order: what is committed stays. A second one ends the process. */
async function stoppable<Result>(client: Client, id: number, work: () => Promise<Result>): Promise<Result> {
  let stopped = false;
  const stop = () => {
    stopped = true;
    say('Stopping; what went in stays in.');
    client.api.imports.cancel.mutate({ id }).catch(() => {});
  };
  process.once('SIGINT', stop);
  try {
    return await work();
  } catch (error) {
    throw stopped ? new Stop(130, 'The import was stopped.', goOn) : error;
  } finally {
    process.off('SIGINT', stop);
  }
}

/** Starts an import and waits for its end. */
async function runToEnd(client: Client, id: number): Promise<void> {
  const { bytes } = await client.api.imports.start.mutate({ id });
  const progress = await openProgress('Reading', bytes);
  try {
    for (let wait = 10; ; wait = Math.min(wait * 2, 250)) {
      // The list holds the sums alone; `get` would bring every diagnostic of every file each time.
      const [current] = await client.api.imports.list.query({ limit: 1, before: id + 1 });
      if (current?.id !== id) throw new Stop(exit.error, `The archive no longer knows import ${id}.`);
      if (current.state === 'done' || current.state === 'failed') return;
      if (current.state === 'cancelled') throw new Stop(exit.error, 'The import was cancelled.', goOn);
      if (current.state === 'interrupted') throw new Stop(exit.error, breakOf(current), goOn);
      progress.update(current.read, current.found);
      await pause(wait);
    }
  } finally {
    progress.stop();
  }
}

/** Where an import broke off, and why. */
export function breakOf({ trouble }: Pick<Import, 'trouble'>): string {
  const place = trouble?.file ? ` at ${inLine(trouble.file)}` : '';
  return `The import broke off${place}.${trouble ? ` ${trouble.message}` : ''}`;
}

function accountsOf(
  { file }: Input,
  handed: Handed | undefined,
  files: readonly ImportFile[],
): ImportAccount[] {
  const stored = files.find(({ id }) => id === handed?.file.id);
  if (!stored || handed?.trouble) return [unreadable(file, troubleText(handed?.trouble))];
  const members = files.filter(({ within }) => within === stored.id);
  return [...members, stored].map((read) => accountOf(read, file + read.file.slice(stored.file.length)));
}

function accountOf(stored: ImportFile, file: string): ImportAccount {
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
