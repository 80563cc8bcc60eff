import { readFileSync } from 'node:fs';
import {
  Command as Commander,
  CommanderError,
  Option as CommanderOption,
  InvalidArgumentError,
} from 'commander';
import type { Command, Option } from './command.ts';
import { commands } from './commands.ts';
import { debug, exit, reason, Stop } from './exit.ts';
import { sayProblem, takeClosedPipes } from './output.ts';

const closing = `
Data goes to stdout, words go to stderr.

Exit codes:
  0  done
  1  error, or nothing could be read
  2  wrong usage, or a query that cannot be read
  3  some articles or files failed, or an account does not balance; the rest went in
  4  nothing matched
  5  the account of a file does not balance (doctor)`;

const defused = `
CSV: a cell that begins with = + - @, a tab or a carriage return gets an apostrophe
before it, so that no spreadsheet runs it as a formula. JSON Lines keep it as it is.`;

/** Runs a command line (without `node` and script) and resolves with the exit code; says errors in words. */
export async function run(argv: string[]): Promise<number> {
  takeClosedPipes();
  let code: number = exit.ok;
  const program = createProgram((result) => {
    code = result;
  });
  try {
    await program.parseAsync(argv, { from: 'user' });
    return code;
  } catch (error) {
    return end(error);
  }
}

function end(error: unknown): number {
  debug('%O', error);
  // Commander has said its words already; its own codes are 0 for help and version, 1 for usage.
  if (error instanceof CommanderError) return error.exitCode === 0 ? exit.ok : exit.usage;
  sayProblem(reason(error), error instanceof Stop ? error.mend : undefined);
  return error instanceof Stop ? error.exit : exit.error;
}

function createProgram(done: (code: number) => void): Commander {
  const program = new Commander('pressmark')
    .description('Turns downloads from news databases into a clean, searchable archive on your own machine.')
    .option('--db <path>', 'the archive (else PRESSMARK_DB, else in your data folder)')
    .option('--server <url>', 'ask a running dashboard instead of opening an archive')
    .option('--json', 'print JSON')
    .version(version(), '--version', 'print the version')
    .helpOption('--help', 'show help')
    .helpCommand(false)
    .configureHelp({ showGlobalOptions: true })
    .configureOutput({ outputError: (text, write) => write(text.replace(/^error: /, 'pressmark: ')) })
    .showHelpAfterError('(--help shows what it takes)')
    .addHelpText('after', closing)
    .exitOverride();
  for (const command of commands) addCommand(program, command, done);
  return program;
}

function addCommand(program: Commander, command: Command, done: (code: number) => void): void {
  const sub = program.command(command.name).description(command.summary);
  if (command.options.some(({ choices }) => choices?.includes('csv'))) sub.addHelpText('after', defused);
  sub.addHelpText('after', `\nExample:\n  ${command.example}`);
  if (command.argument) sub.argument(command.argument.name, command.argument.summary);
  for (const option of command.options) sub.addOption(commanderOption(option));
  sub.action(async () => {
    done(await command.run({ args: sub.args, options: sub.optsWithGlobals() }));
  });
}

function commanderOption(given: Option): CommanderOption {
  const { flags, summary, choices, default: value, parse, repeats } = given;
  const option = new CommanderOption(flags, summary);
  if (choices) option.choices(choices);
  if (value !== undefined) option.default(value);
  if (parse && repeats)
    option.argParser((text: string, before: unknown[] = []) => [...before, orInvalid(() => parse(text))]);
  else if (parse) option.argParser((text: string) => orInvalid(() => parse(text)));
  return option;
}

function orInvalid<Value>(parse: () => Value): Value {
  try {
    return parse();
  } catch (error) {
    throw new InvalidArgumentError(reason(error));
  }
}

/** The version in package.json, which stands beside both `src` and `dist`. */
function version(): string {
  const manifest = readFileSync(new URL('../package.json', import.meta.url), 'utf8');
  return (JSON.parse(manifest) as { version: string }).version;
}
