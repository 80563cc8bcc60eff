import type { Store } from '../contract.ts';
import { DiskFull, isDiskFull } from '../disk-full.ts';
import type { StoreOptions } from '../open.ts';
import { readingBy } from '../reading.ts';
import { searching } from '../searching.ts';
import { type Books, type Write, writeIn, writingBy } from '../writing.ts';
import { openBooks } from './books.ts';
import { type Connections, close, connect } from './connect.ts';
import { loadedNative } from './native.ts';
import { readApart } from './read-apart.ts';
import { readHere } from './read-here.ts';
import { writeApart } from './write-apart.ts';

/** Milliseconds that a search may take. */
const usualLimit = 20_000;

/** Works in threads where there is a script for them, and in this one otherwise. */
function openWork(connections: Connections, { path, thread, limit = usualLimit }: StoreOptions) {
  const { reader } = connections;
  const native = loadedNative();
  if (!thread || native === null) {
    const books = openBooks(connections);
    return { callee: readHere(reader, { path, limit }), books, end: async () => {} };
  }
  const callee = readApart(thread, { role: 'reader', path, limit, native });
  const { write, close: end } = writeApart(thread, {
    role: 'writer',
    path,
    native,
    searching: searching.shared,
  });
  const books: Books = writingBy(write, openBooks({ writer: reader, reader }));
  return { callee, books, end };
}

/** The same calls, with words of ours where the disk is full. */
function tellingFullDisk(write: Write, path: string): Write {
  return (method, args) =>
    write(method, args).catch((error: unknown) => {
      throw isDiskFull(error, path) ? new DiskFull(path, error) : error;
    });
}

/** Opens the archive in a file, which is made where there is none. */
export function openSqlite(options: StoreOptions): Store {
  const connections = connect(options.path);
  const { callee, books: plain, end } = openWork(connections, options);
  const books = writingBy(tellingFullDisk(writeIn(plain), options.path), plain);
  const closeAll = () => {
    if (!connections.writer.open) return;
    process.off('exit', closeAll);
    close(connections);
  };
  // A process that ends in order folds the log into the archive: one file then holds it all.
  process.on('exit', closeAll);
  const store: Store = {
    ...readingBy(callee),
    until: (signal) => ({ ...store, ...readingBy(callee, signal) }),
    ...books,
    close: async () => {
      await callee.close();
      await end();
      closeAll();
    },
  };
  return store;
}
