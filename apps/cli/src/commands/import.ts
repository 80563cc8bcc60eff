import {
  accountLine,
  exitOf,
  type ImportAccount,
  notable,
  note,
  problemLines,
  sumLine,
  unreadable,
} from '../account.ts';
import { hasArchive, withArchive } from '../archive.ts';
import type { Command } from '../command.ts';
import { importInputs } from '../import-inputs.ts';
import { findInputs, sayPassedOver, troubleText } from '../inputs.ts';
import { print, say, writeJson } from '../output.ts';

export const importCommand: Command = {
  name: 'import',
  summary: 'Put the articles of files into the archive.',
  argument: { name: '<path...>', summary: 'files or folders; - is stdin' },
  options: [],
  example: 'pressmark import ~/Downloads/factiva',
  async run({ args, options }) {
    const { inputs, passedOver } = await findInputs(args);
    // An archive tells of files that could not be opened, too; none is made for them alone.
    const isMade = inputs.some(({ trouble }) => !trouble) || (await hasArchive(options));
    const accounts = isMade
      ? await withArchive(options, { missing: 'make' }, (client) => importInputs(client, inputs))
      : inputs.map(({ file, trouble }) => unreadable(file, troubleText(trouble)));
    sayPassedOver(passedOver);
    await (options.json ? report(accounts) : tell(accounts));
    return exitOf(accounts);
  },
};

async function report(accounts: ImportAccount[]): Promise<void> {
  for (const { file, diagnostics } of accounts) {
    const errors = diagnostics.filter(({ severity }) => severity === 'error');
    for (const line of problemLines(file, note(new Map(), errors))) say(...line);
  }
  await writeJson({ files: accounts });
}

async function tell(accounts: ImportAccount[]): Promise<void> {
  for (const account of accounts) {
    await print(...accountLine(account));
    for (const line of problemLines(account.file, note(new Map(), notable(account)))) say(...line);
  }
  if (accounts.length > 1) say(...sumLine(accounts));
}
