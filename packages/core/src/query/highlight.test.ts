import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Article } from '../article.ts';
import { articleTexts } from '../article-texts.ts';
import { article } from './generated-article.ts';
import { query } from './generated-query.ts';
import { highlight, snippet } from './highlight.ts';
import { inventArticle } from './invented-article.ts';
import { match } from './match.ts';
import { parseQuery } from './parse.ts';
import { printQuery } from './print.ts';
import type { Query } from './query.ts';

function parsed(text: string): Query {
  const result = parseQuery(text);
  if (!result.ok) throw new Error(`${text}: ${result.problems[0]?.message}`);
  return result.query;
}

function paragraphsOf(...texts: string[]): Article {
  return inventArticle({ headline: 'Steel', body: texts.map((text) => ({ kind: 'text', text })) });
}

/** The text with its marks in brackets. */
function shown({ text, marks }: { text: string; marks: { start: number; end: number }[] }): string {
  return marks.reduceRight(
    (left, { start, end }) => `${left.slice(0, start)}[${left.slice(start, end)}]${left.slice(end)}`,
    text,
  );
}

function marked(text: string, target: Article): Record<string, string> {
  return Object.fromEntries(
    Object.entries(highlight(parsed(text), target)).map(([path, marks]) => {
      const value = path
        .split('.')
        .reduce<unknown>((part, key) => (part as Record<string, unknown>)[key], target);
      return [path, shown({ text: String(value), marks })];
    }),
  );
}

describe('highlight', { timeout: 60_000 }, () => {
  const target = inventArticle({
    headline: 'Steel: prices of steel rise',
    byline: 'By S. Teel',
    language: 'zh-Hant',
    body: [
      { kind: 'text', text: 'Steel “prices” rose.' },
      { kind: 'text', text: 'Ores fell; steelmakers smiled.' },
      { kind: 'text', text: '钢铁价格' },
    ],
    codes: { ...inventArticle().codes, subjects: [{ code: 'steel', name: 'Steel Prices' }] },
  });

  test.each([
    ['steel', { headline: '[Steel]: prices of [steel] rise', 'body.0.text': '[Steel] “prices” rose.' }],
    ['steel prices', { headline: '[Steel: prices] of steel rise', 'body.0.text': '[Steel “prices]” rose.' }],
    [
      'steel* not ores',
      {
        headline: '[Steel]: prices of [steel] rise',
        'body.0.text': '[Steel] “prices” rose.',
        'body.1.text': 'Ores fell; [steelmakers] smiled.',
      },
    ],
    [
      'td=prices or hd=(rise and absent)',
      { headline: 'Steel: prices of steel [rise]', 'body.0.text': 'Steel “[prices]” rose.' },
    ],
    ['ns=steel', { 'codes.subjects.0.code': '[steel]', 'codes.subjects.0.name': '[Steel] Prices' }],
    ['la=zh or la=zh-hant', { language: '[zh-Hant]' }],
    [
      '"steel prices" or prices of',
      { headline: '[Steel: prices of] steel rise', 'body.0.text': '[Steel “prices]” rose.' },
    ],
    ['钢铁 or 价', { 'body.2.text': '[钢铁价]格' }],
    ['date 2017', {}],
    ['', {}],
  ])('%s', (text, expected) => {
    expect(marked(text, target)).toEqual(expected);
  });

  test('spans are sorted, apart, and stand for hits', () => {
    fc.assert(
      fc.property(query, article, (generated, target) => {
        const found = highlight(generated, target);
        for (const spans of Object.values(found)) {
          for (const [index, span] of spans.entries()) {
            expect(span.start).toBeLessThan(span.end);
            expect(span.start).toBeGreaterThan(spans[index - 1]?.end ?? -1);
          }
        }
        if (generated.type === 'phrase') expect(Object.keys(found).length > 0).toBe(match(generated, target));
      }),
    );
  });
});

describe('snippet', { timeout: 60_000 }, () => {
  const filler = 'The quiet harbour slept under a pale moon while gulls turned above it. ';

  test('shows the hits of the best stretch with words whole', () => {
    const text = `${filler.repeat(6)}Then steel rose. ${filler.repeat(6)}Steel and more steel came. ${filler.repeat(6)}`;
    expect(shown(snippet(parsed('steel'), paragraphsOf(filler, text), { length: 120 }))).toBe(
      '…under a pale moon while gulls turned above it. [Steel] and more [steel] came. The quiet harbour slept under a pale moon…',
    );
  });

  test('shows different words rather than one of them often', () => {
    const often = 'Steel, steel and steel again.';
    const both = 'The price of steel rose.';
    expect(shown(snippet(parsed('steel and price'), paragraphsOf(often, both)))).toBe(
      'The [price] of [steel] rose.',
    );
    const far = `${often} ${filler.repeat(3)}${both}`;
    expect(shown(snippet(parsed('steel and price'), paragraphsOf(far), { length: 60 }))).toBe(
      '…moon while gulls turned above it. The [price] of [steel] rose.',
    );
    expect(shown(snippet(parsed('steel'), paragraphsOf(both, often)))).toBe(
      '[Steel], [steel] and [steel] again.',
    );
  });

  test('shows the beginning where the body has no hit', () => {
    expect(snippet(parsed('hd=steel'), paragraphsOf(filler.repeat(3)), { length: 50 })).toEqual({
      text: 'The quiet harbour slept under a pale moon while…',
      marks: [],
    });
    const signed = { ...paragraphsOf('Nothing of it.'), byline: 'By S. Teel', section: 'Ports' };
    expect(shown(snippet(parsed('teel'), signed))).toBe('By S. [Teel]');
    expect(shown(snippet(parsed('ports or quay'), signed))).toBe('[Ports]');
    expect(shown(snippet(parsed('teel or nothing'), signed))).toBe('[Nothing] of it.');
    expect(snippet(parsed(''), paragraphsOf('Short.'))).toEqual({ text: 'Short.', marks: [] });
    expect(snippet(parsed('steel'), inventArticle())).toEqual({ text: '', marks: [] });
  });

  test('cuts text without spaces between characters', () => {
    const { text, marks } = snippet(
      parsed('钢铁'),
      paragraphsOf(`${'市场𠮷'.repeat(60)}钢铁${'市场𠮷'.repeat(60)}`),
      { length: 40 },
    );
    expect(text.isWellFormed()).toBe(true);
    expect(text.length).toBeLessThanOrEqual(42);
    expect(marks.map(({ start, end }) => text.slice(start, end))).toEqual(['钢铁']);
  });

  test('its marks are the marks of the article', () => {
    fc.assert(
      fc.property(query, article, fc.integer({ min: 1, max: 60 }), (generated, target, length) => {
        const { text, marks } = snippet(generated, target, { length });
        expect(text.isWellFormed()).toBe(true);
        const texts = articleTexts(target).filter(({ path }) => path !== 'headline');
        const found = highlight(generated, target);
        expect(marks.length > 0, printQuery(generated)).toBe(texts.some(({ path }) => path in found));
        for (const { start, end } of marks)
          expect(texts.some((part) => part.text.includes(text.slice(start, end)))).toBe(true);
      }),
    );
  });
});
