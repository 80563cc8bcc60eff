import { expect } from '@playwright/test';
import { expectAccessible } from './accessible.ts';
import { test, visit } from './dashboard.ts';

test('hits in their context: put in order by a column, and each leads to its place', async ({ page }) => {
  await visit(page, '/search?q=ferry');
  const articles = await page.getByRole('status').textContent();
  await page.getByRole('button', { name: 'Lines', exact: true }).click();
  await expect(page).toHaveURL('/search?q=ferry&view=lines');
  const lines = page.getByRole('region', { name: 'Lines' });
  await expect(lines.getByText(/^\d+ lines in \d+ articles$/)).toBeVisible();
  expect(articles).toBe(
    `${/in (\d+)/.exec((await lines.getByText(/lines in/).textContent()) ?? '')?.[1]} articles`,
  );
  const rows = lines.locator('tbody tr');
  const first = await rows.first().textContent();
  await lines.getByRole('button', { name: 'Right' }).click();
  await expect(page).toHaveURL('/search?q=ferry&view=lines&order=right');
  await expect(lines.getByRole('columnheader', { name: 'Right' })).toHaveAttribute('aria-sort', 'ascending');
  await expect(rows.first()).not.toHaveText(first ?? '');
  const rights = await rows.locator('td:nth-child(3)').allTextContents();
  const words = rights.map((text) => text.toLowerCase().match(/[\p{L}\p{N}]+/gu)?.[0] ?? '');
  expect(words).toEqual([...words].sort());
  await rows.nth(3).getByRole('link').click();
  await expect(page).toHaveURL(/\/articles\/.+at=/);
  await expect(page.locator('mark[data-current]')).toHaveText(/ferry/i);
  await page.keyboard.press('Escape');
  await expect(page).toHaveURL('/search?q=ferry&view=lines&order=right');
});

test('the lines are downloaded in the order shown', async ({ page }) => {
  await visit(page, '/search?q=ferry&view=lines&order=left&width=30');
  await page.getByRole('button', { name: 'Export' }).click();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('menuitem', { name: /^CSV/ }).click(),
  ]);
  expect(download.suggestedFilename()).toBe('pressmark-lines.csv');
  expect(new URL(download.url()).searchParams.get('sort')).toBe('left');
});

test('several searches: a table with what is wrong, a chart, and all of it in the address', async ({
  page,
}) => {
  await visit(page, '/');
  await page.keyboard.press('g');
  await page.keyboard.press('c');
  await expect(page).toHaveURL('/compare');
  await page
    .getByRole('textbox', { name: 'Queries, one a line' })
    .fill('Ferries = ferr*\nnothing = zzyzx\na and (');
  await page.keyboard.press('Control+Enter');
  await expect(page).toHaveURL(/queries=/);
  const rows = page.getByRole('region', { name: 'Hits of each query' }).locator('tbody tr');
  await expect(rows.nth(0)).toContainText(/Ferries.*\d/);
  await expect(rows.nth(1)).toContainText('nothing found');
  await expect(rows.nth(2)).toContainText('Line 3, character 7');
  await expect(page.getByRole('img', { name: /^Articles by year/ })).toBeVisible();
  await page.getByRole('button', { name: 'Show as table' }).click();
  const cells = page.getByRole('region', { name: 'Articles by year' }).locator('tbody td:nth-child(2)');
  const sum = (await cells.allTextContents()).reduce((total, count) => total + Number(count), 0);
  await expect(rows.nth(0).locator('td').nth(1)).toHaveText(String(sum));
  await page
    .getByRole('list', { name: 'Lines of the chart' })
    .getByRole('button', { name: 'nothing' })
    .click();
  await expect(page).toHaveURL(/hide=1/);
  await page.getByRole('button', { name: '% of all' }).click();
  await expect(cells.first()).toHaveText(/%$/);
  await page.reload();
  await expect(cells.first()).toHaveText(/%$/);
  await rows.nth(0).getByRole('link').click();
  await expect(page).toHaveURL('/search?q=ferr*');
});

test('a dropped table becomes lines; it is not imported', async ({ page }) => {
  await visit(page, '/compare');
  await page.getByLabel('File of queries').setInputFiles({
    name: 'firms.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from('label,query\nF,ferr*\nH,harbour\nX,\n'),
  });
  await expect(page.getByRole('textbox', { name: 'Queries, one a line' })).toHaveValue(
    'F = ferr*\nH = harbour',
  );
  await expect(page.getByRole('alert').filter({ hasText: 'Line 4' })).toBeVisible();
  const rows = page.getByRole('region', { name: 'Hits of each query' }).locator('tbody tr');
  await expect(rows).toHaveCount(2);
  const column = page.getByRole('combobox', { name: 'Column with the queries' });
  await expect(column).toHaveValue('query');
  await column.selectOption('label');
  await expect(page.getByRole('textbox', { name: 'Queries, one a line' })).toHaveValue('F\nH\nX');
  await expect(rows).toHaveCount(3);
  await expect(column).toHaveValue('label');
  await expectAccessible(page);
});
