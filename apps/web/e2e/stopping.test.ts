import { expect, type Page, type Request } from '@playwright/test';
import { expectAccessible } from './accessible.ts';
import { test, visit } from './dashboard.ts';

test.use({ archive: 'large' });

/** Every article has to be read for each part: seconds on any machine. */
const slow = Array.from({ length: 400 }, (_, part) => `issue:nothing-${part}`).join(' or ');
const questions = ['articles.explain', 'articles.facets', 'articles.page', 'articles.timeline'];

const status = (page: Page) => page.getByRole('status');
const stop = (page: Page) => page.getByRole('button', { name: 'Stop', exact: true });
const again = (page: Page) => page.getByRole('button', { name: 'Search again' });

async function searchFor(page: Page, q: string): Promise<void> {
  await page.getByRole('combobox', { name: 'Query' }).fill(q);
  await page.getByRole('combobox', { name: 'Query' }).press('Enter');
}

/** Keeps questions of the archive on their way until they are released: how long an answer takes is no machine's choice. */
async function hold(page: Page, held: (request: Request) => boolean) {
  const { promise, resolve: release } = Promise.withResolvers<void>();
  await page.route('**/api/trpc/**', async (route) => {
    if (held(route.request())) await promise;
    // Those given up meanwhile are gone.
    await route.continue().catch(() => undefined);
  });
  return { release };
}

const isSlow = (request: Request) => (request.postData() ?? '').includes('nothing-0');

/** What is asked of the archive and has no answer yet, and what was given up. */
function watch(page: Page) {
  const open = new Set<string>();
  const aborted = new Set<string>();
  const nameOf = (url: string) => url.split('/api/trpc/')[1] ?? '';
  page.on('request', (request) => void open.add(nameOf(request.url())));
  page.on('requestfailed', (request) => {
    open.delete(nameOf(request.url()));
    if (request.failure()?.errorText === 'net::ERR_ABORTED') aborted.add(nameOf(request.url()));
  });
  const asked = (names: Set<string>) => questions.filter((name) => names.has(name));
  return { open: () => asked(open), aborted: () => asked(aborted) };
}

test('the questions of a search that another takes the place of are given up', async ({ page }) => {
  await visit(page, '/search');
  await hold(page, isSlow);
  const { open, aborted } = watch(page);
  await searchFor(page, slow);
  await expect.poll(open).toEqual(questions);
  await searchFor(page, 'the');
  await expect(status(page)).toHaveText(/^[\d,]+ articles$/);
  await expect.poll(aborted).toEqual(questions);
});

test('a search that takes long says so, can be stopped and asked again, by keyboard alone', async ({
  page,
}) => {
  await visit(page, '/search');
  await hold(page, isSlow);
  const { open, aborted } = watch(page);
  await searchFor(page, slow);
  await expect(status(page)).toHaveText('Searching…');
  await expectAccessible(page);
  await stop(page).press('Enter');
  await expect(status(page)).toHaveText('Stopped.');
  await expect(again(page)).toBeFocused();
  await expect.poll(open).toEqual([]);
  await expect.poll(aborted).toEqual(questions);
  await expect(page.getByRole('list', { name: 'Results' })).toHaveCount(0);
  await expectAccessible(page);
  await page.keyboard.press('Enter');
  await expect(status(page)).toHaveText('Searching…');
  await expect(stop(page)).toBeFocused();
  await expect.poll(open).toEqual(questions);
  await page.keyboard.press('Enter');
  await expect(status(page)).toHaveText('Stopped.');
  await searchFor(page, 'the');
  await expect(status(page)).toHaveText(/^[\d,]+ articles$/);
  await expect(again(page)).toHaveCount(0);
  await expect(stop(page)).toHaveCount(0);
});

test('a page whose search takes long is there before its hits, and can stop it', async ({ page }) => {
  await visit(page, `/search?${new URLSearchParams({ q: slow })}`);
  await expect(status(page)).toHaveText('Searching…');
  await stop(page).click();
  await expect(status(page)).toHaveText('Stopped.');
});

test('hits do not wait for what is counted of them, nor go when that is stopped', async ({ page }) => {
  await visit(page, '/search');
  const { release } = await hold(page, (request) => request.url().includes('articles.timeline'));
  await searchFor(page, 'the');
  await expect(status(page)).toHaveText(/^[\d,]+ articles, still counting the rest$/);
  await expect(page.getByRole('list', { name: 'Results' }).getByRole('link')).not.toHaveCount(0);
  await stop(page).click();
  await expect(status(page)).toHaveText(/^[\d,]+ articles, the rest was stopped$/);
  await expect(page.getByRole('list', { name: 'Results' }).getByRole('link')).not.toHaveCount(0);
  await again(page).click();
  await expect(stop(page)).toBeFocused();
  release();
  // The button goes, the focus does not.
  await expect(status(page)).toHaveText(/^[\d,]+ articles$/);
  await expect(status(page)).toBeFocused();
  await expect(page.getByRole('img', { name: /^Hits by/ })).toBeVisible();
});

test('hits are there before they are counted', async ({ page }) => {
  await visit(page, '/search');
  const { release } = await hold(page, (request) => request.url().includes('articles.facets'));
  await searchFor(page, 'the near5 of');
  await expect(status(page)).toHaveText('Counting…');
  await expect(page.getByRole('list', { name: 'Results' }).getByRole('link')).not.toHaveCount(0);
  await expectAccessible(page);
  release();
  await expect(status(page)).toHaveText(/^1,\d{3} articles$/);
  await expect(page.getByText(/^30 of 1,\d{3}$/)).toBeVisible();
});
