import { stat } from 'node:fs/promises';
import type { Client } from '@pressmark/client';
import type { Globals } from './command.ts';
import { debug, exit, reason, Stop } from './exit.ts';
import { sayProblem, writeJson } from './output.ts';
import { archivePath, makeFolderOf, readingThread } from './paths.ts';
import { queryStop } from './problem.ts';

export type { Client } from '@pressmark/client';

interface Need {
  /** Where there is no archive yet, a command that only reads stops; one that writes makes it. */
  missing: 'stop' | 'make';
  /** Text of the query that is asked, for errors that point into it. */
  query?: string;
}

/** Opens the archive, or the way to a running dashboard, for as long as `use` runs. */
export async function withArchive<Result>(
  globals: Globals,
  { missing, query = '' }: Need,
  use: (client: Client) => Promise<Result>,
): Promise<Result> {
  const { client, close } = globals.server ? await connect(globals) : await open(globals, missing);
  try {
    return await use(client);
  } catch (error) {
    throw await explain(error, { ...globals, query });
  } finally {
    await close();
  }
}

async function connect({ server = '', db }: Globals) {
  if (db) throw new Stop(exit.usage, 'Say either --db or --server, not both.');
  const url = URL.parse(server);
  if (!url || !/^https?:$/.test(url.protocol)) {
    throw new Stop(exit.usage, `${server} is not an address.`, 'An address looks like http://127.0.0.1:4317');
  }
  const { createClient } = await import('@pressmark/client');
  return { client: createClient({ url: server.replace(/\/+$/, '') }), close: async () => {} };
}

async function open({ db }: Globals, missing: Need['missing']) {
  const path = archivePath(db);
  if (missing === 'make') await makePlace(path);
  else if (!(await isFilled(path))) {
    throw new Stop(exit.error, `There is no archive at ${path} yet.`, 'pressmark import FILE makes one.');
  }
  const [{ createClient }, { openServer }] = await Promise.all([
    import('@pressmark/client'),
    import('@pressmark/server'),
  ]);
  try {
    const server = await openServer({ database: path, reader: readingThread, log: sayFault });
    return { client: createClient({ server }), close: () => server.close() };
  } catch (error) {
    throw unopened(path, error);
  }
}

/** Whether there is an archive where a command is to look for it. */
export async function hasArchive({ db, server }: Globals): Promise<boolean> {
  return server !== undefined || isFilled(archivePath(db));
}

/** Whether a file with something in it is there; stops where none can be. */
async function isFilled(path: string): Promise<boolean> {
  try {
    const stats = await stat(path);
    if (!stats.isDirectory()) return stats.size > 0;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return false;
    throw unopened(path, error);
  }
  throw new Stop(exit.error, `${path} is a folder, not an archive.`, 'An archive is a file: name one in it.');
}

const denied = 'There is no permission to open or make it there.';
const reasons: Record<string, string> = {
  EACCES: denied,
  EPERM: denied,
  EROFS: 'The disk may not be written.',
  ENOTDIR: 'A part of the path is a file, not a folder.',
  ENAMETOOLONG: 'The name is too long.',
  SQLITE_CANTOPEN: denied,
  SQLITE_NOTADB: 'It is a file of another kind.',
};

/** The end of a command whose archive cannot be opened, with the reason in words. */
function unopened(path: string, error: unknown): Stop {
  const { code = '' } = error as NodeJS.ErrnoException;
  return new Stop(exit.error, `cannot open the archive ${path}: ${reasons[code] ?? reason(error)}`);
}

/** What goes wrong inside is said in words; NODE_DEBUG=pressmark shows the rest. */
function sayFault(error: unknown): void {
  debug('%O', error);
  sayProblem(reason(error));
}

/** Makes the folder of an archive; stops where no archive can be. */
async function makePlace(path: string): Promise<void> {
  try {
    await makeFolderOf(path);
  } catch (error) {
    throw unopened(path, error);
  }
  await isFilled(path);
}

async function explain(
  error: unknown,
  { server, json, query }: Globals & { query: string },
): Promise<unknown> {
  if (error instanceof Stop) return error;
  const { problemsOf } = await import('@pressmark/client');
  const problems = problemsOf(error);
  if (problems.length > 0) {
    if (json) await writeJson({ problems });
    return queryStop(query, problems);
  }
  if (server && !wasAnswered(error)) {
    return new Stop(exit.error, `No Pressmark answers at ${server}.`, 'Is pressmark serve running there?');
  }
  return refusalStop(error);
}

/** Whether an error is an answer of an archive: one without `data` (a procedure's) or `status` (a route's) is not. */
function wasAnswered(error: unknown): boolean {
  const { data, status } = error as { data?: unknown; status?: unknown };
  return Boolean(data ?? status);
}

/** The end of a command that the archive refused: it has no such article, or the input will not do. Any other error stays itself. */
function refusalStop(error: unknown): unknown {
  const { data, message } = error as { data?: { code?: unknown; problems?: unknown[] }; message: string };
  if (isNotFound(error)) return new Stop(exit.nothing, message);
  const isInput = data?.code === 'BAD_REQUEST' && !data.problems?.length;
  return isInput ? new Stop(exit.usage, message) : error;
}

/** Whether the archive answered that it has no such thing. */
export function isNotFound(error: unknown): boolean {
  return (error as { data?: { code?: unknown } } | null)?.data?.code === 'NOT_FOUND';
}
