import type { Article } from '@pressmark/core';
import type { FileProgress, PutResult, Store } from './contract.ts';
import type { Entry } from './entry.ts';
import type { Packed } from './packed-entries.ts';

/** What an archive is written by, and the books that it keeps beside its articles. */
export type Books = Pick<Store, 'put' | 'withdraw' | 'imports' | 'repairs' | 'tags' | 'notes' | 'searches'>;

/** Articles to store: as they are, as their entries, or as entries packed for another thread. */
export type Batch = readonly (Article | Entry | Packed)[];
export type Put = (batch: Batch, progress?: FileProgress) => Promise<PutResult[]>;

/** The methods that write, each `book.method`. They may run in another thread, where one waits for the other; the rest of a book only reads. */
export const writingMethods = [
  'put',
  'withdraw',
  'imports.create',
  'imports.addFile',
  'imports.announce',
  'imports.fill',
  'imports.setState',
  'imports.setFileState',
  'imports.finishFile',
  'imports.interrupted',
  'repairs.accept',
  'repairs.takeBack',
  'tags.add',
  'tags.remove',
  'notes.write',
  'notes.clear',
  'searches.save',
  'searches.rename',
  'searches.reread',
  'searches.markSeen',
  'searches.remove',
  'searches.restore',
] as const;
export type WritingMethod = (typeof writingMethods)[number];

/** Makes a call of a method that writes. */
export type Write = (method: WritingMethod, args: unknown[]) => Promise<unknown>;

type Method = (...args: unknown[]) => Promise<unknown>;
type Methods = Record<string, Method | Record<string, Method>>;

/** Calls the method of some books. */
export function writeIn(books: Books): Write {
  return async (method, args) => {
    const [book = '', name] = method.split('.');
    const found = (books as unknown as Methods)[book];
    const call = name === undefined || typeof found === 'function' ? found : found?.[name];
    if (typeof call !== 'function') throw new Error(`There is no method ${method}.`);
    return call(...args);
  };
}

/** Books of which every method that writes is a call, and every other one is that of books that only read. */
export function writingBy(write: Write, reading: Books): Books {
  const books: Methods = { ...(reading as unknown as Methods) };
  for (const method of writingMethods) {
    const [book = '', name] = method.split('.');
    const call: Method = (...args) => write(method, args);
    books[book] = name === undefined ? call : { ...(books[book] as Record<string, Method>), [name]: call };
  }
  return books as unknown as Books;
}
