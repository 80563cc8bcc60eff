import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { contextLine, contextOrder, type LineWidth, occurrences } from './concordance.ts';
import { article as generatedArticle } from './generated-article.ts';
import { query as generatedQuery } from './generated-query.ts';
import { highlight } from './highlight.ts';
import { inventArticle } from './invented-article.ts';
import { parseQuery } from './parse.ts';
import type { Query } from './query.ts';

function parse(text: string): Query {
  const parsed = parseQuery(text);
  if (!parsed.ok) throw new Error(parsed.problems[0]?.message);
  return parsed.query;
}

const words = (most: number): LineWidth => ({ unit: 'words', most });
const characters = (most: number): LineWidth => ({ unit: 'characters', most });
const article = (text: string) => inventArticle({ headline: '', body: [{ kind: 'text', text }] });
const linesOf = (query: string, text: string, width: LineWidth) =>
  occurrences(parse(query), article(text)).map((hit) => {
    const { left, key, right } = contextLine(hit, width);
    return [left, key, right];
  });

describe('lines of a concordance', () => {
  const text = 'The old ferry left the harbour; a new ferry, said Ms Ito, came at noon.';

  test('so many words on each side, with what stands between them', () => {
    expect(linesOf('ferry', text, words(2))).toEqual([
      ['The old ', 'ferry', ' left the'],
      ['a new ', 'ferry', ', said Ms'],
    ]);
    expect(linesOf('ferry', text, words(0))).toEqual([
      ['', 'ferry', ''],
      ['', 'ferry', ''],
    ]);
    expect(linesOf('ferry', text, words(99))[1]).toEqual([
      'The old ferry left the harbour; a new ',
      'ferry',
      ', said Ms Ito, came at noon.',
    ]);
  });

  test('at most so many characters, no word cut', () => {
    expect(linesOf('"new ferry"', text, characters(12))).toEqual([['harbour; a ', 'new ferry', ', said Ms']]);
    expect(linesOf('ferry', text, characters(3))[0]).toEqual(['', 'ferry', '']);
  });

  test('scripts without spaces and from right to left, characters of two units, marks', () => {
    expect(linesOf('経済', '日本経済新聞社', characters(2))).toEqual([['日本', '経済', '新聞']]);
    expect(linesOf('経済', '日本経済新聞社', words(1))).toEqual([['本', '経済', '新']]);
    expect(linesOf('שלום', 'אמר שלום לכולם', words(1))).toEqual([['אמר ', 'שלום', ' לכולם']]);
    expect(linesOf('中', '😀😀中😀😀', characters(3))).toEqual([['😀', '中', '😀']]);
  });

  test('a blank of any kind is a space, so that a line is one line', () => {
    expect(linesOf('"b c"', 'a\tb\nc\u2028d', words(1))).toEqual([['a ', 'b c', ' d']]);
  });

  test('hits come in the order an article is read', () => {
    const found = occurrences(
      parse('ferry or ns=ferry'),
      inventArticle({
        body: Array.from({ length: 12 }, () => ({ kind: 'text' as const, text: 'ferry' })),
        headline: 'Ferry',
        byline: 'By Ferry',
        codes: { ...inventArticle().codes, subjects: [{ code: 'ferry' }] },
      }),
    );
    expect(found.map(({ path }) => path)).toEqual([
      'headline',
      'byline',
      ...Array.from({ length: 12 }, (_, index) => `body.${index}.text`),
      'codes.subjects.0.code',
    ]);
  });

  test('order looks at folded words: the left ones from the hit outwards', () => {
    const [hit] = occurrences(parse('ferry'), article('one Two, thrée fóur five SIX Férry Seven eight'));
    if (!hit) throw new Error('no hit');
    expect([contextOrder(hit, 'left'), contextOrder(hit, 'key'), contextOrder(hit, 'right')]).toEqual([
      'six five four three two',
      'ferry',
      'seven eight',
    ]);
  });

  test('are the places that highlight marks, each once; every line is a stretch of its text', () => {
    const width = fc.record({
      unit: fc.constantFrom('words' as const, 'characters' as const),
      most: fc.nat(30),
    });
    fc.assert(
      fc.property(generatedQuery, generatedArticle, width, (query, article, width) => {
        const found = occurrences(query, article);
        const marked: Record<string, { start: number; end: number }[]> = {};
        for (const { path, start, end } of found) {
          marked[path] ??= [];
          marked[path].push({ start, end });
        }
        expect(marked).toEqual(highlight(query, article));
        for (const hit of found) {
          const { left, key, right } = contextLine(hit, width);
          expect(hit.text.replace(/\s/g, ' ')).toContain(left + key + right);
          expect(key).toHaveLength(hit.end - hit.start);
          if (width.unit === 'characters') {
            expect(Math.max(left.length, right.length)).toBeLessThanOrEqual(width.most);
          }
        }
      }),
    );
  });
});
