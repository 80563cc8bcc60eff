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

/** Yields the articles of all files; says the account of each file on stderr when it ends. */
async function* readAll(inputs: Input[], accounts: Account[]): AsyncIterable<Article> {
  for (const input of inputs) {
    const tally: Tally = new Map();
    const account = yield* readOne(input, tally);
    accounts.push(account);
    say(...accountLine(account));
    for (const line of problemLines(account.file, note(tally, notable(account)))) say(...line);
  }
}

/** Yields the articles of a file, counting their diagnostics, and returns its account. */
async function* readOne(input: Input, tally: Tally): AsyncGenerator<Article, Account> {
  const { readArticles } = await import('@pressmark/core/read');
  let found = 0;
  if (input.trouble) return unreadable(input.file, troubleText(input.trouble));
  try {
    const reading = readArticles(input.read(), { file: input.name, sha256: await hashOf(input) });
    for await (const article of reading) {
      found += 1;
      note(
        tally,
        article.diagnostics.map((diagnostic) => ({ ...diagnostic, article: article.id })),
      );
      yield article;
    }
    return { ...(await reading.report()), file: input.file };
  } catch (error) {
    if (!isTrouble(error)) throw error;
    return { ...unreadable(input.file, troubleText(error)), found };
  }
}

/** Every article names the hash of its file, so that one has to be read twice; a pipe cannot be. */
async function hashOf(input: Input): Promise<string | undefined> {
  if (!input.again) return undefined;
  const hash = createHash('sha256');
  for await (const chunk of input.read()) hash.update(chunk);
  return hash.digest('hex');
}
