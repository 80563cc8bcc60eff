import { execFile } from 'node:child_process';
import { chown, mkdir } from 'node:fs/promises';
import { promisify } from 'node:util';
import { postgresProgram, postgresUser } from '../postgres-server.ts';

/** Makes an empty cluster in a folder, owned by the user its server runs as. */
export async function initPostgres(folder: string): Promise<void> {
  const user = await postgresUser();
  await mkdir(folder, { mode: 0o700 });
  if (user.uid !== undefined && user.gid !== undefined) await chown(folder, user.uid, user.gid);
  const initdb = await postgresProgram('initdb');
  if (!initdb) throw new Error('initdb is not installed.');
  await promisify(execFile)(
    initdb,
    ['--pgdata', folder, '--encoding=UTF8', '--locale=C', '--username=bench', '--auth=trust', '--no-sync'],
    { ...user, cwd: '/' },
  );
}
