import { describe, expect, it } from 'vitest';
import { readArticles } from './index.ts';

// Each of these takes minutes where one pattern of a reader is not linear; the runner's own limit ends them.
const many = 300_000;
const number = 'HARB000020190511ef5b000a1';
const head =
  'Ferry vote put off\n\nBy Ada Lind\n120 words\n11 May 2019\nThe Harbour Post\nHARB\nEnglish\n(c) 2019 Harbour\n\n';
const article = (text: string) => `${head}${text}\n\nDocument ${number}\n`;
const page = (inner: string) =>
  `<html><body><div class="article enArticle"><div id="hd"><span class="enHeadline">Ferry</span></div>${inner}<p>Document ${number}</p></div></body></html>`;

const texts: Record<string, string> = {
  'a long word': 'x'.repeat(many),
  'brackets that open links': '[http://'.repeat(many / 8),
  'a word and a link without end': `${'x'.repeat(many)}[http://`,
  spaces: `a${' '.repeat(many)}b`,
  'hard spaces': `a${'\u00a0'.repeat(many)}b`,
  dashes: '—a'.repeat(many / 2),
  'quotes before words': '“zyx '.repeat(many / 5),
  'a word after a dash': `—${'a'.repeat(many)}1`,
  'copyright signs': '©1'.repeat(many / 2),
  'control words': '\\b x'.repeat(many / 4),
  ats: '@'.repeat(many),
  'an address without end': `${'a.'.repeat(100)}@${'a.'.repeat(many)}`,
  capitals: `${'A'.repeat(many)}`,
  commas: 'A B,'.repeat(many / 4),
  NULs: `${'x'.repeat(40)}\0`.repeat(many / 41),
  'signs of no width': `${'\u200b'.repeat(many / 4)}x\u200b`,
  ampersands: '&amp'.repeat(many / 4),
};

async function count(text: string): Promise<number> {
  const reading = readArticles(new TextEncoder().encode(text), { file: 'hostile' });
  let articles = 0;
  for await (const _ of reading) articles++;
  const { spans, bytes } = await reading.report();
  expect(spans.at(-1)?.end ?? 0).toBe(bytes);
  return articles;
}

describe.each(Object.entries(texts))('%s', (_, text) => {
  it('in a text export', async () => expect(await count(article(text))).toBe(1));
  it('in a page', async () => expect(await count(page(`<p class="articleParagraph">${text}</p>`))).toBe(1));
  it('in a byline', async () =>
    expect(await count(article('A paragraph.').replace('Ada Lind', text))).toBeGreaterThan(-1));
  it('where values stand', async () => {
    expect(await count(article('A paragraph.').replace('120 words', `1${text}`))).toBeGreaterThan(-1);
    expect(
      await count(article('A paragraph.').replace('11 May 2019', `11 May 2019 ${text}`)),
    ).toBeGreaterThan(-1);
  });
  it('alone', async () => expect(await count(text)).toBe(0));
});

it.each([
  ['lines', '\n'.repeat(many)],
  ['charsets', `charset=${' '.repeat(many)}`],
  ['classes', 'class=a '.repeat(many / 8)],
  ['open elements', '<div>'.repeat(many / 5)],
  ['open articles', '<div class="article">'.repeat(many / 21)],
  ['open tags', '<p class="'.repeat(many / 10)],
  ['open paragraphs', page('<p>'.repeat(many / 3))],
  ['open cells', page('<table><tr><td>'.repeat(many / 15))],
])('many %s', async (_, text) => {
  expect(await count(text)).toBeGreaterThan(-1);
});
