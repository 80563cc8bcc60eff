import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { test as base, expect, type Page } from '@playwright/test';
import { createClient } from '@pressmark/client';
import { inventArticles, sampleArchive, wrap } from '@pressmark/fixtures';

interface Dashboard {
  /** What is in the archive when the first test of a worker begins. */
  archive: 'empty' | 'sample' | 'sample, to be added to' | 'large';
  url: string;
}

/** What a page did that no page may do. */
interface Trespasses {
  trespasses: string[];
}

/** Tests of the built dashboard: a server for each worker, on a free port, with an archive of its own. */
export const test = base.extend<Trespasses, Dashboard>({
  archive: ['sample', { option: true, scope: 'worker' }],
  url: [
    async ({ archive }, use) => {
      const folder = await mkdtemp(join(tmpdir(), 'pressmark-e2e-'));
      const port = await freePort();
      const url = `http://127.0.0.1:${port}`;
      const server = startServer(port, join(folder, 'archive.db'));
      try {
        await Promise.race([answering(url), ending(server)]);
        if (archive !== 'empty') await load(url, archive === 'large' ? largeArchive() : sampleArchive());
        await use(url);
      } finally {
        await stopServer(server);
        await rm(folder, { recursive: true, force: true });
      }
    },
    { scope: 'worker', timeout: 60_000 },
  ],
  baseURL: ({ url }, use) => use(url),
  // Every test of every page also proves these: no other host, no dialog, no breach of the policy, no error.
  trespasses: [
    async ({ context, url }, use) => {
      const trespasses: string[] = [];
      context.on('request', (request) => {
        const asked = new URL(request.url());
        if (asked.protocol !== 'data:' && asked.protocol !== 'blob:' && asked.origin !== url) {
          trespasses.push(`request to ${asked.origin}`);
        }
      });
      context.on('dialog', (dialog) => {
        trespasses.push(`dialog: ${dialog.message()}`);
        void dialog.dismiss();
      });
      context.on('console', (message) => {
        if (/Content Security Policy|hydrat|Refused to/i.test(message.text()))
          trespasses.push(message.text());
      });
      context.on('weberror', (error) => void trespasses.push(String(error.error())));
      await context.addInitScript(() => {
        document.addEventListener('securitypolicyviolation', (event) => {
          console.error(`Content Security Policy: ${event.violatedDirective} ${event.blockedURI}`);
        });
      });
      await use(trespasses);
      expect(trespasses).toEqual([]);
    },
    { auto: true },
  ],
});

/** Goes to a page and waits until it is alive. */
export async function visit(page: Page, path: string): Promise<void> {
  await page.goto(path);
  await page.locator('html[data-hydrated]').waitFor();
}

/** What reads and searches beside the server, as the command line has it do. */
const thread = fileURLToPath(new URL('../../../packages/server/src/reading/thread.ts', import.meta.url));

function startServer(port: number, database: string): ChildProcess {
  return spawn(process.execPath, ['.next/standalone/apps/web/server.js'], {
    env: {
      ...process.env,
      PORT: String(port),
      HOSTNAME: '127.0.0.1',
      PRESSMARK_DB: database,
      PRESSMARK_READER: thread,
    },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
}

/** Fails as soon as the server ends: a server that never began is not worth waiting for. */
async function ending(server: ChildProcess): Promise<never> {
  const code = await new Promise((resolve) => server.once('exit', resolve));
  throw new Error(`The dashboard ended with code ${code} before it answered.`);
}

async function stopServer(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null) return;
  const ended = new Promise((resolve) => server.once('exit', resolve));
  server.kill();
  await ended;
}

/** Articles enough for a search to take seconds. */
function largeArchive() {
  const articles = [...inventArticles({ count: 1_500, seed: 7, languages: ['en'] })];
  return [{ name: 'large.html', bytes: wrap(articles, 'html-plain') }];
}

async function load(url: string, files: { name: string; bytes: Uint8Array }[]): Promise<void> {
  const client = createClient({ url });
  const { id } = await client.api.imports.create.mutate();
  for (const { name, bytes } of files) {
    await client.upload({ importId: id, name, body: new Blob([bytes.slice()]) });
  }
  await client.api.imports.start.mutate({ id });
  await expect
    .poll(async () => (await client.api.imports.get.query({ id })).import.state, { timeout: 40_000 })
    .toBe('done');
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer().on('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}

async function answering(url: string): Promise<void> {
  const deadline = Date.now() + 20_000;
  while (Date.now() < deadline) {
    const answer = await fetch(url).catch(() => undefined);
    if (answer?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`The dashboard did not answer at ${url}`);
}

/** Drops a file on the page as a file manager would. */
export async function dropFile(page: Page, name: string, bytes: Uint8Array): Promise<void> {
  const transfer = await page.evaluateHandle(
    ({ name, bytes }) => {
      const data = new DataTransfer();
      data.items.add(new File([new Uint8Array(bytes)], name));
      return data;
    },
    { name, bytes: [...bytes] },
  );
  await page.dispatchEvent('main', 'dragenter', { dataTransfer: transfer });
  await expect(page.getByText('Drop to import')).toBeVisible();
  await page.dispatchEvent('main', 'drop', { dataTransfer: transfer });
}
