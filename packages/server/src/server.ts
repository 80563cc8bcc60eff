import { openSqliteStore, type Store } from '@pressmark/store';
import { answer, type Inside } from './fetch.ts';
import { openOriginals } from './files.ts';
import { type Importer, openImporter } from './importer.ts';

export interface ServerConfig {
  /** Path of the database; the originals lie beside it in `<database>.files`. */
  database: string;
  /** Goes on with imports that a crash or a close cut short. */
  resume?: boolean;
  /**
   * Script of the threads that read imports and run searches. A bundle makes one of `@pressmark/server/thread`; without
   * it reading, storing and searching take turns in this thread.
   */
  reader?: string | URL | undefined;
  /** Milliseconds that a search may take, 20,000 by default. */
  limit?: number | undefined;
  /** Told every fault of ours; writes to standard error otherwise. */
  log?: (error: unknown) => void;
}

/** An archive behind one function. */
export interface Server {
  /** Answers a request, from the network or from the same process alike; never rejects. */
  fetch(request: Request): Promise<Response>;
  /** Ends the running batch and closes the archive. */
  close(): Promise<void>;
}

/** Opens an archive, which is made where there is none. */
export async function openServer({
  database,
  resume = false,
  reader,
  limit,
  log = console.error,
}: ServerConfig): Promise<Server> {
  const store = await openSqliteStore({ path: database, thread: reader, limit });
  const originals = await openOriginals(`${database}.files`);
  const archive = { store, originals, reader: reader ?? null };
  const importer = openImporter(archive, log);
  await store.imports.interrupted();
  if (resume) await resumeImports(store, importer);
  const inside: Inside = { ...archive, importer, log };
  let isClosed = false;
  /** What an answer under way misses when the archive is closed is no fault: nobody waits for it. */
  const logUnlessCut = (error: unknown): void => {
    if (!isClosed) log(error);
  };
  return {
    fetch: (request) => answer(isClosed ? inside : { ...inside, log: logUnlessCut }, request),
    async close() {
      await importer.close();
      isClosed = true;
      await store.close();
    },
  };
}

/** More imports than this were never cut short at once. */
const recent = 500;

async function resumeImports(store: Store, importer: Importer): Promise<void> {
  const imports = await store.imports.list({ limit: recent });
  for (const { id, state } of imports.reverse()) {
    if (state === 'interrupted') await importer.resume(id);
  }
}
