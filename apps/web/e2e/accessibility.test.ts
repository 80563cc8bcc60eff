import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';
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
  nowhere: '/nowhere',
};

async function check(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => ({ id, nodes: nodes.map((node) => node.html) }))).toEqual([]);
}

async function openArticle(page: Page): Promise<void> {
  await visit(page, '/imports/1');
  await page.getByText('A character was lost after a dash').click();
  const article = await page.locator('details[open]').getByRole('link').first().getAttribute('href');
  await visit(page, `${article}?q=the`);
}

for (const theme of ['light', 'dark'] as const) {
  test.describe(`${theme} theme`, () => {
    test.use({ colorScheme: theme });

    for (const [name, path] of Object.entries(pages)) {
      test(`axe finds nothing on ${name}`, async ({ page }, info) => {
        await visit(page, path);
        await page.waitForLoadState('networkidle');
        await check(page);
        await page.screenshot({ path: info.outputPath(`${name}-${theme}.png`) });
        await page.setViewportSize({ width: 390, height: 844 });
        await check(page);
        await page.screenshot({ path: info.outputPath(`${name}-${theme}-narrow.png`) });
      });
    }

    test('axe finds nothing on an article, its raw fields and its damage', async ({ page }, info) => {
      await openArticle(page);
      await check(page);
      await page.screenshot({ path: info.outputPath(`article-${theme}.png`) });
      await page.locator('button.damaged').first().click();
      await check(page);
      await page.keyboard.press('Escape');
      await page.getByRole('button', { name: 'Raw fields' }).click();
      await check(page);
    });

    test('axe finds nothing in dialogs, menus and tables', async ({ page }) => {
      await visit(page, '/search?q=the');
      await page.keyboard.press('?');
      await check(page);
      await page.keyboard.press('Escape');
      await page.keyboard.press('Control+k');
      await check(page);
      await page.keyboard.press('Escape');
      await page.getByRole('button', { name: 'Show as table' }).click();
      await page
        .getByRole('button', { name: /^Show all/ })
        .first()
        .click();
      await check(page);
      await page.setViewportSize({ width: 390, height: 844 });
      await page.getByRole('button', { name: /^Filters/ }).click();
      await check(page);
    });
  });
}

test('no page is wider than its window, from 360 to 1920 pixels', async ({ page }) => {
  const wider: string[] = [];
  for (const width of [360, 768, 1024, 1280, 1920]) {
    await page.setViewportSize({ width, height: 900 });
    for (const [name, path] of Object.entries(pages)) {
      await visit(page, path);
      const over = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      if (over > 0) wider.push(`${name} at ${width}: ${over} too many`);
    }
    await openArticle(page);
    const over = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    if (over > 0) wider.push(`article at ${width}: ${over} too many`);
  }
  expect(wider).toEqual([]);
});

test('the chosen theme is there from the first paint on', async ({ page }) => {
  await visit(page, '/');
  await page.getByRole('button', { name: 'Theme' }).click();
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
