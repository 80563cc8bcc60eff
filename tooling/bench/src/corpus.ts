import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { fileURLToPath } from 'node:url';
import {
  inventArticles,
  type SkeletonId,
  skeletons,
  type Truth,
  wrap,
  wrapChunks,
} from '@pressmark/fixtures';

const folderOf = (path: string): string => fileURLToPath(new URL(`../../../${path}/`, import.meta.url));
/** Where generated files and archives are kept. */
export const cache = folderOf('tooling/bench/.cache');

/** Where the code lies that makes export files, and the code that makes archives of them. */
export const generator = ['tooling/fixtures/src'];
export const importer = [...generator, 'packages/core/src', 'packages/store/src', 'packages/server/src'];

/** Stands for the code in some folders, and for more that decides, so that what changed code would make is made anew. */
export async function hashOf(folders: readonly string[], ...more: string[]): Promise<string> {
  const hash = createHash('sha256');
  for (const text of more) hash.update(text);
  for (const folder of folders.map(folderOf)) {
    const names = (await readdir(folder, { recursive: true })).filter((name) =>
      /(?<!\.test)\.ts$/.test(name),
    );
    for (const name of names.sort()) hash.update(name).update(await readFile(join(folder, name)));
  }
  return hash.digest('hex').slice(0, 8);
}

/**
 * A place in the cache that `make` fills where it is missing; older versions go, a half-made one is never taken. It is made
 * anew when the code in some folders changes, or what a hash stands for.
 */
export async function cached(
  name: string,
  make: (path: string) => Promise<void>,
  code: readonly string[] | string = generator,
): Promise<string> {
  const hash = typeof code === 'string' ? code : await hashOf(code);
  const path = join(cache, `${name}-${hash}`);
  if (await stat(path).catch(() => null)) return path;
  await mkdir(cache, { recursive: true });
  for (const old of await readdir(cache)) {
    if (old.startsWith(`${name}-`)) await rm(join(cache, old), { recursive: true });
  }
  process.stderr.write(`making ${name} ...\n`);
  const unfinished = join(cache, `unfinished-${name}`);
  await rm(unfinished, { recursive: true, force: true });
  await make(unfinished);
  await rename(unfinished, path);
  return path;
}

/** Writes an export file in constant memory. */
export const write = (articles: Iterable<Truth>, skeleton: SkeletonId, path: string): Promise<void> =>
  pipeline(Readable.from(wrapChunks(articles, skeleton)), createWriteStream(path));

/** One generated file of about this many bytes. */
export function fileOfSize(skeleton: SkeletonId, bytes: number): Promise<string> {
  return cached(`file-${skeleton}-${bytes}`, async (path) => {
    const few = [...inventArticles({ count: 40, seed: 1, style: 'volume' })];
    const none = wrap([], skeleton).length;
    const each = (wrap(few, skeleton).length - none) / few.length;
    const count = Math.round((bytes - none) / each);
    await write(inventArticles({ count, seed: 1, style: 'volume' }), skeleton, path);
  });
}

/** As many as the largest download holds. */
const articlesPerFile = 500;
/** Turn by turn, as an archive grows from many kinds of download. */
const kinds: readonly SkeletonId[] = ['html-plain', 'html-indexed', 'rtf-native', 'text-labelled'];

function* take<T>(items: Iterator<T>, count: number): Generator<T> {
  for (let taken = 0; taken < count; taken += 1) {
    const { value, done } = items.next();
    if (done) return;
    yield value;
  }
}

/** A folder of generated export files, newest articles first, that hold this many articles in all. */
export function exportFiles(articles: number): Promise<string> {
  return cached(`exports-${articles}`, async (folder) => {
    await mkdir(folder, { recursive: true });
    const invented = inventArticles({ count: articles, seed: 1, style: 'volume' });
    for (let at = 0; at * articlesPerFile < articles; at += 1) {
      const kind = kinds[at % kinds.length] ?? 'html-plain';
      const name = `${String(at).padStart(4, '0')}-${kind}.${skeletons[kind].extension}`;
      await write(take(invented, articlesPerFile), kind, join(folder, name));
    }
  });
}
