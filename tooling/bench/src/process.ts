import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const start = promisify(execFile);

// As apps/cli/bin/pressmark starts Node.
const flags = ['--max-semi-space-size=8', '--max-old-space-size=1536'];
const env = { MALLOC_ARENA_MAX: '2', ...process.env };

/** Runs a script of this folder as a process of its own, and gives the JSON it prints. */
export async function runScript<T>(script: string, ...parameters: string[]): Promise<T> {
  const path = fileURLToPath(new URL(script, import.meta.url));
  const { stdout } = await start(process.execPath, [...flags, path, ...parameters], {
    maxBuffer: 1e8,
    env,
  });
  return JSON.parse(stdout) as T;
}
