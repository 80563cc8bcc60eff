import { createHash, randomUUID } from 'node:crypto';
import { createReadStream, existsSync } from 'node:fs';
import { type FileHandle, mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { DiskFull, isDiskFull } from '@pressmark/store';
import { Refusal } from './refusal.ts';

/** What is known of a kept original: its content's hash in hex, and its size. */
export interface Original {
  sha256: string;
  bytes: number;
}

/** The content of an original. */
export interface Content {
  bytes: number;
  /** Streams the bytes `[start, end)`; to the end where `end` is absent or beyond it. */
  read(start?: number, end?: number): AsyncIterable<Uint8Array>;
}

/** The imported files as they were, each under the hash of its content. */
export interface Originals {
  /** Writes a stream to disk, hashing on the way; it is there whole, or not at all. */
  keep(content: AsyncIterable<Uint8Array>): Promise<Original>;
  /** Makes what was kept until now outlast a loss of power. */
  settle(): Promise<void>;
  /** A kept original; null where it is gone. */
  open(sha256: string): Promise<Content | null>;
  /** Where an original of this hash lies, if it does. */
  path(sha256: string): string;
}

const incoming = '.incoming-';
const dayMs = 24 * 60 * 60 * 1000;

/** Opens the folder of originals, and removes what broken uploads left there. */
export async function openOriginals(folder: string): Promise<Originals> {
  const tellFullDisk = (error: unknown): never => {
    throw isDiskFull(error, folder) ? new DiskFull(folder, error) : error;
  };
  await mkdir(folder, { recursive: true, mode: 0o700 }).catch(tellFullDisk);
  await sweep(folder);
  return {
    keep: (content) => keep(folder, content).catch(tellFullDisk),
    settle: () => syncFolder(folder),
    open: (sha256) => openContent(folder, sha256),
    path: (sha256) => join(folder, sha256),
  };
}

const readBytes = 256 * 1024;

async function openContent(folder: string, sha256: string): Promise<Content | null> {
  if (!/^[0-9a-f]{64}$/.test(sha256)) return null;
  const path = join(folder, sha256);
  const found = await stat(path).catch(() => null);
  if (!found?.isFile()) return null;
  return {
    bytes: found.size,
    read(start = 0, end = found.size) {
      const last = Math.min(end, found.size) - 1;
      return last < start
        ? nothing()
        : createReadStream(path, { start, end: last, highWaterMark: readBytes });
    },
  };
}

async function* nothing(): AsyncIterable<Uint8Array> {}

async function keep(folder: string, content: AsyncIterable<Uint8Array>): Promise<Original> {
  const path = join(folder, incoming + randomUUID());
  const file = await open(path, 'wx', 0o600);
  try {
    const original = await copy(content, file);
    await file.sync();
    await file.close();
    const kept = join(folder, original.sha256);
    if (!existsSync(kept)) await rename(path, kept);
    return original;
  } finally {
    await file.close().catch(() => {});
    await rm(path, { force: true });
  }
}

async function copy(content: AsyncIterable<Uint8Array>, file: FileHandle): Promise<Original> {
  const hash = createHash('sha256');
  let bytes = 0;
  let trouble: unknown;
  // What cannot be written is read to its end all the same: a sender listens for no answer before.
  for await (const chunk of arriving(content)) {
    if (trouble !== undefined) continue;
    hash.update(chunk);
    bytes += chunk.byteLength;
    await file.writeFile(chunk).catch((error: unknown) => {
      trouble = error;
    });
  }
  if (trouble !== undefined) throw trouble;
  return { sha256: hash.digest('hex'), bytes };
}

/** Tells an upload that broke off from a disk that fails. */
async function* arriving(content: AsyncIterable<Uint8Array>): AsyncIterable<Uint8Array> {
  try {
    yield* content;
  } catch {
    throw new Refusal('BAD_REQUEST', 'The upload broke off before its end.');
  }
}

/** Makes renames durable; Windows has no such call and needs none. */
async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  await handle.sync().finally(() => handle.close());
}

/** Another process may be uploading now, so only old leftovers go. */
async function sweep(folder: string): Promise<void> {
  for (const name of await readdir(folder)) {
    if (!name.startsWith(incoming)) continue;
    const path = join(folder, name);
    const found = await stat(path).catch(() => null);
    if (found && Date.now() - found.mtimeMs > dayMs) await rm(path, { force: true });
  }
}

/** A client's name of a file, fit to be shown: without folders, control and direction characters. Never used as a path. */
export function displayName(name: string): string {
  const last = name.split(/[/\\]/).findLast((part) => part.trim() !== '') ?? '';
  const shown = last.replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu, '').trim();
  return Array.from(shown).slice(0, 255).join('') || 'unnamed';
}
