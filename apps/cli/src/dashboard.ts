import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer, isIP } from 'node:net';
import { constants } from 'node:os';
import { setTimeout as pause } from 'node:timers/promises';
import { exit, reason, Stop } from './exit.ts';
import { readingThread } from './paths.ts';

interface Place {
  /** The built standalone dashboard. */
  script: string;
  database: string;
  host: string;
  port: number;
}

export interface Dashboard {
  /** Resolves when it really answers; rejects where it ends before. */
  answers: Promise<void>;
  /** Resolves with its exit code. */
  ended: Promise<number>;
}

/** What to do where the dashboard is not built. */
export const rebuild = `Run 'npm run build' in Pressmark's folder.`;

/** The addresses by which the archive answers: none can be reached from another machine. */
const ownHosts = ['127.0.0.1', 'localhost', '::1'];

export function isOwnHost(host: string): boolean {
  return ownHosts.includes(host);
}

export function addressOf(host: string, port: number): string {
  return `http://${isIP(host) === 6 ? `[${host}]` : host}:${port}`;
}

/** Makes sure that a port is free, and finds one for 0; stops with words where it is not. */
export async function freePort(port: number, host: string): Promise<number> {
  const probe = createServer();
  try {
    probe.listen({ port, host });
    await once(probe, 'listening');
    const address = probe.address();
    return typeof address === 'object' && address ? address.port : port;
  } catch (error) {
    throw portStop(error, port, host);
  } finally {
    probe.close();
  }
}

function portStop(error: unknown, port: number, host: string): Stop {
  const flag = `--port ${port < 65_535 ? port + 1 : 4317}`;
  const other = `pressmark serve ${flag} (or npm start -- ${flag})`;
  const { code } = error as NodeJS.ErrnoException;
  if (code === 'EADDRINUSE') {
    return new Stop(
      exit.error,
      `Port ${port} on ${host} is in use, perhaps by Pressmark itself: look at ${addressOf(host, port)}`,
      `Or take another: ${other}`,
    );
  }
  if (code === 'EACCES')
    return new Stop(exit.error, `Port ${port} is not for everyone.`, `Take another: ${other}`);
  return new Stop(exit.error, `cannot listen on ${host}: ${reason(error)}`);
}

// As bin/pressmark starts Node.
const flags = ['--max-semi-space-size=4', '--max-old-space-size=1536'];
const memory = {
  MALLOC_ARENA_MAX: '2',
  MALLOC_MMAP_THRESHOLD_: '98304',
  MALLOC_TRIM_THRESHOLD_: '1048576',
};

/** Starts the dashboard as a child, hands signals on to it, and lets it write to stderr alone. */
export function startDashboard({ script, database, host, port }: Place): Dashboard {
  const child = spawn(process.execPath, [...flags, script], {
    env: {
      ...memory,
      ...process.env,
      NODE_ENV: 'production',
      HOSTNAME: host,
      PORT: String(port),
      PRESSMARK_DB: database,
      PRESSMARK_READER: readingThread,
    },
    stdio: ['ignore', 2, 2],
  });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => child.kill(signal));
  const ended = endOf(child);
  return { answers: answered(child, addressOf(host, port)), ended };
}

async function endOf(child: ChildProcess): Promise<number> {
  const [code, signal]: [number | null, NodeJS.Signals | null] = await once(child, 'exit').then(
    ([first, second]) => [first, second],
  );
  return code ?? 128 + (signal ? constants.signals[signal] : 0);
}

/** Asks until there is an answer. The archive itself is asked: one that cannot be opened is not announced. */
async function answered(child: ChildProcess, address: string): Promise<void> {
  while (child.exitCode === null && child.signalCode === null) {
    const response = await fetch(`${address}/api/trpc/archive.totals`).catch(() => null);
    if (response?.ok) return;
    if (response) {
      child.kill();
      throw response.status === 404
        ? new Stop(exit.error, 'The dashboard built here is out of date.', rebuild)
        : new Stop(exit.error, 'The dashboard cannot open the archive; its reason stands above.');
    }
    await pause(50);
  }
  throw new Stop(child.exitCode || exit.error, 'The dashboard ended before it answered.');
}
