import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Command, Globals } from '../command.ts';
import { exit, Stop } from '../exit.ts';
import { findInputs, isTrouble, troubleText } from '../inputs.ts';
import { say, writeData } from '../output.ts';

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
    const { redact } = await import('@pressmark/core/read');
    const { inputs } = await findInputs(args);
    const [input] = inputs;
    if (!input || inputs.length > 1) throw new Stop(exit.usage, 'One file at a time can be redacted.');
    if (input.trouble) throw new Stop(exit.error, `${input.file}: ${troubleText(input.trouble)}`);
    try {
      const redaction = await redact(input.read());
      if ('trouble' in redaction) throw new Stop(exit.error, `${input.file}: ${redaction.trouble}`);
      await write(redaction.chunks, options.out);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'EEXIST')
        throw new Stop(exit.error, `${options.out} exists already. Choose another name.`);
      if (isTrouble(error)) throw new Stop(exit.error, `${input.file}: ${troubleText(error)}`);
      throw error;
    }
    say(
      'Words and numbers are covered; dates, counts and names of fields and languages are not. Look it over.',
    );
    return exit.ok;
  },
};

/** A file that exists is not written over. */
async function write(chunks: AsyncIterable<Uint8Array>, out: string | undefined): Promise<void> {
  if (out === undefined) for await (const chunk of chunks) await writeData(chunk);
  else await pipeline(Readable.from(chunks), createWriteStream(out, { flags: 'wx' }));
}
