import { defineConfig } from '@playwright/test';
import { chromium } from '@pressmark/browser';

export default defineConfig({
  testDir: 'e2e',
  outputDir: '.results/playwright',
  reporter: [['list'], ['json', { outputFile: '.results/playwright.json' }]],
  forbidOnly: Boolean(process.env.CI),
  use: { launchOptions: await chromium() },
});
