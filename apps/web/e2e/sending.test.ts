import { expect, type Page } from '@playwright/test';
import { createClient } from '@pressmark/client';
import { inventArticles, wrap } from '@pressmark/fixtures';
import { test, visit } from './dashboard.ts';

test.use({ archive: 'empty' });

const choose = (page: Page, name: string, seed: number) =>
  page.getByTestId('files').setInputFiles({
    name,
    mimeType: 'text/html',
    buffer: Buffer.from(wrap([...inventArticles({ count: 1, seed })], 'html-plain')),
  });

/** Keeps files on their way until they are let through. */
async function hold(page: Page): Promise<() => void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  await page.route('**/api/imports/*/files*', async (route) => {
    await promise;
    await route.continue();
  });
  return resolve;
}

test('files chosen while others are on their way are sent after them, as imports of their own', async ({
  page,
}) => {
  await visit(page, '/imports');
  const release = await hold(page);
  await choose(page, 'first.html', 1);
  await expect(page).toHaveURL(/\/imports\/\d+$/);
  const first = Number(page.url().split('/').at(-1));
  await choose(page, 'second.html', 2);
  await choose(page, 'third.html', 3);
  await expect(page.getByRole('region', { name: 'Progress' })).toContainText('2 more imports to send');
  release();
  await expect(page.getByRole('status')).toContainText('Done: 1 file');
  await expect(page).toHaveURL(new RegExp(`/imports/${first}$`));
  await page.getByRole('main').getByRole('link', { name: 'Imports' }).click();
  await expect(page.getByRole('main').getByRole('listitem')).not.toHaveCount(0);
  await expect(page.getByRole('region', { name: 'Files on their way' })).toHaveCount(0);
  for (const [id, name] of [
    [first + 1, 'second.html'],
    [first + 2, 'third.html'],
  ]) {
    await visit(page, `/imports/${id}`);
    await expect(page.getByRole('status')).toContainText('Done: 1 file');
    await expect(page.getByRole('list', { name: 'Files' })).toContainText(String(name));
  }
});

test('leaving the page is asked about while files are on their way, and only then', async ({ page }) => {
  const isAsked = () =>
    page.evaluate(() => !window.dispatchEvent(new Event('beforeunload', { cancelable: true })));
  await visit(page, '/imports');
  expect(await isAsked()).toBe(false);
  const release = await hold(page);
  await choose(page, 'first.html', 4);
  await expect(page.getByRole('region', { name: 'Progress' })).toContainText('Sending first.html');
  expect(await isAsked()).toBe(true);
  release();
  await expect(page.getByRole('status')).toContainText('Done: 1 file');
  await expect.poll(isAsked).toBe(false);
});

const exportOf = (name: string, count: number) => ({
  name,
  mimeType: 'text/html',
  buffer: Buffer.from(wrap([...inventArticles({ count, seed: count })], 'html-plain')),
});

const card = (page: Page, name: string) =>
  page.getByRole('list', { name: 'Files' }).getByRole('listitem').filter({ hasText: name }).first();

test('files that were not sent when a person cancels are told of in the account', async ({ page }) => {
  await visit(page, '/imports');
  await hold(page);
  await page.getByTestId('files').setInputFiles([exportOf('one.html', 1), exportOf('two.html', 2)]);
  await expect(card(page, 'one.html')).toContainText('Being sent');
  await expect(card(page, 'two.html')).toContainText('To be sent');
  await page.getByRole('region', { name: 'Progress' }).getByRole('button', { name: 'Cancel' }).click();
  await expect(page.getByRole('status')).toContainText('Cancelled: 2 files');
  await expect(page.getByRole('status')).toContainText('2 files not read');
  await expect(card(page, 'two.html')).toContainText('Not sent. Drop it again.');
});

test('after its window is gone the account tells of what was not sent, and the import can be started or cancelled', async ({
  page: lost,
  context,
}) => {
  await visit(lost, '/imports');
  await hold(lost);
  await lost.getByTestId('files').setInputFiles([exportOf('one.html', 1), exportOf('two.html', 2)]);
  await expect(card(lost, 'two.html')).toContainText('To be sent');
  const address = new URL(lost.url()).pathname;
  await lost.close();
  const page = await context.newPage();
  await visit(page, address);
  await expect(card(page, 'two.html')).toContainText(
    'Not sent, unless another window or command is sending it.',
  );
  await expect(page.getByRole('button', { name: 'Start' })).toBeVisible();
  await page.getByRole('button', { name: 'Cancel' }).click();
  await expect(page.getByRole('status')).toContainText('Cancelled: 2 files');
  await visit(page, '/imports');
  // The first file may have been on its way when its window was closed.
  await expect(page.getByRole('main').getByRole('listitem').first()).toContainText(/[12] files? not read/);
});

test('the bar of one large file moves while it is sent', async ({ page }) => {
  await visit(page, '/imports');
  const network = await page.context().newCDPSession(page);
  const slow = { offline: false, latency: 0, downloadThroughput: -1, uploadThroughput: 150_000 };
  await network.send('Network.emulateNetworkConditions', slow);
  await page.getByTestId('files').setInputFiles([exportOf('large.html', 150)]);
  const bar = page.getByRole('progressbar', { name: 'Sent' });
  await expect.poll(async () => Number(await bar.getAttribute('aria-valuenow'))).toBeGreaterThan(10);
  expect(Number(await bar.getAttribute('aria-valuenow'))).toBeLessThan(100);
  await expect(page.getByRole('status')).toContainText('Done: 1 file', { timeout: 20_000 });
});

test('the list of imports follows one that was begun elsewhere', async ({ page, url }) => {
  await visit(page, '/imports');
  const client = createClient({ url });
  const { id } = await client.api.imports.create.mutate();
  const body = new Blob([new Uint8Array(exportOf('elsewhere.html', 7).buffer)]);
  await client.upload({ importId: id, name: 'elsewhere.html', body });
  await client.api.imports.start.mutate({ id });
  const newest = page.getByRole('main').getByRole('listitem').first();
  await expect(newest).toContainText('found 7', { timeout: 10_000 });
});

test('the files of an import that gave nothing can be looked at alone', async ({ page }) => {
  await visit(page, '/imports');
  const empty = { name: 'empty.html', mimeType: 'text/html', buffer: Buffer.from('') };
  await page.getByTestId('files').setInputFiles([exportOf('one.html', 1), empty, exportOf('two.html', 2)]);
  await expect(page.getByRole('status')).toContainText('Done: 3 files');
  const cards = page.getByRole('list', { name: 'Files' }).getByRole('heading');
  await expect(cards).toHaveText(['one.html', 'empty.html', 'two.html']);
  const shown = page.getByRole('group', { name: 'Files shown' });
  await shown.getByRole('button', { name: '1 file not read' }).click();
  await expect(cards).toHaveText(['empty.html']);
  await shown.getByRole('button', { name: '3 files' }).click();
  await expect(cards).toHaveCount(3);
});

test('imports from long ago are within reach', async ({ page, url }) => {
  const { api } = createClient({ url });
  const { id: oldest } = await api.imports.create.mutate();
  for (let more = 0; more < 50; more += 1) await api.imports.create.mutate();
  await visit(page, '/imports');
  const links = page.getByRole('main').getByRole('listitem').getByRole('link');
  await expect(links).toHaveCount(50);
  await page.getByRole('button', { name: 'Show earlier imports' }).click();
  await expect(page.getByRole('main').locator(`a[href="/imports/${oldest}"]`)).toBeVisible();
});
