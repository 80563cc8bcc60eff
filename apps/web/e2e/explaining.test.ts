import { expect, type Page } from '@playwright/test';
import { expectAccessible } from './accessible.ts';
import { test, visit } from './dashboard.ts';

const box = (page: Page) => page.getByRole('combobox', { name: 'Query' });
const options = (page: Page) => page.getByRole('listbox', { name: 'Completions' }).getByRole('option');
const pills = (page: Page) => page.getByRole('list', { name: 'Parts of the query' }).getByRole('listitem');

async function total(page: Page, query: string): Promise<string> {
  await visit(page, `/search?${new URLSearchParams({ q: query })}`);
  await expect(page.getByRole('status')).toHaveText(/articles?$|^No /);
  return Number.parseInt((await page.getByRole('status').textContent()) ?? '', 10).toString();
}

test('the query stands in parts with the hits of each, and a part can be taken out', async ({ page }) => {
  const parts = ['ferry', 'la=en', 'harbour'];
  const totals = [];
  for (const part of parts) {
    totals.push(await total(page, part));
    // The only part has its number too, and nothing to be taken out of.
    await expect(pills(page)).toHaveText(new RegExp(`^${part}${totals.at(-1)} articles?;`));
    await expect(pills(page).getByRole('button')).toHaveCount(1);
  }
  await visit(page, '/search?q=ferry+and+la%3Den+not+harbour&sort=oldest');
  await expect(pills(page)).toHaveCount(3);
  for (const [index, part] of parts.entries()) {
    await expect(pills(page).nth(index)).toContainText(`${part}${totals[index]}`);
  }
  await page.getByRole('button', { name: 'Remove la=en' }).click();
  await expect(page).toHaveURL('/search?q=ferry+not+harbour&sort=oldest');
  await page.goBack();
  await pills(page).nth(0).getByRole('button').first().click();
  await expect(page.getByRole('dialog', { name: 'ferry' })).toContainText('The word “ferry”', {
    ignoreCase: true,
  });
});

test('the whole query is explained, with why an article is here and why another is not', async ({ page }) => {
  await visit(page, '/search?q=ferry+near50+harbour+or+hd%3Dferry');
  await page.getByRole('button', { name: 'Why is this here?' }).first().click();
  await expect(page).toHaveURL(/why=factiva:/);
  const dialog = page.getByRole('dialog', { name: 'Why this article?' });
  await expect(dialog).toContainText('It is among the results.');
  await expect(dialog).toContainText(/met, \d+ places?/);
  const id = new URL(page.url()).searchParams.get('why') ?? '';
  await visit(page, `/search?q=zzyzx+or+date+1900&why=${encodeURIComponent(id)}`);
  await expect(dialog).toContainText('It is not among the results.');
  await dialog.getByLabel(/accession number/).fill('NONE');
  await dialog.getByRole('button', { name: 'Ask' }).click();
  await expect(page.getByRole('dialog').getByRole('alert')).toHaveText('The archive has no article NONE.');
  await page.keyboard.press('Escape');
  await expect(page).toHaveURL('/search?q=zzyzx+or+date+1900');
});

test('no hits: the smallest changes are links with their hits', async ({ page }) => {
  const alone = await total(page, 'ferry');
  await visit(page, '/search?q=ferry+and+zzyzx');
  await expect(page.getByRole('heading', { name: 'No article fits' })).toBeVisible();
  await expect(pills(page).filter({ hasText: 'zzyzx' })).toContainText('0');
  const ways = page.getByRole('list', { name: 'Changes that find something' }).getByRole('listitem');
  await expect(ways.filter({ hasText: 'without zzyzx' })).toContainText(`${alone} articles`);
  await ways.getByRole('link', { name: 'ferry', exact: true }).click();
  await expect(page).toHaveURL('/search?q=ferry');
});

test('what the archive does not have is said at its place, and mended by a click', async ({ page }) => {
  await visit(page, '/search?q=ferrry+and+la%3Denglis');
  const search = page.getByRole('search');
  await expect(search).toContainText('“ferrry” stands nowhere in the archive.');
  await search.getByRole('button', { name: 'ferry and la=englis', exact: true }).click();
  await search.getByRole('button', { name: 'ferry and la=en', exact: true }).click();
  await expect(page).toHaveURL('/search?q=ferry+and+la=en');
});

test('fields, operators and values are completed by keyboard', async ({ page }) => {
  await visit(page, '/search');
  await box(page).click();
  await page.keyboard.type('ferry and langu');
  await expect(options(page)).toHaveCount(1);
  await page.keyboard.press('ArrowDown');
  await expect(box(page)).toHaveAttribute(
    'aria-activedescendant',
    (await options(page).first().getAttribute('id')) ?? '',
  );
  await page.keyboard.press('Enter');
  await expect(box(page)).toHaveValue('ferry and la=');
  await page.keyboard.type('engl');
  await expect(options(page)).toHaveText([/^enEnglish\d+ articles$/]);
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('Enter');
  await expect(box(page)).toHaveValue('ferry and la=en ');
  await expect(options(page)).toHaveCount(0);
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL('/search?q=ferry+and+la=en');
});

test('Enter searches while nothing is chosen, Escape closes the list and keeps the text', async ({
  page,
}) => {
  await visit(page, '/search');
  await box(page).click();
  await page.keyboard.type('hd=ferry ne');
  await expect(options(page).first()).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(options(page)).toHaveCount(0);
  await expect(box(page)).toBeFocused();
  await expect(box(page)).toHaveValue('hd=ferry ne');
  await page.keyboard.press('Backspace');
  await page.keyboard.press('Backspace');
  await page.keyboard.type('sa');
  await expect(options(page).first()).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL('/search?q=hd=ferry+sa');
});

test('a value is chosen by mouse; the archive is not asked for every letter', async ({ page }) => {
  await visit(page, '/');
  let asked = 0;
  page.on('request', (request) => {
    if (request.url().includes('articles.suggest')) asked++;
  });
  const start = page.getByRole('combobox', { name: 'Search the archive' });
  await start.click();
  await start.pressSequentially('se=sportandculture', { delay: 5 });
  await start.fill('');
  await start.pressSequentially('kind:art', { delay: 5 });
  await options(page).filter({ hasText: 'article' }).first().click();
  await expect(start).toHaveValue('kind:article ');
  await expect(start).toBeFocused();
  expect(asked).toBeLessThan(6);
});

test('axe finds nothing on the list of completions, the tree of a part, and why an article is here', async ({
  page,
}) => {
  await visit(page, '/search?q=ferry+and+la=en+not+zzyzx');
  await pills(page).nth(2).getByRole('button').first().click();
  await expect(page.getByRole('dialog', { name: 'zzyzx' })).toContainText('0 articles');
  await expectAccessible(page);
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Why is this here?' }).first().click();
  await expect(page.getByRole('dialog')).toContainText('It is among the results.');
  await expectAccessible(page);
  await page.keyboard.press('Escape');
  await box(page).click();
  await page.keyboard.press('End');
  await page.keyboard.type(' and sc=');
  await expect(options(page).first()).toBeVisible();
  await page.keyboard.press('ArrowDown');
  await expectAccessible(page);
  await page.setViewportSize({ width: 390, height: 844 });
  await expectAccessible(page);
});
