import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import type { Article } from '../article.ts';
import { Completeness } from './completeness.ts';
import { readArticles } from './index.ts';

/** Only what is judged. */
const article = (code: string, stated: number, counted: number) =>
  ({ source: { name: code, code }, wordCount: { stated, counted } }) as Article;

const judgeAll = (articles: Article[]) => {
  const completeness = new Completeness();
  return articles.map((one) => completeness.judge(one).map((diagnostic) => diagnostic.code));
};

it('lets pass what differs by a tenth or a line', () => {
  expect(judgeAll([article('A', 1000, 901), article('A', 1000, 1099), article('A', 20, 9)])).toEqual([
    [],
    [],
    [],
  ]);
});

it('names a text that is far shorter or longer than stated, with figures', () => {
  expect(judgeAll([article('A', 772, 402), article('A', 300, 700)])).toEqual([['text-short'], ['text-long']]);
  const [diagnostic] = new Completeness().judge(article('A', 772, 402));
  expect(diagnostic?.message).toContain('states 772 words, 402 were read');
});

it('says nothing where no count is stated', () => {
  const { source } = article('A', 1, 1);
  expect(new Completeness().judge({ source, wordCount: { counted: 5 } } as Article)).toEqual([]);
});

it('takes what is usual from the articles of the same source before it', () => {
  const odd = Array.from({ length: 6 }, () => article('ODD', 1000, 700));
  expect(judgeAll([...odd, article('ODD', 1000, 1000), article('A', 1000, 1000)])).toEqual([
    ...Array.from({ length: 5 }, () => ['text-short']),
    [],
    ['text-long'],
    [],
  ]);
});

// Real exports are copyrighted: they lie beside the repository, and nothing of them is in it.
const folder = join(import.meta.dirname, '../../../../../shared/samples/factiva');
const here = existsSync(folder);
if (!here) console.warn(`SKIPPED: no real exports at ${folder}; words were not counted in them.`);

/** Records that the vendor made for tests state invented counts, and the one of Snapshots is an excerpt. */
const invented = /^factiva:(?:TEST|SKRANE)/;

it.runIf(here)('counts the words of real articles as the vendor does', async () => {
  const ratios: number[] = [];
  for (const file of readdirSync(folder)) {
    for await (const { id, kind, wordCount } of readArticles(readFileSync(join(folder, file)), { file })) {
      const { stated, counted } = wordCount;
      if (kind === 'article' && stated && !invented.test(id)) ratios.push(counted / stated);
    }
  }
  ratios.sort((a, b) => a - b);
  const at = (share: number) => (ratios[Math.floor(share * ratios.length)] ?? 0).toFixed(3);
  const within = (band: number) =>
    ratios.filter((ratio) => Math.abs(ratio - 1) <= band).length / ratios.length;
  console.info(
    `counted / stated words of ${ratios.length} real articles: p5 ${at(0.05)}, p50 ${at(0.5)}, p95 ${at(0.95)};`,
    `within 5 %: ${within(0.05).toFixed(3)}, the same: ${within(0).toFixed(3)}`,
  );
  expect(ratios.length).toBeGreaterThan(250);
  expect(within(0.05)).toBeGreaterThan(0.99);
  expect(within(0)).toBeGreaterThan(0.7);
});
