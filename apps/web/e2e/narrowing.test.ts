import { expect, type Page } from '@playwright/test';
import { test, visit } from './dashboard.ts';

const status = (page: Page) => page.getByRole('status').filter({ hasText: /article/ });
const totalOf = async (page: Page) =>
  Number.parseInt(((await status(page).textContent()) ?? '').replace(',', ''), 10);
const filters = (page: Page) => page.getByRole('complementary', { name: 'Filters' });

test('a value is chosen by the first press, excluded by the second, cleared by the third, by keyboard alone', async ({
  page,
}) => {
  await visit(page, '/search');
  const all = await totalOf(page);
  const first = filters(page).getByRole('group', { name: 'Source' }).getByRole('button').first();
  const count = Number.parseInt((await first.locator('.tabular-nums').textContent()) ?? '', 10);
  await expect(first).toContainText('Choose');
  await first.focus();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/search\?source=[A-Z]+$/);
  await expect(status(page)).toHaveText(`${count} articles`);
  const value = new URL(page.url()).searchParams.get('source') ?? '';
  const chosen = filters(page).getByRole('button', { name: /, chosen\. Exclude instead$/ });
  await expect(chosen).toHaveCount(1);
  await chosen.press('Space');
  await expect(page).toHaveURL(`/search?not-source=${value}`);
  await expect(status(page)).toHaveText(`${all - count} articles`);
  const excluded = filters(page).getByRole('button', { name: /, excluded\. Clear$/ });
  await expect(excluded).toContainText(String(count));
  await expect(page.getByRole('list', { name: 'Chosen filters' }).getByRole('button')).toHaveText(
    /^Remove Source: not/,
  );
  await excluded.press('Enter');
  await expect(page).toHaveURL('/search');
  await expect(status(page)).toHaveText(`${all} articles`);
});

test('every value of a facet can be shown and looked for; counts stay those of all hits', async ({
  page,
}) => {
  await visit(page, '/search');
  const authors = filters(page).getByRole('group', { name: 'Author' });
  await expect(authors.getByRole('listitem')).toHaveCount(6);
  const more = authors.getByRole('button', { name: /^Show all \d+ of Author$/ });
  const values = Number.parseInt(/\d+/.exec((await more.textContent()) ?? '')?.[0] ?? '', 10);
  await more.click();
  await expect(authors.getByRole('status')).toHaveText(new RegExp(`^${values} values?$`));
  await expect(authors.getByRole('listitem')).toHaveCount(Math.min(values, 51));
  const last = authors.getByRole('listitem').nth(8).locator('span.truncate');
  const name = (await last.textContent()) ?? '';
  await authors.getByRole('searchbox').fill(name.toUpperCase());
  await expect(authors.getByRole('listitem').first()).toContainText(name);
  const count = Number.parseInt((await authors.locator('.tabular-nums').first().textContent()) ?? '', 10);
  await authors.getByRole('listitem').first().getByRole('button').click();
  await expect(status(page)).toHaveText(`${count} article${count === 1 ? '' : 's'}`);
});

test('the facet of time counts years, quarters, months, weeks or days, as the address says', async ({
  page,
}) => {
  await visit(page, '/search?year=2017');
  const step = filters(page).getByRole('combobox', { name: 'Length of time' });
  await expect(step).toHaveValue('year');
  await step.focus();
  await step.selectOption('Month');
  await expect(page).toHaveURL('/search?year=2017&times=month');
  await expect(step).toBeFocused();
  await expect(filters(page).getByRole('group', { name: 'Year' })).toHaveCount(0);
  // What is chosen of the years holds on.
  await expect(page.getByRole('button', { name: 'Remove Year: 2017' })).toBeVisible();
  const all = await totalOf(page);
  const months = filters(page).getByRole('group', { name: 'Month' });
  const first = months.getByRole('button', { name: /2017 \d/ }).first();
  const count = Number.parseInt((await first.locator('.tabular-nums').textContent()) ?? '', 10);
  await first.click();
  await expect(page).toHaveURL(/\/search\?year=2017&times=month&month=2017-\d\d$/);
  await expect(status(page)).toHaveText(`${count} article${count === 1 ? '' : 's'}`);
  await months.getByRole('button', { name: /, chosen\. Exclude instead$/ }).click();
  await expect(page).toHaveURL(/\/search\?year=2017&times=month&not-month=2017-\d\d$/);
  await expect(status(page)).toHaveText(`${all - count} article${all - count === 1 ? '' : 's'}`);
  await step.selectOption('Day');
  await expect(page.getByRole('button', { name: /^Remove Month: not \w+ 2017$/ })).toBeVisible();
  await page.getByRole('button', { name: 'Clear all' }).click();
  await expect(page).toHaveURL('/search?times=day');
});

test('months are found among all by their names and as they are written', async ({ page }) => {
  await visit(page, '/search?times=month');
  const months = filters(page).getByRole('group', { name: 'Month' });
  await months.getByRole('button', { name: /^Show all \d+ of Month$/ }).click();
  const names = months.locator('span.truncate');
  const wanted = (await names.nth(7).textContent()) ?? '';
  expect(wanted).toMatch(/^[A-Z][a-z]+ \d{4}$/);
  await months.getByRole('searchbox').fill(wanted.toLowerCase());
  await expect(names).toHaveText([wanted]);
  await months.getByRole('searchbox').fill(wanted.slice(-4));
  await expect(names.first()).toContainText(wanted.slice(-4));
});

test('a drag over the timeline chooses days, which stand in the address and in the fields', async ({
  page,
}) => {
  await visit(page, '/search?by=year');
  const bars = page.locator('.recharts-bar-rectangle');
  await expect(bars.first()).toBeVisible();
  const [one, two] = [await bars.nth(0).boundingBox(), await bars.nth(1).boundingBox()];
  if (!one || !two) throw new Error('no bars');
  const chart = await page.getByRole('img', { name: /^Hits by year/ }).boundingBox();
  const y = (chart?.y ?? 0) + 40;
  await page.mouse.move(one.x + one.width / 2, y);
  await page.mouse.down();
  await page.mouse.move(two.x + two.width / 2, y, { steps: 4 });
  await page.mouse.up();
  await expect(page).toHaveURL(/\/search\?from=\d{4}-01-01&to=\d{4}-12-31$/);
  const { searchParams } = new URL(page.url());
  await expect(page.getByLabel('First day')).toHaveValue(searchParams.get('from') ?? '');
  await expect(page.getByLabel('Last day')).toHaveValue(searchParams.get('to') ?? '');
  await page.getByLabel('Last day').fill('soon');
  await page.getByLabel('Last day').press('Enter');
  await expect(page.getByRole('alert').filter({ hasText: '2017-04' })).toBeVisible();
  await page.getByLabel('Last day').fill(`${searchParams.get('from')?.slice(0, 4)}-06`);
  await page.getByLabel('Last day').press('Enter');
  await expect(page).toHaveURL(/&to=\d{4}-06-30$/);
  await page.getByRole('button', { name: /^Remove Dates/ }).click();
  await expect(page).toHaveURL('/search');
});

test('shares are of all articles of the period, in the chart and in its table', async ({ page }) => {
  await visit(page, '/search?q=ferry&by=quarter');
  await page.getByRole('button', { name: '% of all' }).click();
  await expect(page).toHaveURL('/search?q=ferry&by=quarter&share=true');
  await expect(page.getByRole('img', { name: /^Share of all articles by quarter: .*%/ })).toBeVisible();
  const whole = await page.getByText(/^of every article of each quarter, \d+ in all$/).textContent();
  await page.getByRole('button', { name: 'Show as table' }).click();
  const rows = page.getByRole('region', { name: 'Articles by quarter' }).locator('tbody tr');
  const cells = await rows.evaluateAll((all) =>
    all.map((row) =>
      [...row.querySelectorAll('td')].slice(1).map((cell) => Number.parseFloat(cell.textContent ?? '')),
    ),
  );
  expect(cells.length).toBeGreaterThan(1);
  expect(cells.some(([count]) => count === 0)).toBe(true);
  for (const [count = 0, all = 0, share] of cells) {
    expect(share).toBeCloseTo(all === 0 ? 0 : (count / all) * 100, 0);
  }
  expect(cells.reduce((sum, [count = 0]) => sum + count, 0)).toBe(await totalOf(page));
  expect(whole).toContain(` ${cells.reduce((sum, [, all = 0]) => sum + all, 0)} in all`);
});

test('a random sample stands in the address, and the same one comes back', async ({ page }) => {
  await visit(page, '/search');
  const all = await totalOf(page);
  await page.getByRole('button', { name: 'Sample' }).click();
  await page.getByLabel('Articles', { exact: true }).fill('12');
  await page.getByLabel('Seed').fill('7');
  await page.getByLabel('Seed').press('Enter');
  await expect(page).toHaveURL('/search?sample=12&seed=7');
  await expect(status(page)).toHaveText(`12 articles of ${all}`);
  const links = page.getByRole('list', { name: 'Results' }).getByRole('link');
  await expect(links).toHaveCount(12);
  const drawn = (await links.allTextContents()).sort();
  await visit(page, '/search?sample=12&seed=7&sort=words');
  await expect(links).toHaveCount(12);
  expect((await links.allTextContents()).sort()).toEqual(drawn);
  await page.getByRole('button', { name: /^Remove Sample/ }).click();
  await expect(status(page)).toHaveText(`${all} articles`);
});
