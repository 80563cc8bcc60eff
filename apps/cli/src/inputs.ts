import { type Dirent, openAsBlob } from 'node:fs';
import { open, readdir, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { exit, reason, Stop } from './exit.ts';
import { counted, inLine, say } from './output.ts';

/** Something to read. */
export interface Input {
  /** As given, or found in a folder given. */
  file: string;
  /** Without its folder. */
  name: string;
  /** 0 where unknown. */
  bytes: number;
  /** Whether it can be read twice: a file can, stdin and pipes cannot. */
  again: boolean;
  /** Why there is nothing to read here, where that is known already. */
  trouble?: unknown;
  /** The file in place of a stream, where there is one: what is packed has its list at the end. */
  blob?(): Promise<Blob>;
  /** Reads from the start; fails where the machine cannot. */
  read(): AsyncIterable<Uint8Array>;
}

/** What stands in a folder and is not read. */
interface PassedOver {
  file: string;
  isLinkToFolder: boolean;
}

export interface Inputs {
  inputs: Input[];
  /** Hidden files, links to folders and devices in folders. */
  passedOver: PassedOver[];
}

/** Finds the files behind paths, folders and their folders in order of name; `-` is stdin. Stops where there is none. */
export async function findInputs(paths: string[]): Promise<Inputs> {
  const found: Inputs = { inputs: [], passedOver: [] };
  for (const path of paths) await find(path, found);
  if (found.inputs.length > 0) return found;
  sayPassedOver(found.passedOver);
  throw new Stop(exit.error, `There is no file to read in ${paths.join(', ')}.`);
}

async function find(path: string, found: Inputs): Promise<void> {
  if (path === '-') {
    found.inputs.push({ file: 'stdin', name: 'stdin', bytes: 0, again: false, read: () => process.stdin });
    return;
  }
  const input = { file: path, name: basename(path), read: () => readFile(path) };
  try {
    const stats = await stat(path);
    if (stats.isDirectory()) await findInFolder(path, found);
    else if (stats.isFile())
      found.inputs.push({ ...input, bytes: stats.size, again: true, blob: () => openAsBlob(path) });
    else found.inputs.push({ ...input, bytes: stats.size, again: false });
  } catch (trouble) {
    found.inputs.push({ ...input, bytes: 0, again: false, trouble });
  }
}

async function findInFolder(folder: string, found: Inputs): Promise<void> {
  const entries = await readdir(folder, { withFileTypes: true });
  entries.sort((a, b) => a.name.localeCompare(b.name, 'en', { numeric: true }));
  for (const entry of entries) {
    const path = join(folder, entry.name);
    const kind = await kindOf(entry, path);
    if (kind === 'wanted') await find(path, found);
    else found.passedOver.push({ file: path, isLinkToFolder: kind === 'link to a folder' });
  }
}

// A link to a folder may lead in a circle, and a named pipe in a folder would never end.
async function kindOf(entry: Dirent, path: string): Promise<'wanted' | 'link to a folder' | 'unwanted'> {
  if (entry.name.startsWith('.')) return 'unwanted';
  if (entry.isFile() || entry.isDirectory()) return 'wanted';
  if (!entry.isSymbolicLink()) return 'unwanted';
  // A link that leads nowhere is wanted: its reason belongs into the report.
  const target = await stat(path).catch(() => null);
  if (target?.isDirectory()) return 'link to a folder';
  return !target || target.isFile() ? 'wanted' : 'unwanted';
}

async function* readFile(path: string): AsyncIterable<Uint8Array> {
  const handle = await open(path);
  yield* handle.createReadStream({ highWaterMark: 256 * 1024 });
}

// More tire the eye.
const mostLinks = 20;

/** Says what of folders was passed over: links to folders by name, of the rest how many and which the first was. */
export function sayPassedOver(passedOver: PassedOver[]): void {
  const links = passedOver.filter(({ isLinkToFolder }) => isLinkToFolder);
  const [first, ...others] = passedOver.filter(({ isLinkToFolder }) => !isLinkToFolder);
  if (first) say(`Passed over, as hidden or not a file: ${inLine(first.file)}${andMore(others.length)}.`);
  if (links.length === 0) return;
  const shown = links.slice(0, mostLinks).map(({ file }) => inLine(file));
  say(`Passed over, as links to folders: ${shown.join(', ')}${andMore(links.length - shown.length)}.`);
  say('  Give such a folder by its own path to read it.');
}

/** The rest of a list that names its first. Example: ` and 3 others`. */
export const andMore = (others: number): string => (others > 0 ? ` and ${counted(others, 'other')}` : '');

const reasons: Record<string, string> = {
  ENOENT: 'There is no such file or folder.',
  EACCES: 'There is no permission to read it.',
  EPERM: 'There is no permission to read it.',
  ELOOP: 'The links lead in a circle.',
  ENAMETOOLONG: 'The name is too long.',
  EIO: 'The disk could not read it.',
};

/** Why something could not be read, in words. */
export function troubleText(trouble: unknown): string {
  const { code = '' } = trouble as NodeJS.ErrnoException;
  return reasons[code] ?? reason(trouble);
}

/** Whether the machine failed to read, not the program. */
export function isTrouble(error: unknown): boolean {
  // A file that changes while it is read, as a blob says it.
  const isChanged = error instanceof DOMException && error.name === 'NotReadableError';
  return isChanged || typeof (error as NodeJS.ErrnoException | null)?.syscall === 'string';
}
