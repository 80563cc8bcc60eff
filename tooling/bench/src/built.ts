import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'tsdown';
import { cache } from './corpus.ts';

const sourceOf = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** Scripts that import and search, and the script of the server's threads. */
export interface BuiltScripts {
  import: string;
  ask: string;
  busy: string;
  beside: string;
  /** A path, as the server takes it. */
  reader: string;
}

/** Bundles what imports and searches as the command line is bundled, so that neither speed nor memory is that of running from source. */
export async function builtScripts(): Promise<BuiltScripts> {
  const outDir = join(cache, 'built');
  await build({
    config: false,
    entry: {
      import: sourceOf('import-run.ts'),
      ask: sourceOf('search/ask-run.ts'),
      busy: sourceOf('search/busy-run.ts'),
      beside: sourceOf('search/beside/beside-run.ts'),
      thread: fileURLToPath(import.meta.resolve('@pressmark/server/thread')),
    },
    outDir,
    platform: 'node',
    target: 'node22',
    fixedExtension: true,
    dts: false,
    deps: { alwaysBundle: [/./], neverBundle: ['better-sqlite3', 'pg', /^mysql2/], onlyBundle: false },
    logLevel: 'error',
  });
  const urlOf = (name: string): string => pathToFileURL(join(outDir, `${name}.mjs`)).href;
  return {
    import: urlOf('import'),
    ask: urlOf('ask'),
    busy: urlOf('busy'),
    beside: urlOf('beside'),
    reader: join(outDir, 'thread.mjs'),
  };
}
