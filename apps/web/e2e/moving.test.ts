import { expect } from '@playwright/test';
import { test, visit } from './dashboard.ts';

for (const path of ['/', '/search', '/compare', '/saved', '/imports', '/imports/1', '/nowhere']) {
  test(`the first Tab on ${path} leads to the link past the masthead`, async ({ page }) => {
    await visit(page, path);
    await page.keyboard.press('Tab');
    await expect(page.getByRole('link', { name: 'Skip to the content' })).toBeFocused();
  });
}

test('a slash leads to the query box from pages that have none', async ({ page }) => {
  for (const path of ['/imports', '/saved']) {
    await visit(page, path);
    await page.keyboard.press('/');
    await expect(page).toHaveURL('/search');
    await expect(page.getByRole('combobox', { name: 'Query' })).toBeFocused();
    await page.keyboard.type('ferry');
    await expect(page.getByRole('combobox', { name: 'Query' })).toHaveValue('ferry');
  }
});

for (const [path, title, onward] of [
  ['/imports/999', 'There is no such import', '/imports'],
  ['/imports/none', 'There is no such import', '/imports'],
  ['/articles/none', 'The archive does not have this article', '/search'],
  ['/saved/999', 'There is no such page', '/search'],
] as const) {
  test(`${path} is not found, and leads on`, async ({ page }) => {
    const answer = await page.goto(path);
    expect(answer?.status()).toBe(404);
    await page.locator('html[data-hydrated]').waitFor();
    const main = page.getByRole('main');
    await expect(main.getByRole('heading', { level: 1 })).toHaveText(title);
    await expect(main.getByRole('link')).toHaveAttribute('href', onward);
  });
}

test('all sections of a narrow window are in sight', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await visit(page, '/imports');
  const nav = page.getByRole('navigation', { name: 'Sections' });
  expect(await nav.evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth)).toBe(0);
});
