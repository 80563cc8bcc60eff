import { readFile } from 'node:fs/promises';
import { expect } from '@playwright/test';
import { inventArticles, wrap } from '@pressmark/fixtures';
import { dropFile, test, visit } from './dashboard.ts';

test.use({ archive: 'empty' });

test('from the first visit to an article, and a file dropped on the way', async ({ page }) => {
  for (const address of ['/search', '/search?q=ferry', '/search?q=(ferry']) {
    await visit(page, address);
    await expect(page.getByRole('heading', { level: 1, name: /The archive is empty/ })).toBeVisible();
  }
  await visit(page, '/');
  await expect(page.getByRole('heading', { name: /The archive is empty/ })).toBeVisible();
  await page.getByRole('button', { name: 'Load the sample archive' }).click();

  await test.step('the account of each file', async () => {
    await expect(page).toHaveURL(/\/imports\/1$/);
    await expect(page.getByRole('status')).toContainText(/Done: 5 files.*; 1 file does not balance\./);
    const cards = page.getByRole('list', { name: 'Files' }).locator('> li');
    await expect(cards).toHaveCount(5);
    await expect(cards.nth(0)).toContainText('Declared 40, found 40, 40 new, 0 already there');
    await expect(cards.nth(0)).toContainText('Balanced');
    await expect(cards.nth(1)).toContainText('Declared 25, found 24');
    await expect(cards.nth(1)).toContainText('Does not balance');
    await cards.nth(1).getByText('The file declares another number of articles than were found.').click();
    await expect(cards.nth(1).locator('details[open] li').first()).toBeVisible();
  });

  await test.step('search, facet, article, raw fields', async () => {
    await page.getByRole('link', { name: 'Search the archive' }).click();
    await expect(page.getByRole('status')).toHaveText('120 articles');
    await page.getByRole('combobox', { name: 'Query' }).fill('ferry');
    await page.getByRole('combobox', { name: 'Query' }).press('Enter');
    await expect(page).toHaveURL(/\/search\?q=ferry$/);
    // A search that takes long says so meanwhile.
    await expect(page.getByRole('status')).toHaveText(/^(?!120 )\d+ articles$/);
    const total = Number.parseInt((await page.getByRole('status').textContent()) ?? '', 10);
    expect(total).toBeGreaterThan(1);
    expect(total).toBeLessThan(120);
    const filters = page.getByRole('complementary', { name: 'Filters' });
    const source = filters.getByRole('group', { name: 'Source' }).getByRole('listitem').first();
    const count = Number.parseInt((await source.locator('.tabular-nums').textContent()) ?? '', 10);
    await source.getByRole('button').click();
    await expect(page).toHaveURL(/&source=[A-Z]+$/);
    await expect(page.getByRole('status')).toHaveText(`${count} article${count === 1 ? '' : 's'}`);
    await expect(page.getByRole('list', { name: 'Chosen filters' }).getByRole('button')).toHaveCount(1);
    await expect(page.getByRole('list', { name: 'Results' }).locator('mark').first()).toHaveText(/ferry/i);
    const headline = page.getByRole('list', { name: 'Results' }).getByRole('link').first();
    const title = (await headline.textContent()) ?? '';
    await headline.click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(title);
    await page.getByRole('button', { name: 'Raw fields' }).click();
    await expect(page.getByRole('table', { name: 'Raw fields' })).toContainText(title);
  });

  await test.step('a file dropped on the article page', async () => {
    const [article] = inventArticles({ count: 1, seed: 777 });
    if (!article) throw new Error('No article was invented.');
    const bytes = wrap([{ ...article, headline: 'Lighthouse keeper finds her cat' }], 'html-plain');
    await dropFile(page, 'one.html', bytes);
    await expect(page).toHaveURL(/\/imports\/2$/);
    await expect(page.getByRole('status')).toContainText('found 1, 1 new');
    await dropFile(page, 'again.html', bytes);
    await expect(page).toHaveURL(/\/imports\/3$/);
    await expect(page.getByRole('status')).toContainText('found 1, 0 new, 1 already there');
    await visit(page, '/search?q=hd%3Dlighthouse');
    await expect(page.getByRole('status')).toHaveText('1 article');
    await visit(page, '/imports');
    await expect(page.getByRole('main').getByRole('listitem')).toHaveCount(3);
  });

  await test.step('files chosen, one of them no export, one empty', async () => {
    await page.getByTestId('files').setInputFiles([
      { name: 'notes.bin', mimeType: 'application/octet-stream', buffer: Buffer.from([0, 1, 2, 255, 0, 3]) },
      { name: 'empty.html', mimeType: 'text/html', buffer: Buffer.alloc(0) },
    ]);
    await expect(page).toHaveURL(/\/imports\/4$/);
    const cards = page.getByRole('list', { name: 'Files' }).locator('> li');
    await expect(cards.filter({ hasText: 'empty.html' })).toContainText('The file holds no bytes.');
    await expect(cards.filter({ hasText: 'notes.bin' })).toContainText('error');
    await expect(page.getByRole('status')).toContainText('2 files not read');
    await visit(page, '/imports');
    const batches = page.getByRole('main').getByRole('listitem');
    await expect(batches.first()).toContainText('2 files not read');
    await expect(batches.last()).toContainText('1 file does not balance');
  });
});

test('the exported file holds the hits', async ({ page }) => {
  await visit(page, '/search?q=hd%3Dlighthouse');
  await page.getByRole('button', { name: 'Export' }).click();
  const download = page.waitForEvent('download');
  await page.getByRole('menuitem', { name: /JSON lines/ }).click();
  const text = await readFile(await (await download).path(), 'utf8');
  const lines = text.trim().split('\n');
  expect(lines.map((line) => JSON.parse(line).headline)).toEqual(['Lighthouse keeper finds her cat']);
});
