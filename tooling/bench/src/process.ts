import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';

// As apps/cli/bin/pressmark starts Node.
const flags = ['--max-semi-space-size=8', '--max-old-space-size=1536'];
const env = { MALLOC_ARENA_MAX: '2', ...process.env };

/** Runs a program and gives what it prints; what it says on the way is shown. */
export async function runProgram(program: string, ...parameters: string[]): Promise<string> {
  const child = spawn(program, parameters, { env, stdio: ['ignore', 'pipe', 'inherit'] });
  const [printed, [code, signal]] = await Promise.all([text(child.stdout), once(child, 'exit')]);
  if (code !== 0)
    throw new Error(
      `${program} ${parameters.join(' ')} ended with ${code ?? signal}: ${printed.slice(-2_000)}`,
    );
  return printed;
}

/** Runs a script, given by its place in this folder or its URL, as a process of its own, and gives the JSON it prints. */
export async function runScript<T>(script: string, ...parameters: string[]): Promise<T> {
  const path = fileURLToPath(new URL(script, import.meta.url));
  return JSON.parse(await runProgram(process.execPath, ...flags, path, ...parameters)) as T;
}
