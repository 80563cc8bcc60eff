import { createHash } from 'node:crypto';
import type { Article } from '@pressmark/core';
import {
  type Account,
  accountLine,
  exitOf,
  notable,
  note,
  problemLines,
  type Tally,
  unreadable,
} from '../account.ts';
import type { Command, Globals } from '../command.ts';
import { type Format, formats } from '../formats.ts';
import { findInputs, type Input, isTrouble, sayPassedOver, troubleText } from '../inputs.ts';
import { say, writeData } from '../output.ts';

interface ConvertOptions extends Globals {
  to: Format;
}

export const convert: Command<ConvertOptions> = {
  name: 'convert',
  summary: 'Read files and print their articles, without an archive.',
  argument: { name: '<file...>', summary: 'files or folders; - is stdin' },
  options: [{ flags: '--to <format>', summary: 'what to print', choices: formats, default: 'jsonl' }],
  example: 'pressmark convert Factiva-20260412.rtf > articles.jsonl',
  async run({ args, options }) {
    const { writeArticles } = await import('@pressmark/core/write');
    const { inputs, passedOver } = await findInputs(args);
    const accounts: Account[] = [];
    for await (const text of writeArticles(readAll(inputs, accounts), options.to)) await writeData(text);
    sayPassedOver(passedOver);
    return exitOf(accounts);
  },
};

/** Yields the articles of all files; says the account of each on stderr when it ends, of files within files too. */
async function* readAll(inputs: Input[], accounts: Account[]): AsyncIterable<Article> {
  for (const input of inputs) {
    for await (const part of readOne(input)) {
      if ('tally' in part) {
        const { account, tally } = part;
        accounts.push(account);
        say(...accountLine(account));
        for (const line of problemLines(account.file, note(tally, notable(account)))) say(...line);
      } else yield part;
    }
  }
}

/** How one file, or a file within it, was read; its tally counts the diagnostics of its articles. */
interface Read {
  account: Account;
  tally: Tally;
}

/** Yields the articles of a file, and behind them its account; those of the files in it before its own. */
async function* readOne(input: Input): AsyncGenerator<Article | Read> {
  const { readFiles } = await import('@pressmark/core/read');
  let found = 0;
  let tally: Tally = new Map();
  const lost = (trouble: unknown): Read => ({
    account: { ...unreadable(input.file, troubleText(trouble)), found },
    tally,
  });
  if (input.trouble) return yield lost(input.trouble);
  try {
    const sha256 = await hashOf(input);
    const content = input.blob ? await input.blob() : input.read();
    for await (const reading of readFiles(content, { file: input.name, sha256 })) {
      found = 0;
      tally = new Map();
      for await (const article of reading) {
        found += 1;
        note(
          tally,
          article.diagnostics.map((diagnostic) => ({ ...diagnostic, article: article.id })),
        );
        yield article;
      }
      const file = input.file + reading.file.slice(input.name.length);
      yield { account: { ...(await reading.report()), file }, tally };
    }
  } catch (error) {
    if (!isTrouble(error)) throw error;
    yield lost(error);
  }
}

/** Every article names the hash of its file, so that one has to be read twice; a pipe cannot be. */
async function hashOf(input: Input): Promise<string | undefined> {
  if (!input.again) return undefined;
  const hash = createHash('sha256');
  for await (const chunk of input.read()) hash.update(chunk);
  return hash.digest('hex');
}
