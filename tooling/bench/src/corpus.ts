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

const cache = fileURLToPath(new URL('../.cache/', import.meta.url));
const generator = fileURLToPath(new URL('../../fixtures/src/', import.meta.url));

/** Stands for the source of the generator, so that a changed one writes its files anew. */
async function generatorHash(): Promise<string> {
  const names = (await readdir(generator, { recursive: true })).filter((name) =>
    /(?<!\.test)\.ts$/.test(name),
  );
  const hash = createHash('sha256');
  for (const name of names.sort()) hash.update(name).update(await readFile(join(generator, name)));
  return hash.digest('hex').slice(0, 8);
}

/** A place in the cache that `make` fills where it is missing; a half-made one is never taken. */
export async function cached(name: string, make: (path: string) => Promise<void>): Promise<string> {
  const path = join(cache, `${await generatorHash()}-${name}`);
  if (await stat(path).catch(() => null)) return path;
  const unfinished = `${path}.unfinished`;
  await mkdir(cache, { recursive: true });
  await rm(unfinished, { recursive: true, force: true });
  process.stderr.write(`making ${name} ...\n`);
  await make(unfinished);
  await rename(unfinished, path);
  return path;
}

const write = (articles: Iterable<Truth>, skeleton: SkeletonId, path: string): Promise<void> =>
  pipeline(Readable.from(wrapChunks(articles, skeleton)), createWriteStream(path));

/** One generated file of about this many bytes. */
export function fileOfSize(skeleton: SkeletonId, bytes: number): Promise<string> {
  const { extension } = skeletons[skeleton];
  return cached(`${skeleton}-${bytes}.${extension}`, async (path) => {
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
