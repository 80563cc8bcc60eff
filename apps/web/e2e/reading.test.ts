import { expect } from '@playwright/test';
import { sampleArchive } from '@pressmark/fixtures';
import { expectAccessible } from './accessible.ts';
import { test, visit } from './dashboard.ts';

test('the place of an article in its file opens as text, on a page', async ({ page }) => {
  await visit(page, '/search?q=ferry');
  await page.getByRole('list', { name: 'Results' }).getByRole('link').first().click();
  const title = (await page.getByRole('heading', { level: 1 }).textContent()) ?? '';
  const [, source = ''] = /^(\S+ \S+)/.exec(title) ?? [];
  await page
    .getByRole('main')
    .getByRole('link', { name: /^bytes [\d,]+ to [\d,]+$/ })
    .click();
  await expect(page).toHaveURL(/\/files\/\d+\?start=\d+&end=\d+$/);
  await expect(page.getByTestId('part')).toContainText(source);
  await expect(page.getByRole('link', { name: 'Download the file' })).toHaveAttribute(
    'href',
    /^\/api\/files\/\d+$/,
  );
  await visit(page, '/files/1?start=5&end=3');
  await expect(page.getByRole('heading', { level: 1 })).not.toHaveText(/Bytes/);
});

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
  await expect(page.getByRole('dialog')).toContainText('The text stays as the file has it');
  await page.keyboard.press('Escape');
  expect(await page.getByRole('article').textContent()).toBe(damaged);
  const headline = (await page.getByRole('heading', { level: 1 }).textContent()) ?? '';
  await page.getByRole('link', { name: /^bytes / }).click();
  const shown = page.getByTestId('part');
  await expect(shown).toContainText('<');
  expect(((await shown.textContent()) ?? '').replace(/<[^>]*>/g, '')).toContain(headline);
});

test('a repair is accepted by keyboard, shown and found, and taken back', async ({ page }) => {
  await visit(page, '/imports/1');
  await page.getByText('A character was lost after a dash').click();
  await page.locator('details[open]').getByRole('link').first().click();
  const text = page.getByRole('article');
  const damaged = text.locator('button.damaged').first();
  await expect(damaged).toBeVisible();
  const [before, places, fragment] = [
    await text.textContent(),
    await text.locator('button.damaged').count(),
    (await damaged.textContent()) ?? '',
  ];
  await damaged.focus();
  await page.keyboard.press('Enter');
  const popover = page.getByRole('dialog', { name: 'Damaged in the file' });
  const candidate = popover.getByRole('button', { name: /^Accept ./ }).first();
  await expect(candidate).toBeFocused();
  const repaired = (await candidate.locator('.font-serif').textContent()) ?? '';
  expect(repaired.toLowerCase()).toContain(fragment);
  await page.keyboard.press('Enter');
  await expect(popover).toBeHidden();
  await expect(page.getByText('The repair is accepted.')).toBeAttached();
  await page.reload();
  await page.locator('html[data-hydrated]').waitFor();
  const place = text.locator('button.repaired');
  await expect(place).toHaveText(repaired);
  await expect(text.locator('button.damaged')).toHaveCount(places - 1);
  const number = /factiva:(\w+)/.exec(decodeURIComponent(page.url()))?.[1];
  await visit(page, `/search?q=${encodeURIComponent(`an=${number} and ${repaired}`)}`);
  await page.getByRole('list', { name: 'Results' }).getByRole('link').first().click();
  // The preview beside the results shows the repair too, and goes with its page.
  await expect(page).toHaveURL(/\/articles\//);
  await expect(text.locator('button.repaired mark')).toHaveText(repaired);

  await place.click();
  const shown = page.getByRole('dialog', { name: 'Repaired' });
  await expect(shown).toContainText(fragment);
  await expectAccessible(page);
  await shown.getByRole('button', { name: 'Take back' }).press('Enter');
  await expect(shown).toBeHidden();
  await expect(text.locator('button.repaired')).toHaveCount(0);
  expect(await text.textContent()).toBe(before);
});

test('an unknown article and an unknown page say so', async ({ page }) => {
  await visit(page, '/articles/factiva%3ANONE');
  await expect(page.getByRole('heading', { name: 'The archive does not have this article' })).toBeVisible();
  await visit(page, '/nowhere');
  await expect(page.getByRole('heading', { name: 'There is no such page' })).toBeVisible();
});
