import { AxeBuilder } from '@axe-core/playwright';
import { expect } from '@playwright/test';
import { test } from './dashboard.ts';

test('the first page is there, with its styles and nothing in the way', async ({ page }) => {
  await page.goto('/');
  await expect(page.getByRole('heading', { name: 'Pressmark' })).toBeVisible();
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
});
