import { readFile } from 'node:fs/promises';
import { expect } from '@playwright/test';
import { sampleArchive } from '@pressmark/fixtures';
import { expectAccessible } from './accessible.ts';
import { test, visit } from './dashboard.ts';

const truth = sampleArchive()[2]?.articles.find(({ authors }) => authors.length === 1);

test('an article is cited by keyboard: a reference in each format, copied, kept as a file', async ({
  page,
  context,
}) => {
  if (!truth) throw new Error('The sample holds no indexed article with one author.');
  const { number } = truth.accession;
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await visit(page, `/articles/${encodeURIComponent(`factiva:${number}`)}`);
  const button = page.getByRole('button', { name: 'Cite' });
  await button.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Cite this article' });
  const reference = dialog.getByRole('region', { name: /^The reference as/ });
  await expect(reference).toContainText(truth.headline);
  await expect(reference).toContainText(`${truth.date.slice(0, 4)}, `);
  await expectAccessible(page);
  await dialog.getByRole('tab', { name: 'APA' }).press('ArrowRight');
  await expect(page).toHaveURL(/cite=ris/);
  await expect(reference).toContainText(`AN  - ${number}`);
  await dialog.getByRole('button', { name: 'Copy' }).click();
  await expect(dialog.getByRole('button', { name: 'Copied' })).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toMatch(/^TY {2}- NEWS\r?\n/);
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    dialog.getByRole('button', { name: 'Download' }).click(),
  ]);
  expect(file.suggestedFilename()).toBe(`${number}.ris`);
  expect(await readFile(await file.path(), 'utf8')).toContain(`AN  - ${number}\r\n`);
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await expect(button).toBeFocused();
});

test('all hits of a search are kept as references', async ({ page }) => {
  await visit(page, '/search?q=ferry');
  const total = Number((await page.getByRole('status').first().textContent())?.match(/\d+/)?.[0]);
  await page.getByRole('button', { name: 'Export' }).click();
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('menuitem', { name: /CSL-JSON/ }).click(),
  ]);
  const items = JSON.parse(await readFile(await file.path(), 'utf8')) as { type: string }[];
  expect(items.map(({ type }) => type)).toEqual(Array(total).fill('article-newspaper'));
});
