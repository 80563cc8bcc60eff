import type { LabelledQuery } from '@pressmark/core/query';
import { readingOf } from './asking.ts';
import { type QueryOptions, queryOptions } from './choices.ts';
import type { Option } from './command.ts';
import { exit, Stop } from './exit.ts';
import { findInputs, troubleText } from './inputs.ts';
import { red, say } from './output.ts';

/** How a file of queries is read, and what is printed of it. */
export interface LabelledOptions extends QueryOptions {
  names?: boolean;
  column?: string;
  to?: 'csv';
}

/** The options of every command that takes such a file. */
export const labelledOptions: readonly Option[] = [
  { flags: '--names', summary: 'each line or cell is a name: its words are looked for as they stand' },
  {
    flags: '--column <header>',
    summary: 'of a CSV: the column with the queries (else query, name or the first)',
  },
  ...queryOptions,
  { flags: '--to <format>', summary: 'print a table as', choices: ['csv'] },
];

export const labelledArgument = {
  name: '<file>',
  summary: 'one query a line, label = query; or a CSV (.csv, .tsv); - is stdin',
};

/** Reads the queries of a file; those that cannot be read are among them. Stops where there is none at all. */
export async function readLabelled(path: string, flags: LabelledOptions): Promise<LabelledQuery[]> {
  const { localDay, parseQueries, parseQueryTable } = await import('@pressmark/core/query');
  const text = await readText(path);
  const isTable = flags.column !== undefined || /\.(?:csv|tsv)$/i.test(path);
  const options = { names: flags.names, ...readingOf(flags), today: localDay() };
  const queries = isTable
    ? await parseQueryTable(text, { ...options, column: flags.column })
    : parseQueries(text, options);
  if (queries.length === 0) {
    throw new Stop(exit.usage, `There is no query in ${path === '-' ? 'stdin' : path}.`);
  }
  return queries;
}

async function readText(path: string): Promise<string> {
  const { inputs } = await findInputs([path]);
  const [input] = inputs;
  if (!input || inputs.length > 1) throw new Stop(exit.usage, `${path} is not a file.`);
  if (input.trouble) throw new Stop(exit.error, `${path}: ${troubleText(input.trouble)}`);
  const chunks: Uint8Array[] = [];
  for await (const chunk of input.read()) chunks.push(chunk);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(chunks));
  } catch {
    throw new Stop(
      exit.error,
      `${path} is not UTF-8.`,
      'Save it as UTF-8 (in Excel: CSV UTF-8) and try again.',
    );
  }
}

/** Says what is wrong with each query that cannot be read, and how dates of the others are read that could be two days. */
export function sayReadings(queries: LabelledQuery[]): void {
  for (const { label, parsed } of queries) {
    for (const { line, column, message, expected } of parsed.ok ? parsed.notes : parsed.problems) {
      const place = `line ${line}, column ${column}${label ? ` (${label})` : ''}: ${message}`;
      say(parsed.ok ? '' : red('not read '), place, expected ? ` Expected: ${expected}.` : '');
    }
  }
}
