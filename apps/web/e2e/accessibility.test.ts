import { expect, type Page, type TestInfo } from '@playwright/test';
import { expectAccessible, expectFits } from './accessible.ts';
import { test, visit } from './dashboard.ts';

const pages: Record<string, string> = {
  overview: '/',
  search: '/search?q=harbour+or+ferry&language=en',
  'search-narrowed':
    '/search?not-language=de&source=HARBC&by=quarter&share=true&from=2015-01-01&to=2023-12-31&sample=5&seed=7',
  'search-wrong': '/search?q=ferry+and+(harbour',
  'search-lines': '/search?q=harbour+or+ferry&view=lines&order=right',
  compare: '/compare?queries=ferries+%3D+ferr*%0Aharbours+%3D+harbour*%0Azzyzx%0Aa+and+(&share=true',
  'search-parts': '/search?q=ferry+and+la=englis+not+harbour',
  'search-explained': '/search?q=ferry+and+la=en+not+harbour&why=',
  'search-nothing': '/search?q=ferry+and+zzyzx',
  saved: '/saved',
  imports: '/imports',
  import: '/imports/1',
  file: '/files/1?start=900&end=2400',
  nowhere: '/nowhere',
};

async function openArticle(page: Page): Promise<void> {
  await visit(page, '/imports/1');
  await page.getByText('A character was lost after a dash').click();
  const article = await page.locator('details[open]').getByRole('link').first().getAttribute('href');
  await visit(page, `${article}?q=the`);
}

/** What is true of every page, wide and narrow. */
async function check(page: Page, picture: { info: TestInfo; name: string }): Promise<void> {
  await page.waitForLoadState('networkidle');
  await expectAccessible(page, picture);
  await expectFits(page, [1920, 1280, 1024, 768]);
  await page.setViewportSize({ width: 390, height: 844 });
  await expectAccessible(page, { ...picture, name: `${picture.name}-narrow` });
  await expectFits(page, [360]);
}

for (const [name, path] of Object.entries(pages)) {
  test(`axe finds nothing on ${name}, and it fits into every window`, async ({ page }, info) => {
    await visit(page, path);
    await check(page, { info, name });
  });
}

test('axe finds nothing on an article, its raw fields and its damage, and it fits into every window', async ({
  page,
}, info) => {
  await openArticle(page);
  await expectAccessible(page, { info, name: 'article' });
  await page.locator('button.damaged').first().click();
  await expectAccessible(page);
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Raw fields' }).click();
  await check(page, { info, name: 'article-raw' });
});

test('axe finds nothing in dialogs, menus and tables', async ({ page }) => {
  await visit(page, '/search?q=the');
  await page.keyboard.press('?');
  await expectAccessible(page);
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+k');
  await expectAccessible(page);
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Show as table' }).click();
  await page
    .getByRole('button', { name: /^Show all/ })
    .first()
    .click();
  await expectAccessible(page);
  await page.setViewportSize({ width: 390, height: 844 });
  await page.getByRole('button', { name: /^Filters/ }).click();
  await expectAccessible(page);
});

test('the chosen theme is there from the first paint on', async ({ page }) => {
  await visit(page, '/');
  await page.getByRole('button', { name: 'Settings' }).click();
  await page.getByRole('menuitemradio', { name: 'Dark' }).click();
  await expect(page.locator('html')).toHaveClass(/dark/);
  await page.addInitScript(() => {
    document.addEventListener('DOMContentLoaded', () => {
      document.documentElement.dataset['early'] = String(document.documentElement.classList.contains('dark'));
    });
  });
  await visit(page, '/search');
  await expect(page.locator('html')).toHaveAttribute('data-early', 'true');
});
