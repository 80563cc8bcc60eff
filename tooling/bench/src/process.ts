import { type ChildProcess, fork, spawn } from 'node:child_process';
import { once } from 'node:events';
import { constants } from 'node:os';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';

// As apps/cli/bin/pressmark starts Node.
const flags = ['--max-semi-space-size=4', '--max-old-space-size=1536'];
const env = {
  MALLOC_ARENA_MAX: '2',
  MALLOC_MMAP_THRESHOLD_: '98304',
  MALLOC_TRIM_THRESHOLD_: '1048576',
  ...process.env,
};

const ends = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** Lets a child end with this process, whether that comes to its end or is told to. */
export function endWith(child: ChildProcess, signal: NodeJS.Signals = 'SIGTERM'): void {
  const kill = (): void => void child.kill(signal);
  process.on('exit', kill);
  child.once('exit', () => process.off('exit', kill));
  for (const end of ends) {
    if (process.listenerCount(end) === 0) process.on(end, () => process.exit(128 + constants.signals[end]));
  }
}

/** Runs a program and gives what it prints; what it says on the way is shown. */
export async function runProgram(program: string, ...parameters: string[]): Promise<string> {
  const child = spawn(program, parameters, { env, stdio: ['ignore', 'pipe', 'inherit'] });
  endWith(child);
  const [printed, [code, signal]] = await Promise.all([text(child.stdout), once(child, 'exit')]);
  if (code !== 0)
    throw new Error(
      `${program} ${parameters.join(' ')} ended with ${code ?? signal}: ${printed.slice(-2_000)}`,
    );
  return printed;
}

/** Starts a script of this folder that does its work each time it is asked, with Node as it comes. */
export function startScript<T>(script: string, ...parameters: string[]): { ask(): Promise<T>; end(): void } {
  const child = fork(fileURLToPath(new URL(script, import.meta.url)), parameters, { env, execArgv: [] });
  endWith(child);
  const ended = once(child, 'exit').then(([code, signal]): never => {
    throw new Error(`${script} ${parameters.join(' ')} ended with ${code ?? signal}.`);
  });
  ended.catch(() => {});
  return {
    async ask() {
      child.send('go');
      const [answer] = await Promise.race([once(child, 'message'), ended]);
      return answer as T;
    },
    end: () => void child.kill(),
  };
}

/** Runs a script, given by its place in this folder or its URL, as a process of its own, and gives the JSON it prints. */
export async function runScript<T>(script: string, ...parameters: string[]): Promise<T> {
  const path = fileURLToPath(new URL(script, import.meta.url));
  return JSON.parse(await runProgram(process.execPath, ...flags, path, ...parameters)) as T;
}
