import { expect } from '@playwright/test';
import { sampleArchive } from '@pressmark/fixtures';
import { test, visit } from './dashboard.ts';

test('an article shows what the invented one was made of', async ({ page }) => {
  const truth = sampleArchive()[2]?.articles.find(
    (article) => article.subheadline && article.codes.subjects.length > 0,
  );
  if (!truth) throw new Error('The sample holds no indexed article with a subheadline.');
  await visit(page, `/search?q=${encodeURIComponent(`an=${truth.accession.number}`)}`);
  await page.getByRole('list', { name: 'Results' }).getByRole('link').click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(truth.headline);
  const about = page.getByRole('complementary', { name: 'About this article' });
  await expect(about).toContainText(truth.accession.number);
  for (const { name } of truth.codes.subjects) if (name) await expect(about).toContainText(name);
  await about.getByRole('heading', { name: 'Subjects' }).locator('..').getByRole('link').first().click();
  await expect(page).toHaveURL(/\/search\?subject=/);
});

test('damage is marked in the text, with what may have stood there, and the bytes can be seen', async ({
  page,
}) => {
  await visit(page, '/imports/1');
  await page.getByText('A character was lost after a dash').click();
  await page.locator('details[open]').getByRole('link').first().click();
  const place = page.getByRole('article').locator('button.damaged').first();
  const damaged = await page.getByRole('article').textContent();
  await place.click();
  await expect(page.getByRole('dialog')).toContainText('The text stays as the file has it.');
  await page.keyboard.press('Escape');
  expect(await page.getByRole('article').textContent()).toBe(damaged);
  const bytes = page.getByRole('link', { name: /^bytes / });
  await expect(bytes).toHaveAttribute('target', '_blank');
  const source = await page.request.get((await bytes.getAttribute('href')) ?? '');
  expect(source.headers()['content-type']).toMatch(/^text\/plain/);
  expect(await source.text()).toContain((await page.getByRole('heading', { level: 1 }).textContent()) ?? '');
});

test('an unknown article and an unknown page say so', async ({ page }) => {
  await visit(page, '/articles/factiva%3ANONE');
  await expect(page.getByRole('heading', { name: 'The archive does not have this article' })).toBeVisible();
  await visit(page, '/nowhere');
  await expect(page.getByRole('heading', { name: 'There is no such page' })).toBeVisible();
});
