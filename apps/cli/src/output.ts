import { once } from 'node:events';
import { styleText } from 'node:util';

type Style = 'bold' | 'dim' | 'red' | 'yellow' | 'green';

/** Text for people: plain, or with a style that a terminal shows unless NO_COLOR says otherwise. */
export type Words = string | { text: string; style: Style };

const styled = (style: Style) => (text: string | number) => ({ text: String(text), style });
export const bold = styled('bold');
export const dim = styled('dim');
export const red = styled('red');
export const yellow = styled('yellow');
export const green = styled('green');

/** A number with separators of thousands. Example: `1,284`. */
export const count = (value: number): string => value.toLocaleString('en');

/** A number and its noun. Examples: `1 article`, `2 articles`. */
export const counted = (value: number, noun: string): string =>
  `${count(value)} ${noun}${value === 1 ? '' : 's'}`;

const units = ['bytes', 'kB', 'MB', 'GB', 'TB'];

/** Bytes in steps of a thousand, as file managers and the dashboard show them. Example: `6.5 MB`. */
export function size(bytes: number): string {
  const step = bytes < 1000 ? 0 : Math.min(Math.floor(Math.log10(bytes) / 3), units.length - 1);
  if (step === 0) return counted(bytes, 'byte');
  return `${(bytes / 1000 ** step).toLocaleString('en', { maximumFractionDigits: 1 })} ${units[step]}`;
}

// Control characters and direction overrides: text from files must not steer the terminal.
const steering = /[\p{Cc}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu;
const plain = (text: string): string =>
  text.replace(steering, (character) => (character === '\n' || character === '\t' ? character : '\ufffd'));

/** A name as it can stand in a line: what breaks lines is shown as other control characters are. */
export const inLine = (name: string): string => name.replace(/[\n\t\u2028\u2029]/g, '\ufffd');

function render(words: Words[], stream: NodeJS.WriteStream): string {
  return words
    .map((word) =>
      typeof word === 'string' ? plain(word) : styleText(word.style, plain(word.text), { stream }),
    )
    .join('');
}

/** Writes data to stdout as it stands; waits where the reader is slower. */
export async function writeData(data: string | Uint8Array): Promise<void> {
  if (!process.stdout.write(data)) await once(process.stdout, 'drain');
}

/** Writes a value to stdout as one JSON document. */
export function writeJson(value: unknown): Promise<void> {
  return writeData(`${JSON.stringify(value, null, 2)}\n`);
}

/** Writes a line for people to stdout. */
export function print(...words: Words[]): Promise<void> {
  return writeData(`${render(words, process.stdout)}\n`);
}

/** Writes a line for people to stderr. */
export function say(...words: Words[]): void {
  process.stderr.write(`${render(words, process.stderr)}\n`);
}

/** Says what went wrong, and what to do about it. */
export function sayProblem(message: string, mend?: string): void {
  say(red('pressmark: '), message);
  if (mend) say('  ', mend);
}

const unwritable: Record<string, string> = {
  EEXIST: 'it exists already. Choose another name.',
  ENOENT: 'there is no such folder.',
  EACCES: 'there is no permission to write there.',
  EPERM: 'there is no permission to write there.',
  EROFS: 'the disk is read-only.',
  ENOSPC: 'the disk is full. Make room and give the command again.',
  EDQUOT: 'your share of the disk is full. Make room and give the command again.',
};

/** Why an output cannot be written, in words that go on a sentence. */
export function whyUnwritable(error: NodeJS.ErrnoException): string {
  return unwritable[error.code ?? ''] ?? error.message;
}

/** Lets a reader such as `head` close its pipe at any time: without stdout the end is quiet. */
export function takeClosedPipes(): void {
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') sayProblem(`cannot write: ${whyUnwritable(error)}`);
    process.exit(error.code === 'EPIPE' ? 0 : 1);
  });
  // Nobody reads the words any more: the work goes on.
  process.stderr.on('error', () => {});
}

/** Breaks a text into lines of at most `width` characters between words; its own line breaks stay. */
export function wrap(text: string, width: number): string[] {
  return text.split('\n').flatMap((line) => {
    const lines: string[] = [];
    let current = '';
    for (const word of line.split(' ')) {
      if (current && current.length + 1 + word.length > width) {
        lines.push(current);
        current = word;
      } else {
        current = current ? `${current} ${word}` : word;
      }
    }
    return [...lines, current];
  });
}

/** Columns of the terminal, at most 80: longer lines tire the eye. */
export function lineWidth(): number {
  return Math.max(30, Math.min(80, process.stdout.columns ?? 80));
}
