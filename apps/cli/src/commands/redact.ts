import { open } from 'node:fs/promises';
import type { Command, Globals } from '../command.ts';
import { exit, Stop } from '../exit.ts';
import { findInputs, type Input, isTrouble, troubleText } from '../inputs.ts';
import { say, whyUnwritable, writeData } from '../output.ts';

interface RedactOptions extends Globals {
  out?: string;
}

export const redactCommand: Command<RedactOptions> = {
  name: 'redact',
  summary: 'Cover every word of a file and keep its form, for a public bug report.',
  argument: { name: '<file>', summary: 'a file; - is stdin' },
  options: [{ flags: '-o, --out <file>', summary: 'where to write it, instead of stdout' }],
  example: 'pressmark redact Factiva-20260412.rtf -o redacted.rtf',
  async run({ args, options }) {
    const { inputs } = await findInputs(args);
    const [input] = inputs;
    if (!input || inputs.length > 1) throw new Stop(exit.usage, 'One file at a time can be redacted.');
    if (input.trouble) throw new Stop(exit.error, `${input.file}: ${troubleText(input.trouble)}`);
    try {
      await write(await coverInput(input), options.out);
    } catch (error) {
      if (isTrouble(error)) throw new Stop(exit.error, `${input.file}: ${troubleText(error)}`);
      throw error;
    }
    say(
      'Words and numbers are covered; dates, counts and names of fields and languages are not. Look it over.',
    );
    return exit.ok;
  },
};

// What comes through a pipe is held, and its copies with it.
const mostHeld = 512 * 1024 * 1024;

/** A file, or all that comes through a pipe. */
async function contentOf(input: Input): Promise<Blob> {
  if (input.blob) return input.blob();
  const parts: Uint8Array<ArrayBuffer>[] = [];
  let bytes = 0;
  for await (const part of input.read()) {
    bytes += part.length;
    if (bytes > mostHeld)
      throw new Stop(
        exit.error,
        `${input.file} is longer than can be held. Save it as a file, and give that.`,
      );
    parts.push(new Uint8Array(part));
  }
  return new Blob(parts);
}

/** Makes sure that the covered copy reads as the file does. */
async function coverInput(input: Input): Promise<AsyncIterable<Uint8Array>> {
  const { compareForms, redact } = await import('@pressmark/core/read');
  const content = await contentOf(input);
  const cover = async () => {
    const redaction = await redact(content);
    if ('trouble' in redaction) throw new Stop(exit.error, `${input.file}: ${redaction.trouble}`);
    return redaction.chunks;
  };
  const trouble = await compareForms(content, await cover());
  if (trouble) throw new Stop(exit.error, `${input.file}: ${trouble}`);
  return cover();
}

/** A file that exists is not written over. */
async function write(chunks: AsyncIterable<Uint8Array>, out: string | undefined): Promise<void> {
  if (out === undefined) {
    for await (const chunk of chunks) await writeData(chunk);
    return;
  }
  const file = await written(out, open(out, 'wx'));
  try {
    for await (const chunk of chunks) await written(out, file.writeFile(chunk));
  } finally {
    await file.close();
  }
}

/** Tells an output that fails from an input that does. */
async function written<Result>(out: string, work: Promise<Result>): Promise<Result> {
  return work.catch((error: unknown) => {
    const why = whyUnwritable(error as NodeJS.ErrnoException);
    throw new Stop(exit.error, `${out} cannot be written: ${why}`);
  });
}
