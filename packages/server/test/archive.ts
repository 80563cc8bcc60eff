import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { openServer, type Server, type ServerConfig } from '../src/server.ts';
import { temporaryFolder } from './folder.ts';

/** A real archive in a folder of its own; a fault of the server fails the test. */
export async function openTestServer(
  config: Partial<ServerConfig> = {},
): Promise<Server & { faults: unknown[] }> {
  const database = config.database ?? join(await temporaryFolder(), 'archive.db');
  const faults: unknown[] = [];
  const server = await openServer({ log: (error) => faults.push(error), ...config, database });
  onTestFinished(() => server.close());
  return { ...server, faults };
}
