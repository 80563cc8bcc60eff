import { createReadStream } from 'node:fs';
import { setImmediate } from 'node:timers/promises';
import type { FileReport } from '@pressmark/core';
import { readArticles } from '@pressmark/core/read';
import { type Entry, entryOf } from '@pressmark/store/entry';

/** A kept original to be read. */
export interface Wanted {
  path: string;
  /** Its name, for people. */
  file: string;
  sha256: string;
  /** Articles to leave out: an earlier run stored them. */
  skip: number;
}

/** What comes of reading an original: entries, then exactly one end of the file. */
export type Event =
  /** `read`: bytes of the file so far. */
  | { entries: Entry[]; read: number }
  | { report: FileReport }
  /** The file could not be read to its end. */
  | { trouble: string };

/** Articles an event: few enough to be garbage before they are old. */
const eventArticles = 50;
const eventBytes = 4 * 1024 * 1024;
/** Longest work in one go before others get their turn. */
const turnMs = 10;

/** Reads originals one after another; never rejects on what a file holds, nor where one cannot be read. */
export async function* readOriginals(wanted: Iterable<Wanted>): AsyncGenerator<Event, void> {
  for (const original of wanted) yield* readOriginal(original);
}

const readBytes = 256 * 1024;

async function* readOriginal({ path, file, sha256, skip }: Wanted): AsyncGenerator<Event, void> {
  let read = 0;
  const onProgress = (bytes: number) => {
    read = bytes;
  };
  const input = createReadStream(path, { highWaterMark: readBytes });
  const reading = readArticles(input, { file, sha256, onProgress });
  let entries: Entry[] = [];
  let bytes = 0;
  let seen = 0;
  let since = performance.now();
  try {
    for await (const article of reading) {
      seen += 1;
      if (seen > skip) {
        entries.push(entryOf(article));
        bytes += article.provenance.span.end - article.provenance.span.start;
      }
      if (entries.length >= eventArticles || bytes >= eventBytes) {
        yield { entries, read };
        entries = [];
        bytes = 0;
      }
      if (performance.now() - since < turnMs) continue;
      await setImmediate();
      since = performance.now();
    }
    if (entries.length > 0) yield { entries, read };
    yield { report: await reading.report() };
  } catch (error) {
    if (!isInputFault(error)) throw error;
    if (entries.length > 0) yield { entries, read };
    yield { trouble: error.code === 'ENOENT' ? gone : cut };
  }
}

const gone = 'The original of this file is no longer beside the archive.';
const cut = 'The file could not be read to its end.';

function isInputFault(error: unknown): error is NodeJS.ErrnoException {
  return error instanceof Error && 'syscall' in error;
}
