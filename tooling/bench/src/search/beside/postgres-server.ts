import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chown, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { promisify } from 'node:util';
import pg from 'pg';
import { endWith } from '../../process.ts';
import { findProgram } from './program.ts';

const run = promisify(execFile);
/** Where Debian keeps its servers, one folder a version. */
const debian = '/usr/lib/postgresql';

/** The path of one of PostgreSQL's programs, on the path or where Debian keeps the newest; null where it is missing. */
export async function postgresProgram(name: 'postgres' | 'initdb'): Promise<string | null> {
  const versions = (await readdir(debian).catch(() => [])).sort((a, b) => Number(b) - Number(a));
  return findProgram(name, ...versions.map((version) => join(debian, version, 'bin')));
}

interface User {
  uid?: number;
  gid?: number;
}

/** PostgreSQL refuses to run as root: then it runs as the user it brought, or as nobody. */
export async function postgresUser(): Promise<User> {
  if (process.getuid?.() !== 0) return {};
  const idOf = async (flag: '-u' | '-g', name: string): Promise<number> =>
    Number((await run('id', [flag, name])).stdout);
  const named = async (name: string): Promise<User> => ({
    uid: await idOf('-u', name),
    gid: await idOf('-g', name),
  });
  return named('postgres').catch(() => named('nobody'));
}

// All of the articles fit in memory, and a crash of the bench loses nothing of worth.
const settings = {
  listen_addresses: '',
  shared_buffers: '1GB',
  effective_cache_size: '4GB',
  work_mem: '128MB',
  maintenance_work_mem: '512MB',
  max_wal_size: '4GB',
  random_page_cost: '1.1',
  jit: 'off',
  fsync: 'off',
  autovacuum: 'off',
};

export interface Postgres {
  client: pg.Client;
  version: string;
  /** Ends the server in good order. */
  stop(): Promise<void>;
}

/** Starts the server of a cluster on a socket of its own (whose path has to be short), reached by nobody else. */
export async function startPostgres(folder: string): Promise<Postgres> {
  const postgres = await postgresProgram('postgres');
  if (!postgres) throw new Error('postgres is not installed.');
  const user = await postgresUser();
  const socket = await mkdtemp(join(tmpdir(), 'pressmark-pg-'));
  if (user.uid !== undefined && user.gid !== undefined) await chown(socket, user.uid, user.gid);
  const flags = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const server = spawn(postgres, ['-D', folder, '-k', socket, ...flags], {
    ...user,
    cwd: '/',
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let said = '';
  server.stderr.on('data', (chunk: Buffer) => {
    said = `${said}${chunk}`.slice(-2_000);
  });
  endWith(server, 'SIGINT');
  const isRunning = (): boolean => server.exitCode === null && server.signalCode === null;
  const client = await connect(socket, isRunning).catch((error) => {
    server.kill('SIGINT');
    throw new Error(`PostgreSQL does not answer: ${said}`, { cause: error });
  });
  const { rows } = await client.query<{ server_version: string }>('SHOW server_version');
  return {
    client,
    version: rows[0]?.server_version.split(' ')[0] ?? '',
    async stop() {
      await client.end();
      server.kill('SIGTERM');
      if (isRunning()) await once(server, 'exit');
      await rm(socket, { recursive: true, force: true });
    },
  };
}

async function connect(socket: string, isRunning: () => boolean): Promise<pg.Client> {
  for (;;) {
    const client = new pg.Client({ host: socket, user: 'bench', database: 'postgres' });
    try {
      await client.connect();
      return client;
    } catch (error) {
      if (!isRunning()) throw error;
      await pause(50);
    }
  }
}
