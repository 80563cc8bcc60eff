import type { AppRouter, ImportFile, Selection } from '@pressmark/server';
import { createTRPCClient, httpLink, type TRPCClient } from '@trpc/client';
import { type Line, openLine, send, type Target } from './send.ts';
import { type Upload, upload } from './upload.ts';

/** The text of a query, its language, and how 05/06/2020 is read in it. */
interface Typed {
  q: string;
  dialect?: 'factiva' | 'nexis';
  dateOrder?: 'dmy' | 'mdy';
}

/** Which hits to export, and as what: an id of a writer of core. */
export interface Export extends Typed {
  to: string;
  selection?: Selection;
  /** Only what is new since this moment. */
  since?: number;
  /** With the repairs that hold, instead of as the files have it. */
  repaired?: boolean;
  signal?: AbortSignal;
}

/** Which lines of a concordance, and as what. */
export interface LinesExport extends Typed {
  to: 'csv' | 'jsonl';
  selection?: Selection;
  since?: number;
  sort?: 'date' | 'left' | 'key' | 'right' | 'source';
  /** Words or characters beside a hit. */
  unit?: 'words' | 'characters';
  width?: number;
  signal?: AbortSignal;
}

/** Bytes `[start, end)` of an imported file; the whole file where they are absent. */
export interface FilePart {
  id: number;
  start?: number;
  end?: number;
  signal?: AbortSignal;
}

/** A file that is to come: its name, and its size as far as it is known. */
export interface Announced {
  name: string;
  bytes: number;
}

/** An archive as a program sees it, wherever it is. */
export interface Client {
  /** Every procedure of the server: `client.api.articles.search.query(...)`. */
  api: TRPCClient<AppRouter>;
  /** Tells an import of every file before the first is sent, so that its account tells of one that never comes; gives their numbers. */
  announce(importId: number, files: Announced[]): Promise<number[]>;
  upload(file: Upload): Promise<ImportFile>;
  /** Every hit of a query as UTF-8 text; cancel the stream to stop. */
  exportArticles(wanted: Export): Promise<ReadableStream<Uint8Array>>;
  /** Every line of a concordance as UTF-8 text; cancel the stream to stop. */
  exportLines(wanted: LinesExport): Promise<ReadableStream<Uint8Array>>;
  file(part: FilePart): Promise<Uint8Array>;
  /** The Atom feed of a saved search, with links to the dashboard. */
  feed(id: number): Promise<string>;
}

/** Makes a client of the archive at a URL, or of a server in this process; both run the same path. */
export function createClient(target: Target): Client {
  const line = openLine(target);
  // A call is a request of its own: it waits for no other, and ends when it is aborted.
  const link = httpLink<AppRouter>({
    url: `${line.base}/api/trpc`,
    fetch: (url, init) => line.fetch(String(url), init as RequestInit),
    headers: () => line.headers(),
    // A long query is no long address.
    methodOverride: 'POST',
  });
  const api = createTRPCClient<AppRouter>({ links: [link] });
  return {
    api,
    announce: (importId, files) => announce(api, importId, files),
    upload: (file) => upload(line, file),
    exportArticles: (wanted) => exported(line, '/api/export', wanted),
    exportLines: (wanted) => exported(line, '/api/lines', wanted),
    async file({ id, signal, ...range }) {
      const search = new URLSearchParams(
        Object.entries(range).map(([key, value]): [string, string] => [key, String(value)]),
      );
      const response = await send(line, `/api/files/${id}?${search}`, signal ? { signal } : {});
      return new Uint8Array(await response.arrayBuffer());
    },
    async feed(id) {
      return (await send(line, `/api/searches/${id}/feed`)).text();
    },
  };
}

/** Files told of in one call: a call is small. */
const mostAnnounced = 500;

async function announce(api: Client['api'], id: number, files: Announced[]): Promise<number[]> {
  const rows: number[] = [];
  while (rows.length < files.length) {
    const part = files.slice(rows.length, rows.length + mostAnnounced);
    rows.push(...(await api.imports.announce.mutate({ id, files: part })));
  }
  return rows;
}

async function exported(
  line: Line,
  path: string,
  { selection, signal, ...wanted }: Export | LinesExport,
): Promise<ReadableStream<Uint8Array>> {
  const given = Object.entries(wanted).filter(([, value]) => value !== undefined);
  const search = new URLSearchParams(given.map(([name, value]): [string, string] => [name, String(value)]));
  if (selection) search.set('selection', JSON.stringify(selection));
  const response = await send(line, `${path}?${search}`, signal ? { signal } : {});
  return response.body ?? new Blob([]).stream();
}
