import { defineConfig } from '@playwright/test';
import { chromium } from '@pressmark/browser';

export default defineConfig({
  testDir: 'e2e',
  outputDir: '.results/playwright',
  reporter: [['list'], ['json', { outputFile: '.results/playwright.json' }]],
  forbidOnly: Boolean(process.env['CI']),
  timeout: 60_000,
  expect: { timeout: 10_000 },
  workers: 1,
  use: {
    launchOptions: await chromium(),
    locale: 'en-GB',
    timezoneId: 'UTC',
    viewport: { width: 1440, height: 900 },
    screenshot: 'only-on-failure',
  },
});
