import { expect } from '@playwright/test';
import { inventArticles, wrap } from '@pressmark/fixtures';
import { expectAccessible } from './accessible.ts';
import { dropFile, test, visit } from './dashboard.ts';

test.use({ archive: 'sample, to be added to' });

test('a search is saved, an import says what is new for it, and it is looked at, renamed, removed and brought back', async ({
  page,
}, info) => {
  await visit(page, '/search?q=hd%3Dlighthouse+or+ferry&language=en');
  await test.step('saved from its page', async () => {
    await page.getByRole('button', { name: 'Save this search' }).click();
    const dialog = page.getByRole('dialog', { name: 'Save this search' });
    await expect(dialog.getByRole('textbox', { name: 'Name' })).toHaveValue('hd=lighthouse or ferry');
    await dialog.getByRole('textbox', { name: 'Name' }).fill('Lighthouses');
    await page.screenshot({ path: info.outputPath('save.png') });
    await page.keyboard.press('Enter');
    await expect(page.getByRole('link', { name: 'Saved as Lighthouses' })).toBeVisible();
  });

  await test.step('an import brings two', async () => {
    const [first, second] = inventArticles({ count: 2, seed: 4242, languages: ['en'] });
    if (!first || !second) throw new Error('No article was invented.');
    const bytes = wrap(
      [
        { ...first, headline: 'Lighthouse keeper finds her cat' },
        { ...second, headline: 'A second lighthouse' },
      ],
      'html-plain',
    );
    await dropFile(page, 'two.html', bytes);
    await expect(page.getByRole('status')).toContainText('found 2, 2 new');
    await expect(page.getByRole('link', { name: '2 new for Lighthouses' })).toBeVisible();
    await expect(page.getByRole('navigation').getByRole('link', { name: /^Saved/ })).toHaveText(
      'Saved1 with something new',
    );
    await page.screenshot({ path: info.outputPath('import.png') });
    await page.setViewportSize({ width: 390, height: 844 });
    const nav = page.getByRole('navigation', { name: 'Sections' });
    expect(await nav.evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth)).toBe(0);
    await page.setViewportSize({ width: 1440, height: 900 });
  });

  await test.step('only the new ones, by keyboard', async () => {
    await page.keyboard.press('g');
    await page.keyboard.press('v');
    await expect(page).toHaveURL('/saved');
    await expect(page.getByRole('link', { name: '2 new', exact: true })).toBeVisible();
    await expectAccessible(page);
    await page.screenshot({ path: info.outputPath('saved.png') });
    await page.getByRole('link', { name: '2 new', exact: true }).click();
    await expect(page).toHaveURL(/\/search\?q=hd=lighthouse\+or\+ferry&language=en&since=\d+$/);
    await expect(page.getByRole('status')).toHaveText('2 articles');
    await page.screenshot({ path: info.outputPath('new.png') });
    await page.getByRole('button', { name: 'Remove News: only what is new' }).click();
    await expect(page.getByRole('status')).not.toHaveText('2 articles');
    await page.goBack();
    await expect(page.getByRole('status')).toHaveText('2 articles');
  });

  await test.step('marked as seen', async () => {
    await visit(page, '/saved');
    await page.getByRole('button', { name: 'Mark as seen: Lighthouses' }).click();
    await expect(page.getByRole('list', { name: 'Saved searches' })).toContainText('Nothing new');
    await expect(page.getByRole('navigation').getByRole('link', { name: 'Saved' })).toHaveText('Saved');
  });

  await test.step('renamed, removed, brought back', async () => {
    await page.getByRole('button', { name: 'Rename: Lighthouses' }).click();
    await page.getByRole('textbox', { name: 'Name' }).fill('Lights');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Remove: Lights' }).click();
    await expect(page.getByRole('heading', { name: 'No search is saved yet' })).toBeVisible();
    await page.getByRole('button', { name: 'Undo' }).click();
    await expect(page.getByRole('link', { name: 'Lights', exact: true })).toBeVisible();
  });

  await test.step('named in the palette; its feed leads back to it', async () => {
    await page.keyboard.press('Control+k');
    await page.keyboard.type('lights');
    await page.getByRole('option', { name: 'Saved: Lights' }).click();
    await expect(page).toHaveURL(/\/search\?q=hd=lighthouse\+or\+ferry&language=en$/);
    const feed = await page.request.get('/api/searches/1/feed');
    expect(feed.headers()['content-type']).toBe('application/atom+xml; charset=utf-8');
    const [, link = ''] = /rel="alternate" type="text\/html" href="([^"]+)"/.exec(await feed.text()) ?? [];
    await visit(page, link);
    await expect(page).toHaveURL(/\/search\?q=hd=lighthouse\+or\+ferry&language=en$/);
  });
});
