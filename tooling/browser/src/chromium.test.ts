import { chromium as playwright } from 'playwright-core';
import { expect, test } from 'vitest';
import { chromium } from './chromium.ts';

test('the browser found draws a page', { timeout: 60_000 }, async () => {
  const browser = await playwright.launch(await chromium());
  try {
    const page = await browser.newPage({ viewport: { width: 200, height: 100 } });
    await page.goto('data:text/html,<h1>Pressmark</h1>');
    expect(await page.textContent('h1')).toBe('Pressmark');
    const drawn = await page.screenshot();
    await page.goto('about:blank');
    expect(drawn.equals(await page.screenshot())).toBe(false);
  } finally {
    await browser.close();
  }
});
