import { type Diagnostic, readerLabel } from '@pressmark/core';
import { type Exit, exit } from './exit.ts';
import { count, counted, dim, green, inLine, red, type Words, yellow } from './output.ts';

/** What became of one file. */
export interface Account {
  /** As given on the line, or found in a folder given. */
  file: string;
  reader: string | null;
  declared: number | null;
  found: number;
  rejected: number;
  unreadBytes: number;
  balanced: boolean;
  /** Of the file, and those of its articles with the article's id. */
  diagnostics: (Diagnostic & { article?: string | undefined })[];
}

/** The account of a file that was imported. */
export interface ImportAccount extends Account {
  new: number;
  unchanged: number;
  updated: number;
}

/** The account of a file that could not be opened, or not read to its end. */
export function unreadable(file: string, message: string): ImportAccount {
  const diagnostics: Diagnostic[] = [{ code: 'file-unreadable', severity: 'error', message }];
  const none = { declared: null, found: 0, new: 0, unchanged: 0, updated: 0, rejected: 0, unreadBytes: 0 };
  return { file, reader: null, ...none, balanced: false, diagnostics };
}

/** Whether the file, or something of it, was lost. */
function failed({ reader, balanced, diagnostics }: Account): boolean {
  return reader === null || !balanced || diagnostics.some(({ severity }) => severity === 'error');
}

/** The exit code of a batch: whether all, some or nothing of it went in. */
export function exitOf(accounts: Account[]): Exit {
  if (!accounts.some(failed)) return exit.ok;
  return accounts.some(({ found }) => found > 0) ? exit.some : exit.error;
}

/** The line of a file. Example: `a.html: declared 100, found 98, new 87, already had 11, does not balance`. */
export function accountLine(account: Account | ImportAccount): Words[] {
  const { file, reader, declared, found, rejected, unreadBytes, balanced } = account;
  const parts = [
    ...(declared === null ? [] : [`declared ${count(declared)}`]),
    `found ${count(found)}`,
    ...('new' in account ? storedParts(account) : []),
    ...rejectedParts(rejected),
    ...(unreadBytes ? [`${counted(unreadBytes, 'byte')} unread`] : []),
    ...(balanced ? [] : ['does not balance']),
  ];
  if (reader === null) return [red('✗ '), inLine(file), ': not read'];
  return [
    failed(account) ? yellow('! ') : green('✓ '),
    inLine(file),
    ': ',
    parts.join(', '),
    dim(` (${readerLabel(reader)})`),
  ];
}

/** The line of a batch. Example: `12 files: found 1,181, new 1,094, already had 87, 1 file not read`. */
export function sumLine(accounts: ImportAccount[]): Words[] {
  const sum = (value: (account: ImportAccount) => number) =>
    accounts.reduce((total, account) => total + value(account), 0);
  const unread = sum(({ reader }) => Number(reader === null));
  const unbalanced = sum(({ reader, balanced }) => Number(reader !== null && !balanced));
  const parts = [
    `found ${count(sum(({ found }) => found))}`,
    ...storedParts({
      new: sum((one) => one.new),
      unchanged: sum((one) => one.unchanged),
      updated: sum((one) => one.updated),
    }),
    ...rejectedParts(sum(({ rejected }) => rejected)),
    ...(unread ? [`${counted(unread, 'file')} not read`] : []),
    ...(unbalanced ? [`${counted(unbalanced, 'file')} ${unbalanced === 1 ? 'does' : 'do'} not balance`] : []),
  ];
  return [`${counted(accounts.length, 'file')}: `, parts.join(', ')];
}

function storedParts(account: Pick<ImportAccount, 'new' | 'unchanged' | 'updated'>): string[] {
  const updated = account.updated ? [`updated ${count(account.updated)}`] : [];
  return [`new ${count(account.new)}`, `already had ${count(account.unchanged)}`, ...updated];
}

const rejectedParts = (rejected: number): string[] => (rejected ? [`rejected ${count(rejected)}`] : []);

const severities = ['error', 'warning', 'info'] as const;
const colours = { error: red, warning: yellow, info: dim };

type Found = Account['diagnostics'][number];

/** Diagnostics by code: how often each was met, and where first. */
export type Tally = Map<Found['code'], { times: number; first: Found }>;

/** Counts diagnostics into a tally. */
export function note(tally: Tally, diagnostics: Found[]): Tally {
  for (const diagnostic of diagnostics) {
    const known = tally.get(diagnostic.code);
    const { code, count: times = 1 } = diagnostic;
    if (known) known.times += times;
    else tally.set(code, { times, first: diagnostic });
  }
  return tally;
}

/** What to say of a file: all that was met, but of one that was not read at all the reason alone. */
export function notable({ reader, diagnostics }: Account): Found[] {
  return reader === null ? diagnostics.filter(({ severity }) => severity === 'error') : diagnostics;
}

/** One line a code, errors first. Each names the file, since it may stand alone in a log. */
export function problemLines(file: string, tally: Tally): Words[][] {
  const kinds = [...tally.values()].sort((a, b) => rank(a.first) - rank(b.first));
  return kinds.map(({ times, first }) => {
    const { severity, code, message } = first;
    const often = times > 1 ? ` (${count(times)} times, first here)` : '';
    return [
      '  ',
      colours[severity](severity),
      ` ${code}${often}: ${inLine(file)}: ${message}${place(first)}`,
    ];
  });
}

const rank = ({ severity }: Found): number => severities.indexOf(severity);

function place({ path, span, article }: Found): string {
  const parts = [
    ...(article ? [article] : []),
    ...(path ? [path] : []),
    ...(span && !path ? [`bytes ${span.start} to ${span.end}`] : []),
  ];
  return parts.length > 0 ? ` [${parts.join(', ')}]` : '';
}
