import { access, mkdir } from 'node:fs/promises';
import { homedir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

interface Machine {
  platform: NodeJS.Platform;
  env: NodeJS.ProcessEnv;
  home: string;
}

/** Where the archive is: `--db`, else PRESSMARK_DB, else the user's data folder. */
export function archivePath(
  db: string | undefined,
  { platform, env, home }: Machine = { platform: process.platform, env: process.env, home: homedir() },
): string {
  const { PRESSMARK_DB } = env;
  const given = db || PRESSMARK_DB;
  return given ? resolve(given) : join(dataFolder({ platform, env, home }), 'archive.db');
}

function dataFolder({ platform, env, home }: Machine): string {
  const { LOCALAPPDATA, XDG_DATA_HOME } = env;
  if (platform === 'win32') return join(LOCALAPPDATA || join(home, 'AppData', 'Local'), 'Pressmark');
  if (platform === 'darwin') return join(home, 'Library', 'Application Support', 'Pressmark');
  return join(XDG_DATA_HOME || join(home, '.local', 'share'), 'pressmark');
}

/** Makes the folder of a file where it is missing, for this user alone. */
export async function makeFolderOf(file: string): Promise<void> {
  const folder = dirname(file);
  if (await exists(folder)) return;
  await makeFolderOf(folder);
  try {
    // Node's own way of making folders above too never ends where a file system refuses one, as /proc does.
    await mkdir(folder, { mode: 0o700 });
  } catch (error) {
    // Another process may have been as quick.
    if (!(await exists(folder))) throw error;
  }
}

export async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}

/** The built dashboard of this checkout; `src` and `dist` are equally deep. */
export const dashboard = fileURLToPath(
  new URL('../../web/.next/standalone/apps/web/server.js', import.meta.url),
);

const script = import.meta.url.endsWith('.ts') ? './thread.ts' : './thread.mjs';
/** The script of the threads that read imports and run searches. */
export const readingThread = fileURLToPath(new URL(script, import.meta.url));
