import { expect, type Page } from '@playwright/test';
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
  await expect(page).toHaveURL(/\/imports\/1$/);
  await choose(page, 'second.html', 2);
  await choose(page, 'third.html', 3);
  await expect(page.getByRole('region', { name: 'Progress' })).toContainText('2 more imports to send');
  release();
  await expect(page.getByRole('status')).toContainText('Done: 1 file');
  await expect(page).toHaveURL(/\/imports\/1$/);
  await page.getByRole('main').getByRole('link', { name: 'Imports' }).click();
  await expect(page.getByRole('main').getByRole('listitem')).toHaveCount(3);
  await expect(page.getByRole('region', { name: 'Files on their way' })).toHaveCount(0);
  for (const [id, name] of [
    [2, 'second.html'],
    [3, 'third.html'],
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
