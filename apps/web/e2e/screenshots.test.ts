import { join } from 'node:path';
import { expect } from '@playwright/test';
import { test, visit } from './dashboard.ts';

/** The pictures of the README are made anew with UPDATE_SCREENSHOTS=1; else they go where results go. */
for (const theme of ['light', 'dark'] as const) {
  test(`the search page, ${theme}`, async ({ page }, info) => {
    await page.emulateMedia({ colorScheme: theme });
    await visit(page, '/search?q=harbour+or+ferr*&language=en');
    await expect(page.locator('.recharts-bar-rectangle').first()).toBeVisible();
    await expect(page.getByRole('region', { name: 'Preview' }).getByRole('heading').first()).toBeVisible();
    await page.evaluate(() => document.fonts.ready);
    const name = `search-${theme}.png`;
    const kept = process.env['UPDATE_SCREENSHOTS'] === '1';
    await page.screenshot({ path: kept ? join('screenshots', name) : info.outputPath(name) });
  });
}
