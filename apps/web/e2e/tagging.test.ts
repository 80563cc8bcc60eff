import { expect, type Page } from '@playwright/test';
import { expectAccessible, expectFits } from './accessible.ts';
import { test, visit } from './dashboard.ts';

test.use({ archive: 'sample, to be added to' });

const results = (page: Page) => page.getByRole('list', { name: 'Results' }).getByRole('listitem');
const search = (page: Page, q: string) => visit(page, `/search?q=${encodeURIComponent(q)}`);

/** Opens the first article that a query finds, and says its headline. */
async function openFirst(page: Page, q: string): Promise<string> {
  await search(page, q);
  await results(page).first().getByRole('link').first().click();
  await expect(page).toHaveURL(/\/articles\//);
  return (await page.getByRole('heading', { level: 1 }).textContent()) ?? '';
}

test('an article is tagged by keyboard, found by its tag, told in the list, and the tag is removed', async ({
  page,
}) => {
  const headline = await openFirst(page, 'harbour');
  const input = page.getByRole('combobox', { name: 'Add a tag' });
  await input.focus();
  await page.keyboard.type('To  read');
  await page.keyboard.press('Enter');
  const tags = page.getByRole('list', { name: 'Tags' });
  await expect(tags.getByRole('link')).toHaveText(['To read']);
  await expect(input).toHaveValue('');
  await expect(page.getByText('The tag To read is added.')).toBeAttached();
  await input.fill('a'.repeat(60));
  await page.keyboard.press('Enter');
  await expect(tags.getByRole('listitem')).toHaveCount(2);
  await input.fill('!');
  await page.keyboard.press('Enter');
  const about = page.getByRole('complementary', { name: 'About this article' });
  await expect(about.getByRole('alert')).toContainText('a tag needs a letter or a digit');
  await expectAccessible(page);
  await expectFits(page, [1440, 768, 360]);
  await page.setViewportSize({ width: 1440, height: 900 });

  await tags.getByRole('link', { name: 'To read' }).click();
  await expect(page).toHaveURL(/q=tag=%22To\+read%22/);
  await expect(results(page)).toHaveCount(1);
  await expect(results(page).first()).toContainText(headline);
  await expect(results(page).first().getByTitle('Tag: To read')).toBeVisible();
  await expectAccessible(page);
  await expectFits(page, [1440, 360]);
  await page.setViewportSize({ width: 1440, height: 900 });

  // The box offers what the archive has.
  await page.getByRole('combobox', { name: 'Query' }).fill('tag:re');
  await expect(page.getByRole('option', { name: /To read/ })).toBeVisible();
  await search(page, 'tag:"to read"');
  await results(page).first().getByRole('link').first().click();
  await page.getByRole('button', { name: 'Remove the tag To read' }).press('Enter');
  await expect(page.getByText('The tag To read is removed.')).toBeAttached();
  await expect(tags.getByRole('listitem')).toHaveCount(1);
  await expect(page.getByRole('combobox', { name: 'Add a tag' })).toBeFocused();
  await search(page, 'tag:"to read"');
  await expect(results(page)).toHaveCount(0);
});

test('a note is written, found, told in the list, edited, cleared and brought back', async ({ page }) => {
  const headline = await openFirst(page, 'ferry');
  await page.getByRole('button', { name: 'Write a note' }).press('Enter');
  const box = page.getByRole('textbox', { name: 'Text of the note' });
  await expect(box).toBeFocused();
  // A key of the page is a letter here.
  await page.keyboard.type('<b>Compare</b> with rumours');
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Save the note' }).press('Enter');
  const about = page.getByRole('complementary', { name: 'About this article' });
  await expect(page.getByRole('button', { name: 'Edit the note' })).toBeVisible();
  await expect(about.getByText('<b>Compare</b> with rumours')).toBeVisible();
  await expectAccessible(page);

  await search(page, 'has:note');
  await expect(results(page)).toHaveCount(1);
  await expect(results(page).first()).toContainText(headline);
  await expect(results(page).first().getByText('Note', { exact: true })).toBeVisible();
  await results(page).first().getByRole('link').first().click();
  await page.getByRole('button', { name: 'Edit the note' }).click();
  await box.fill('Second');
  await page.getByRole('button', { name: 'Save the note' }).click();
  await expect(page.getByRole('button', { name: 'Clear the note' })).toBeVisible();
  await expect(about.getByText('Second', { exact: true })).toBeVisible();
  await page.getByRole('button', { name: 'Clear the note' }).click();
  await expect(page.getByRole('button', { name: 'Write a note' })).toBeVisible();
  await page.getByRole('button', { name: /^Undo/ }).click();
  await expect(about.getByText('Second', { exact: true })).toBeVisible();
  await page.getByRole('button', { name: 'Clear the note' }).click();
  await expect(page.getByRole('button', { name: /^Undo/ })).toBeVisible();
  await search(page, 'has:note');
  await expect(results(page)).toHaveCount(0);
});
