import type { Import, ImportFile } from '@pressmark/store';
import type { Server } from '../src/server.ts';

/** What a request may carry. */
export type Content = NonNullable<RequestInit['body']>;

export const origin = 'http://127.0.0.1';

export interface Answer<T> {
  status: number;
  data: T;
  error?: { message: string; data: { code: string; problems: unknown[] } };
}

/** Calls a procedure by POST, as the client does. */
export async function call<T>(server: Server, path: string, input?: unknown): Promise<Answer<T>> {
  const response = await server.fetch(
    new Request(`${origin}/api/trpc/${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      ...(input === undefined ? {} : { body: JSON.stringify(input) }),
    }),
  );
  const body = (await response.json()) as { result?: { data: T }; error?: Answer<T>['error'] };
  return { status: response.status, data: body.result?.data as T, ...(body.error && { error: body.error }) };
}

/** Calls a procedure that must succeed. */
export async function ask<T>(server: Server, path: string, input?: unknown): Promise<T> {
  const { status, data, error } = await call<T>(server, path, input);
  if (status !== 200) throw new Error(`${path}: ${status} ${error?.message}`);
  return data;
}

export function upload(
  server: Server,
  { importId, name, content }: { importId: number; name: string; content: Content | null },
): Promise<Response> {
  return server.fetch(
    new Request(`${origin}/api/imports/${importId}/files?${new URLSearchParams({ name })}`, {
      method: 'PUT',
      body: content,
      duplex: 'half',
    }),
  );
}

/** Makes an import of these files, by name, and leaves it waiting. */
export async function prepareImport(server: Server, files: Record<string, Content>): Promise<number> {
  const { id } = await ask<Import>(server, 'imports.create');
  for (const [name, content] of Object.entries(files)) {
    const response = await upload(server, { importId: id, name, content });
    if (response.status !== 200) throw new Error(`upload: ${response.status} ${await response.text()}`);
  }
  return id;
}

export interface Account {
  import: Import;
  files: ImportFile[];
  rate: { articles: number; bytes: number } | null;
}

/** Waits until an import is neither waiting nor running. */
export async function ended(server: Server, id: number): Promise<Account> {
  for (;;) {
    const account = await ask<Account>(server, 'imports.get', { id });
    if (!['waiting', 'running'].includes(account.import.state)) return account;
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

/** Imports these files to the end. */
export async function runImport(server: Server, files: Record<string, Content>): Promise<Account> {
  const id = await prepareImport(server, files);
  await ask(server, 'imports.start', { id });
  return ended(server, id);
}

/** Every article of an archive as its export has it, one JSON line each. */
export async function dump(server: Server, q = ''): Promise<string[]> {
  const response = await server.fetch(
    new Request(`${origin}/api/export?${new URLSearchParams({ q, to: 'jsonl' })}`),
  );
  return (await response.text()).split('\n').filter((line) => line !== '');
}
