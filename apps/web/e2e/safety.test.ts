import { request } from 'node:http';
import { expect } from '@playwright/test';
import { inventArticles, wrap } from '@pressmark/fixtures';
import { test, visit } from './dashboard.ts';

test.use({ archive: 'sample, to be added to' });

const payload = `<img src=x onerror="alert('img')"><script>alert('script')</script> zqx`;

test('a script in an export is text, wherever the dashboard shows it', async ({ page }) => {
  const [article] = inventArticles({ count: 1, seed: 778 });
  if (!article) throw new Error('No article was invented.');
  const hostile = { ...article, headline: payload, section: 'Arts <svg onload=alert(3)>' };
  await visit(page, '/');
  await page.getByTestId('files').setInputFiles({
    name: '<img src=x onerror=alert(2)>.txt',
    mimeType: 'text/plain',
    buffer: Buffer.from(wrap([hostile], 'text-bare')),
  });
  await expect(page.getByRole('status')).toContainText('found 1, 1 new');
  await expect(page.getByRole('list', { name: 'Files' })).toContainText('<img src=x onerror=alert(2)>.txt');

  await visit(page, `/search?q=${encodeURIComponent('hd=zqx')}`);
  const link = page.getByRole('list', { name: 'Results' }).getByRole('link');
  await expect(link).toHaveText(payload);
  await link.click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(payload);
  await page.getByRole('button', { name: 'Raw fields' }).click();
  await expect(page.getByRole('table', { name: 'Raw fields' })).toContainText(payload);
  expect(await page.locator('main img, main script').count()).toBe(0);
  await page.getByRole('link', { name: /^bytes / }).click();
  await expect(page.getByTestId('part')).toContainText(payload);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('<img src=x onerror=alert(2)>.txt');
  expect(await page.locator('main img, main script').count()).toBe(0);

  await visit(page, `/search?q=${encodeURIComponent('"<script>alert(4)</script>"')}`);
  await expect(page.getByRole('combobox', { name: 'Query' })).toHaveValue('"<script>alert(4)</script>"');
});

test('every page has a policy with a nonce of its own and no inline scripts', async ({ page, url }) => {
  const policies = [];
  for (const path of ['/', '/search', '/articles/none', '/imports', '/imports/1', '/files/1', '/nowhere']) {
    const policy = (await page.request.get(url + path)).headers()['content-security-policy'] ?? '';
    expect(policy).toMatch(/script-src 'self' 'nonce-[0-9a-f]{32}' 'strict-dynamic';/);
    expect(policy).not.toMatch(/script-src[^;]*'unsafe-/);
    policies.push(policy);
  }
  expect(new Set(policies).size).toBe(policies.length);
});

test('a page asked for under a foreign name shows nothing of the archive', async ({ url }) => {
  const own = await ask(url, new URL(url).host);
  expect(own).toContain('The Harbour Courier');
  expect(await ask(url, 'rebound.example')).toBe('Ask for Pressmark by 127.0.0.1 or localhost.\n');
});

function ask(url: string, host: string): Promise<string> {
  return new Promise((resolve, reject) => {
    request(url, { headers: { host } }, (response) => {
      let text = '';
      response.setEncoding('utf8').on('data', (chunk) => {
        text += chunk;
      });
      response.on('end', () => resolve(text));
    })
      .on('error', reject)
      .end();
  });
}
