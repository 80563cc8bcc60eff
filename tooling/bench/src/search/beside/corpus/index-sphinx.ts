import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runProgram } from '../../../process.ts';
import { configOf, valuesFile } from '../sphinx-server.ts';

const quoted = (part: string): string => `'${part.replaceAll("'", "'\\''")}'`;

/** Makes Sphinx's index of the generated articles in a folder. */
export async function indexSphinx(folder: string, articles: number): Promise<void> {
  await mkdir(folder);
  const printer = fileURLToPath(new URL('print-run.ts', import.meta.url));
  const command = [process.execPath, printer, join(folder, valuesFile), String(articles)]
    .map(quoted)
    .join(' ');
  const config = join(folder, 'indexing.conf');
  await writeFile(config, configOf(folder, { command }));
  const said = await runProgram('indexer', '--config', config, '--all');
  const collected = Number(/collected (\d+) docs/.exec(said)?.[1]);
  if (collected !== articles)
    throw new Error(`Sphinx indexed ${collected} of ${articles} articles:\n${said}`);
}
