import { access } from 'node:fs/promises';
import { delimiter, join } from 'node:path';

/** The path of a program in the folders where programs are looked for and in some more; null where it is in none. */
export async function findProgram(name: string, ...more: string[]): Promise<string | null> {
  for (const folder of [...(process.env.PATH ?? '').split(delimiter), ...more]) {
    const path = join(folder, name);
    const isThere = await access(path).then(
      () => true,
      () => false,
    );
    if (isThere) return path;
  }
  return null;
}
