import { openAsBlob } from 'node:fs';
import { access } from 'node:fs/promises';
import { setImmediate } from 'node:timers/promises';
import type { FileReport, Withdrawal } from '@pressmark/core';
import { type Reading, readFiles } from '@pressmark/core/read';
import { type Entry, entryOf, type Packed } from '@pressmark/store/entry';

/** A kept original to be read. */
export interface Wanted {
  path: string;
  /** Its name, for people. */
  file: string;
  sha256: string;
  /** Articles to leave out of it, and of the files in it, by name: an earlier run stored them. */
  skip: Record<string, number>;
}

/** What comes of reading an original: its files (itself, or those in it and then itself), each with entries and a report, then one end. */
export type Event =
  /** `entries`: packed in one where they come from another thread; `count` of them. `read`: bytes of the file so far; `readOriginal`: of the original it lies in. */
  | { file: string; entries: (Entry | Packed)[]; count: number; read: number; readOriginal: number }
  /** What the file takes back, some at a time, behind the entries before it. */
  | { file: string; withdrawals: readonly Withdrawal[] }
  | { file: string; report: FileReport }
  /** With trouble where the original could not be read to its end. */
  | { ended: true; trouble?: string };

/** Articles an event: few enough to be garbage before they are old. */
const eventArticles = 50;
const eventBytes = 4 * 1024 * 1024;
/** Longest work in one go before others get their turn. */
const turnMs = 10;

/** Reads originals one after another; never rejects on what a file holds, nor where one cannot be read. */
export async function* readOriginals(wanted: Iterable<Wanted>): AsyncGenerator<Event, void> {
  for (const original of wanted) {
    try {
      yield* readOriginal(original);
      yield { ended: true };
    } catch (error) {
      if (!isInputFault(error)) throw error;
      yield { ended: true, trouble: error.code === 'ENOENT' ? gone : cut };
    }
  }
}

async function* readOriginal({ path, file, sha256, skip }: Wanted): AsyncGenerator<Event, void> {
  // Where there is no file, a Blob does not say so.
  await access(path);
  const blob = await openAsBlob(path);
  let readOriginal = 0;
  const onProgress = (bytes: number) => {
    readOriginal = bytes;
  };
  for await (const reading of readFiles(blob, { file, sha256, onProgress })) {
    for await (const part of parts(reading, skip[reading.file] ?? 0))
      yield 'withdrawals' in part ? part : { ...part, readOriginal };
    yield { file: reading.file, report: await reading.report() };
  }
}

/** The entries of one file, some at a time, and what it takes back behind those before it. */
async function* parts(reading: Reading, skip: number) {
  const { file } = reading;
  let entries: Entry[] = [];
  let [seen, bytes, read] = [0, 0, 0];
  let since = performance.now();
  const take = () => {
    const part = { file, entries, count: entries.length, read };
    entries = [];
    bytes = 0;
    return part;
  };
  for await (const { articles, withdrawals } of reading.steps()) {
    for (const article of articles) {
      seen += 1;
      const { span, text = span } = article.provenance;
      read = span.end;
      if (seen > skip) {
        entries.push(entryOf(article));
        bytes += text.end - text.start;
      }
      if (entries.length >= eventArticles || bytes >= eventBytes) yield take();
      if (performance.now() - since < turnMs) continue;
      await setImmediate();
      since = performance.now();
    }
    if (withdrawals.length === 0) continue;
    if (entries.length > 0) yield take();
    yield { file, withdrawals };
  }
  if (entries.length > 0) yield take();
}

const gone = 'The original of this file is no longer beside the archive.';
const cut = 'The file could not be read to its end.';

/** What the file system says: with a call, or of a file that changed under a Blob. */
function isInputFault(error: unknown): error is NodeJS.ErrnoException {
  return error instanceof Error && ('syscall' in error || error.name === 'NotReadableError');
}
