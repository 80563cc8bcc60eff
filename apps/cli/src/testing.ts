import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { inventArticles, type SkeletonId, type Truth, type WrapOptions, wrap } from '@pressmark/fixtures';
import { afterAll, beforeAll, vi } from 'vitest';

/** What a run of the command line left. */
export interface Ran {
  code: number | null;
  stdout: string;
  stderr: string;
}

interface Circumstances {
  input?: string | Uint8Array;
  env?: Record<string, string>;
  /** User id to run as. */
  uid?: number;
  /** Closes stdout after the first data, as `head` does. */
  close?: boolean;
}

const { PATH = '' } = process.env;
// A process each with a machine's other work beside it: slow is not wrong.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

/** The built command line: what is shipped, and three times as quick to start as its source. */
export const main = fileURLToPath(new URL('../dist/main.mjs', import.meta.url));
if (!existsSync(main)) throw new Error('Run the build of this package first: its tests run what is built.');

/** Runs the command line as a process of its own; the environment holds nothing of the user's. */
export function runCli(
  args: string[],
  { input = '', env = {}, uid, close = false }: Circumstances = {},
): Promise<Ran> {
  const child = spawn(process.execPath, [main, ...args], {
    env: { PATH, HOME: '/nowhere', ...env },
    ...(uid === undefined ? {} : { uid }),
  });
  const ran: Ran = { code: null, stdout: '', stderr: '' };
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    ran.stdout += text;
    if (close) child.stdout.destroy();
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    ran.stderr += text;
  });
  child.stdin.on('error', () => {});
  child.stdin.end(input);
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => resolve({ ...ran, code }));
  });
}

/** A folder for the tests of a file, removed after them. */
export function useFolder(): (...parts: string[]) => string {
  let folder = '';
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'pressmark-cli-'));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));
  return (...parts) => join(folder, ...parts);
}

/** Invents articles; the same seed gives the same ones. */
export function invent(count: number, seed: number): Truth[] {
  return [...inventArticles({ count, seed, languages: ['en'] })];
}

/** Writes articles as an export. */
export async function writeExport(
  path: string,
  articles: Truth[],
  { skeleton = 'html-plain', ...options }: WrapOptions & { skeleton?: SkeletonId } = {},
): Promise<void> {
  await writeFile(path, wrap(articles, skeleton, options));
}

export const idOf = ({ accession }: Truth): string => `factiva:${accession.number}`;

/** Writes one file for each way in which a file can be of no use, or of half a use. */
export async function writeBadFiles(at: (name: string) => string): Promise<void> {
  await writeFile(at('empty.html'), '');
  await writeFile(at('letter.txt'), 'Dear harbour master,\nthe ferry was late again.\n');
  await writeFile(
    at('picture.html'),
    Buffer.from(Array.from({ length: 5000 }, (_, at) => (at * 7919) % 256)),
  );
  await writeExport(at('cut.rtf'), invent(3, 11), { skeleton: 'rtf-indexed', cut: 0.7 });
  await writeExport(at('cut.html'), invent(12, 12), { cut: 0.7 });
}
