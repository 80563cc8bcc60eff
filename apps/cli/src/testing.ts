import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll } from 'vitest';

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
}

const { PATH = '' } = process.env;
const main = fileURLToPath(new URL('main.ts', import.meta.url));

/** Runs the command line as a process of its own, from its source; the environment holds nothing of the user's. */
export function runCli(args: string[], { input = '', env = {}, uid }: Circumstances = {}): Promise<Ran> {
  const child = spawn(process.execPath, [main, ...args], {
    env: { PATH, HOME: '/nowhere', ...env },
    ...(uid === undefined ? {} : { uid }),
  });
  const ran: Ran = { code: null, stdout: '', stderr: '' };
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    ran.stdout += text;
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
