import { expect } from '@playwright/test';
import { createClient } from '@pressmark/client';
import { test, visit } from './dashboard.ts';

test('the whole state is in the address, and comes back from it', async ({ page }) => {
  await visit(page, '/search?q=the&language=en&year=2017&sort=oldest');
  const chips = page.getByRole('list', { name: 'Chosen filters' });
  await expect(chips.getByRole('button', { name: 'Remove Language: English' })).toBeVisible();
  await expect(chips.getByRole('button', { name: 'Remove Year: 2017' })).toBeVisible();
  await expect(page.getByRole('combobox', { name: 'Order' })).toHaveValue('oldest');
  const narrow = await page.getByRole('status').textContent();
  await chips.getByRole('button', { name: 'Remove Year: 2017' }).click();
  await expect(page).toHaveURL('/search?q=the&language=en&sort=oldest');
  await expect(page.getByRole('status')).not.toHaveText(narrow ?? '');
  await page.goBack();
  await expect(page.getByRole('status')).toHaveText(narrow ?? '');
});

test('a query that does not parse is marked at the place, and mended by a click', async ({ page }) => {
  await visit(page, '/search?q=ferry+and+(harbour');
  const alert = page.getByRole('search').getByRole('alert');
  await expect(alert).toContainText('Character 11');
  await expect(page.getByRole('combobox', { name: 'Query' })).toHaveAttribute('aria-invalid', 'true');
  await alert.getByRole('button', { name: 'ferry and (harbour)' }).click();
  await expect(page.getByRole('combobox', { name: 'Query' })).toHaveValue('ferry and (harbour)');
  await expect(page.getByRole('status')).toHaveText(/articles?$/);
});

test('the numbers of the timeline stand in its table, and a row narrows', async ({ page }) => {
  await visit(page, '/search?q=the');
  await expect(page.getByRole('img', { name: /^Hits by year/ })).toBeVisible();
  await page.getByRole('button', { name: 'Show as table' }).click();
  const rows = page.getByRole('region', { name: 'Articles by year' }).locator('tbody tr');
  const counts = await rows.locator('td:nth-child(2)').allTextContents();
  const total = Number.parseInt((await page.getByRole('status').textContent()) ?? '', 10);
  expect(counts.map(Number).reduce((sum, count) => sum + count, 0)).toBe(total);
  await rows.getByRole('link', { name: '2017' }).click();
  await expect(page).toHaveURL('/search?q=the&year=2017');
  await expect(page.getByRole('region', { name: 'Articles by month' })).toBeVisible();
});

test('a bar of the timeline narrows', async ({ page }) => {
  await visit(page, '/search?q=the');
  await page.locator('.recharts-bar-rectangle').first().click();
  await expect(page).toHaveURL(/\/search\?q=the&year=\d{4}$/);
});

test('more hits come page by page, none twice', async ({ page }) => {
  await visit(page, '/search');
  const links = page.getByRole('list', { name: 'Results' }).getByRole('link');
  await expect(links).toHaveCount(30);
  for (const expected of [60, 90, 120]) {
    await page.getByRole('button', { name: 'Load more' }).click();
    await expect(links).toHaveCount(expected);
  }
  await expect(page.getByRole('button', { name: 'Load more' })).toHaveCount(0);
  const addresses = await links.evaluateAll((all) => all.map((link) => link.getAttribute('href')));
  expect(new Set(addresses).size).toBe(120);
});

test('by keyboard: to the box, down the list, into an article and back to the same place', async ({
  page,
}) => {
  await visit(page, '/');
  await page.keyboard.press('/');
  await page.keyboard.type('the');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL('/search?q=the');
  await expect(page.getByRole('status')).toHaveText(/articles$/);
  await page.keyboard.press('/');
  await expect(page.getByRole('combobox', { name: 'Query' })).toBeFocused();
  await page.keyboard.press('Escape');
  const links = page.getByRole('list', { name: 'Results' }).getByRole('link');
  await page.keyboard.press('j');
  await page.keyboard.press('j');
  await page.keyboard.press('j');
  await page.keyboard.press('k');
  await expect(links.nth(1)).toBeFocused();
  await expect(page.getByRole('region', { name: 'Preview' }).getByRole('heading').first()).toHaveText(
    (await links.nth(1).textContent()) ?? '',
  );
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/articles\/.+q=the$/);
  const hits = page.getByRole('region', { name: 'Hits' });
  await expect(hits).toContainText(/\d+ hits?/);
  await page.keyboard.press('n');
  await expect(hits).toContainText('Hit 1 of');
  await page.keyboard.press('Shift+N');
  await expect(hits).toContainText(/Hit (\d+) of \1/);
  await page.keyboard.press('Escape');
  await expect(page).toHaveURL('/search?q=the');
  await expect(links.nth(1)).toBeFocused();
});

for (const way of ['key', 'link'] as const) {
  test(`back by ${way} finds every page of the results and the place among them`, async ({ page }) => {
    await visit(page, '/search?sort=oldest');
    const links = page.getByRole('list', { name: 'Results' }).getByRole('link');
    for (const expected of [60, 90]) {
      await page.getByRole('button', { name: 'Load more' }).click();
      await expect(links).toHaveCount(expected);
    }
    await links.nth(70).scrollIntoViewIfNeeded();
    const before = await page.evaluate(() => scrollY);
    await links.nth(70).click();
    const back = page.getByRole('link', { name: 'Back to the results' });
    await expect(back).toHaveAttribute('href', '/search?sort=oldest');
    if (way === 'key') await page.keyboard.press('Escape');
    else await back.click();
    await expect(page).toHaveURL('/search?sort=oldest');
    await expect(links).toHaveCount(90);
    await expect(links.nth(70)).toBeFocused();
    await expect.poll(async () => Math.abs((await page.evaluate(() => scrollY)) - before)).toBeLessThan(5);
  });
}

test('from one result to the next without going back, beyond the page that was loaded', async ({ page }) => {
  await visit(page, '/search?q=the&sort=oldest');
  const links = page.getByRole('list', { name: 'Results' }).getByRole('link');
  await expect(links).toHaveCount(30);
  const total = Number.parseInt((await page.getByRole('status').textContent()) ?? '', 10);
  const headlines = await links.allTextContents();
  await links.nth(28).click();
  const steps = page.getByRole('navigation', { name: 'Results' });
  const headline = page.getByRole('article').getByRole('heading').first();
  await expect(steps).toContainText(`29 of ${total}`);
  await steps.getByRole('button', { name: /^Next/ }).click();
  await expect(headline).toHaveText(headlines[29] ?? '');
  await page.keyboard.press('j');
  await expect(steps).toContainText(`31 of ${total}`);
  const next = (await headline.textContent()) ?? '';
  await expect(page).toHaveURL(/\/articles\/.+q=the$/);
  // The list goes on where reading ended.
  await page.keyboard.press('Escape');
  await expect(page).toHaveURL('/search?q=the&sort=oldest');
  await expect(links.nth(30)).toBeFocused();
  await expect(links.nth(30)).toHaveText(next);
  await links.first().click();
  await expect(steps.getByRole('button', { name: /^Previous/ })).toBeDisabled();
});

test('the masthead stays while a dialog is open on a scrolled page', async ({ page }) => {
  await visit(page, '/search?q=the');
  await expect(page.getByRole('status')).toHaveText(/articles$/);
  await page.evaluate(() => scrollTo(0, 600));
  await page.keyboard.press('?');
  await expect(page.getByRole('dialog')).toBeVisible();
  const masthead = page.locator('header').first();
  expect(await masthead.evaluate((header) => header.getBoundingClientRect().top)).toBe(0);
  expect(await page.evaluate(() => scrollY)).toBe(600);
});

test('a server that is gone is told once, in plain words', async ({ page }) => {
  await visit(page, '/search?q=the');
  await expect(page.getByRole('status')).toHaveText(/articles$/);
  await page.route('**/api/**', (route) => route.abort());
  await page.getByRole('combobox', { name: 'Query' }).fill('ferry');
  await page.getByRole('combobox', { name: 'Query' }).press('Enter');
  await expect(page.getByText('Pressmark does not answer. Is it still running?')).toHaveCount(1);
  await expect(page.locator('.skeleton')).toHaveCount(0);
  await page.unroute('**/api/**');
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect(page.getByRole('list', { name: 'Results' })).toBeVisible();
  await expect(page.getByRole('img', { name: /^Hits by/ })).toBeVisible();
});

test('the first label of the timeline is whole', async ({ page }) => {
  await visit(page, '/search?by=week');
  const chart = page.getByRole('img', { name: /^Hits by week/ });
  const label = await chart.locator('.recharts-cartesian-axis-tick-value').first().boundingBox();
  const drawing = await chart.locator('svg').first().boundingBox();
  expect(label?.x).toBeGreaterThanOrEqual(drawing?.x ?? Number.POSITIVE_INFINITY);
});

test('every size beside the timeline has its line', async ({ page }) => {
  for (const address of ['/search', '/search?share=true']) {
    await visit(page, address);
    const chart = page.getByRole('img', { name: /^(Hits|Share of all articles) by/ });
    const labels = chart.locator('.recharts-yAxis-tick-labels text');
    await expect(labels.first()).toBeVisible();
    await expect(chart.locator('.recharts-cartesian-grid line')).toHaveCount(await labels.count());
  }
});

test('single keys can be switched off, Ctrl-K stays', async ({ page }) => {
  await visit(page, '/search?q=the');
  await page.keyboard.press('?');
  await page.getByRole('switch', { name: 'Shortcuts of a single key' }).click();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await page.keyboard.press('?');
  await page.keyboard.press('Control+k');
  await expect(page.getByRole('dialog', { name: 'Commands' })).toBeVisible();
  await page.keyboard.type('imports');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL('/imports');
});

test('where months come first, dates that could be two days are written out as they are meant', async ({
  page,
}) => {
  await visit(page, '/search');
  const box = page.getByRole('combobox', { name: 'Query' });
  const notes = page.getByRole('search');
  await box.fill('date after 05/06/2016');
  await box.press('Enter');
  await expect(notes).toContainText('05/06/2016 was read day first, as 2016-06-05.');
  await page.getByRole('button', { name: 'Settings' }).click();
  await page.getByRole('menuitemradio', { name: /^Month first/ }).click();
  await box.press('Enter');
  await expect(page).toHaveURL('/search?q=date+after+2016-05-06');
  await expect(box).toHaveValue('date after 2016-05-06');
  await expect(notes).not.toContainText('was read');
  // The choice is kept, and holds wherever queries are typed.
  await visit(page, '/compare');
  await page.getByRole('textbox', { name: 'Queries, one a line' }).fill('spring = date 03/04/2017\nthe');
  await page.getByRole('button', { name: 'Compare' }).click();
  await expect(page.getByRole('textbox', { name: 'Queries, one a line' })).toHaveValue(
    'spring = date 2017-03-04\nthe',
  );
  await page.getByRole('button', { name: 'Settings' }).click();
  await expect(page.getByRole('menuitemradio', { name: /^Month first/ })).toBeChecked();
});

test('each order of results puts them as its name says', async ({ page, url }) => {
  const { hits } = await createClient({ url }).api.articles.search.query({ q: 'the', limit: 500 });
  const known = new Map(hits.map((hit) => [hit.id, hit]));
  type Known = (typeof hits)[number] | undefined;
  const rises = (found: Known[], value: (hit: Known) => string | number | null | undefined) => {
    const values = found.map(value).filter((one) => one !== null && one !== undefined);
    return values.length > 1 && values.every((one, at) => at === 0 || (values[at - 1] as typeof one) <= one);
  };
  const orders: [string, string, (found: Known[]) => boolean][] = [
    ['Oldest first', '&sort=oldest', (found) => rises(found, (hit) => hit?.date)],
    ['Longest first', '&sort=words', (found) => rises(found, (hit) => -(hit?.words ?? 0))],
    ['By source code', '&sort=source', (found) => rises(found, (hit) => hit?.sourceCode)],
    ['Most relevant', '&sort=relevance', (found) => found.length > 1],
    ['Newest first', '', (found) => rises(found.toReversed(), (hit) => hit?.date)],
  ];
  await visit(page, '/search?q=the');
  const order = page.getByRole('combobox', { name: 'Order' });
  expect((await order.locator('option').allTextContents()).sort()).toEqual(
    orders.map(([label]) => label).sort(),
  );
  const links = page.locator('[data-hit]');
  let before: (string | null)[] = [];
  const idsOf = () => links.evaluateAll((all) => all.map((link) => link.getAttribute('data-hit')));
  for (const [label, inAddress, isSo] of orders) {
    await order.selectOption({ label });
    await expect(page).toHaveURL(`/search?q=the${inAddress}`);
    await expect.poll(idsOf).not.toEqual(before);
    await expect.poll(async () => isSo((await idsOf()).map((id) => known.get(id ?? '')))).toBe(true);
    before = await idsOf();
  }
});

test('the hit of a snippet is within its lines, on a narrow window too', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 900 });
  await visit(page, '/search?q=the');
  const marks = page.getByRole('list', { name: 'Results' }).locator('p mark');
  await expect(marks.first()).toBeVisible();
  const hidden = await marks.evaluateAll(
    (all) =>
      all.filter((mark) => {
        const lines = mark.closest('p')?.getBoundingClientRect();
        return !lines || mark.getBoundingClientRect().bottom > lines.bottom + 1;
      }).length,
  );
  expect(hidden).toBe(0);
});
