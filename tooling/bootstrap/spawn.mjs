import { spawn, spawnSync } from 'node:child_process';
import { delimiter, dirname, join } from 'node:path';
import { findNode, nodeVersion, root, toolsBin } from './node.mjs';

const onWindows = process.platform === 'win32';

/** The environment of everything we run: the right Node and pnpm first, and nothing npm left behind. */
export function cleanEnv() {
  const kept = Object.entries(process.env).filter(([name]) => !/^npm_/i.test(name));
  const env = { ...Object.fromEntries(kept), NEXT_TELEMETRY_DISABLED: '1', TURBO_TELEMETRY_DISABLED: '1' };
  const node = findNode();
  if (!node) return env;
  const path = [join(root, 'node_modules', '.bin'), dirname(node), toolsBin, env.PATH];
  return { ...env, PATH: path.join(delimiter), NODE_VERSION: nodeVersion(node) };
}

/** Runs a command to its end; its exit code. */
export function exitCode(command, args, options = {}) {
  const { status, error } = spawnSync(command, args, {
    cwd: root,
    env: cleanEnv(),
    stdio: 'inherit',
    shell: onWindows,
    ...options,
  });
  if (error) fail(`${command} could not be started: ${error.message}`);
  return status ?? 1;
}

/** Runs a command to its end and leaves with its exit code where it fails. */
export function run(command, args, options) {
  const code = exitCode(command, args, options);
  if (code !== 0) process.exit(code);
}

/** Runs a command in our place: it has the terminal, gets the signals and decides the exit code. */
export function become(command, args) {
  const child = spawn(command, args, { env: cleanEnv(), stdio: 'inherit', shell: onWindows });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  child.on('error', (error) => fail(`${command} could not be started: ${error.message}`));
  child.on('exit', (code, signal) => process.exit(code ?? (signal === 'SIGINT' ? 130 : 143)));
}

export function fail(message) {
  console.error(message);
  process.exit(1);
}
