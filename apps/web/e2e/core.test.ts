import { createHash } from 'node:crypto';
import { openAsBlob } from 'node:fs';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { isBuiltin } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { readFiles } from '@pressmark/core/read';
import { inventArticles, type SkeletonId, wrapChunks } from '@pressmark/fixtures';
import { build } from 'tsdown';

const core = join(import.meta.dirname, '../../../packages/core');
// A page whose address nobody has: what it is not given here it cannot get.
const origin = 'https://pressmark.invalid';
const quiet = { dts: false, logLevel: 'silent' } as const;
let folder = '';

test.beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'pressmark-core-'));
});

test.afterAll(() => rm(folder, { recursive: true, force: true }));

/** An export of at least so many bytes. */
async function writeExport(id: SkeletonId, least: number): Promise<string> {
  const path = join(folder, `${id}.dat`);
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  function* articles() {
    for (let seed = 1; bytes < least; seed++) yield* inventArticles({ count: 50, seed });
  }
  for (const chunk of wrapChunks(articles(), id)) {
    chunks.push(chunk);
    bytes += chunk.length;
  }
  await writeFile(path, chunks);
  return path;
}

const importsIn = (text: string): string[] =>
  [...text.matchAll(/\b(?:from|import|require)\s*\(?\s*["']([^"'\n]+)["']/g)].map(([, name = '']) => name);

async function filesIn(path: string): Promise<{ name: string; text: string }[]> {
  const names = (await readdir(path)).filter((name) => name.endsWith('.js'));
  return Promise.all(names.map(async (name) => ({ name, text: await readFile(join(path, name), 'utf8') })));
}

test('the files of core name no module of Node', async () => {
  const outDir = join(folder, 'published');
  await build({ ...quiet, cwd: core, outDir });
  const files = await filesIn(outDir);
  expect(files.map(({ name }) => name)).toEqual(
    expect.arrayContaining(['index.js', 'read.js', 'write.js', 'query.js']),
  );
  const outside = files.flatMap(({ text }) => importsIn(text)).filter((name) => !name.startsWith('.'));
  expect(outside).toContain('zod');
  expect(outside.filter(isBuiltin)).toEqual([]);
});

/** Opens a page that holds core and nothing else, and notes every address it asks for. */
async function openCore(page: Page): Promise<{ asked: string[]; modules: string[] }> {
  const outDir = join(folder, 'bundled');
  await build({
    ...quiet,
    config: false,
    cwd: core,
    outDir,
    entry: { read: 'src/read/index.ts' },
    platform: 'browser',
    deps: { alwaysBundle: [/./], onlyBundle: false },
  });
  const files = new Map((await filesIn(outDir)).map(({ name, text }) => [`${origin}/${name}`, text]));
  const asked: string[] = [];
  await page.context().route('**/*', async (route) => {
    const url = route.request().url();
    asked.push(url);
    const body = files.get(url);
    if (body !== undefined) await route.fulfill({ contentType: 'text/javascript', body });
    else if (url === `${origin}/`)
      await route.fulfill({ contentType: 'text/html', body: '<input type="file">' });
    else await route.abort();
  });
  await page.goto(`${origin}/`);
  return { asked, modules: [...files.keys(), `${origin}/`] };
}

/** Reads the file chosen on the page; each article as the hash of all it says. */
const readInPage = (page: Page) =>
  page.evaluate(async (address) => {
    const { readFiles } = (await import(address)) as typeof import('@pressmark/core/read');
    const file = document.querySelector('input')?.files?.[0];
    if (!file) throw new Error('No file was chosen.');
    const articles: string[] = [];
    const reports: unknown[] = [];
    for await (const reading of readFiles(file, { file: 'export' })) {
      for await (const article of reading) {
        const bytes = new TextEncoder().encode(JSON.stringify(article));
        const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
        articles.push(Array.from(hash, (byte) => byte.toString(16).padStart(2, '0')).join(''));
      }
      reports.push(await reading.report());
    }
    return { bytes: file.size, articles, reports };
  }, `${origin}/read.js`);

async function readInNode(path: string) {
  const articles: string[] = [];
  const reports: unknown[] = [];
  for await (const reading of readFiles(await openAsBlob(path), { file: 'export' })) {
    for await (const article of reading)
      articles.push(createHash('sha256').update(JSON.stringify(article)).digest('hex'));
    reports.push(await reading.report());
  }
  return { articles, reports };
}

const mega = 1024 * 1024;

test('a browser reads 20 MB as Node does, and asks nobody', async ({ page }) => {
  const { asked, modules } = await openCore(page);
  for (const [id, least] of [
    ['html-indexed', 20 * mega],
    ['rtf-native', mega],
    ['text-labelled', mega],
  ] as const) {
    const path = await writeExport(id, least);
    await page.locator('input').setInputFiles(path);
    const { bytes, articles, reports } = await readInPage(page);
    expect(bytes).toBeGreaterThan(least);
    expect(articles.length).toBeGreaterThan(100);
    expect({ articles, reports }).toEqual(await readInNode(path));
  }
  expect(asked.filter((url) => !modules.includes(url))).toEqual([]);
});
