import 'server-only';
import { openServer } from '@pressmark/server';

let opened: ReturnType<typeof openServer> | undefined;

/** The one server of this process, opened at the first request on the archive that PRESSMARK_DB names. */
export function archive(): ReturnType<typeof openServer> {
  opened ??= openServer({ database: databasePath(), resume: true }).catch((error: unknown) => {
    // The next request may try again: the file may be writable by then.
    opened = undefined;
    throw error;
  });
  return opened;
}

function databasePath(): string {
  const path = process.env['PRESSMARK_DB'];
  if (!path) throw new Error('PRESSMARK_DB names no archive: start the dashboard with "pressmark serve".');
  return path;
}
