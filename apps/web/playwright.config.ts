import { defineConfig } from '@playwright/test';
import { chromium } from '@pressmark/browser';

export default defineConfig({
  testDir: 'e2e',
  outputDir: '.results/playwright',
  reporter: [['list'], ['json', { outputFile: '.results/playwright.json' }]],
  forbidOnly: Boolean(process.env['CI']),
  // Once more where nobody watches; what passes only then is named before the count of all tests.
  retries: process.env['CI'] ? 1 : 0,
  // Limits against hanging, not measures: machines may be slow and busy.
  timeout: 180_000,
  expect: { timeout: 30_000 },
  // Each has a dashboard and an archive of its own.
  workers: 2,
  use: {
    launchOptions: await chromium(),
    locale: 'en-GB',
    timezoneId: 'UTC',
    viewport: { width: 1440, height: 900 },
    screenshot: 'only-on-failure',
  },
});
