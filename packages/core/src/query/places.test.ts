import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Article } from '../article.ts';
import { article } from './generated-article.ts';
import { phrase, places } from './generated-query.ts';
import { highlight } from './highlight.ts';
import { inventArticle } from './invented-article.ts';
import { match } from './match.ts';
import { parseQuery } from './parse.ts';
import { printQuery } from './print.ts';
import { type NearOperator, type Places, QueryLimit } from './query.ts';

const span = { start: 0, end: 0 };

function bodyOf(...paragraphs: string[]): Article {
  return inventArticle({ body: paragraphs.map((text) => ({ kind: 'text', text })) });
}

function near(operator: NearOperator, words: number, [left, right]: [Places, Places]): Places {
  return { type: 'near', operator, words, left, right, span };
}

type Interval = `${number}-${number}`;

/** The places of a query, straight from its definition: every pair of words of the text is tried. */
function define(query: Places, paragraphs: string[][]): Set<Interval> {
  const words = paragraphs.flatMap((paragraph, number) => paragraph.map((word) => ({ word, number })));
  const every: [number, number][] = words.flatMap((_, first) =>
    words.slice(first).map((_, more): [number, number] => [first, first + more]),
  );
  const paragraphOf = ([first, last]: [number, number]) =>
    words[first]?.number === words[last]?.number ? words[first]?.number : undefined;
  const name = ([first, last]: [number, number]): Interval => `${first}-${last}`;
  const parts = 'of' in query ? [query.of].flat() : 'left' in query ? [query.left, query.right] : [];
  const known = parts.map((part) => define(part, paragraphs));
  const sides = known.map((found) => every.filter((place) => found.has(name(place))));
  const [lefts = [], rights = []] = sides;
  const isPlace = (place: [number, number]): boolean => {
    const [first, last] = place;
    switch (query.type) {
      case 'phrase':
        return (
          paragraphOf(place) !== undefined &&
          query.terms.length === last - first + 1 &&
          query.terms.every(({ text, prefix, most = 99 }, at) => {
            const word = words[first + at]?.word ?? '';
            const pattern = new RegExp(`^${text.replaceAll('?', '.')}${prefix ? `.{0,${most}}` : ''}$`, 'u');
            return pattern.test(word);
          })
        );
      case 'or':
        return known.some((found) => found.has(name(place)));
      case 'first':
        return last < query.words && known[0]?.has(name(place)) === true;
      case 'same': {
        const here = paragraphOf(place);
        return (
          here !== undefined &&
          sides.flat().some((one) => name(one) === name(place)) &&
          sides.every((side) => side.some((one) => paragraphOf(one) === here))
        );
      }
      case 'near':
        return lefts.some((left) =>
          rights.some((right) => {
            const hull: [number, number] = [Math.min(left[0], right[0]), Math.max(left[1], right[1])];
            if (name(hull) !== name(place)) return false;
            const after = right[0] - left[1];
            const before = left[0] - right[1];
            if (query.operator === '%') return after === 2 && paragraphOf(hull) !== undefined;
            if (query.operator === 'adj')
              return after >= 1 && after <= query.words && paragraphOf(hull) !== undefined;
            if (after >= 1 && after <= query.words) return true;
            return query.operator === 'near' && before >= 1 && before <= query.words;
          }),
        );
    }
  };
  return new Set(every.filter(isPlace).map(name));
}

const text = fc.array(fc.constantFrom('steel', 'price', 'rise', '2017', 'prices'), { maxLength: 5 });

describe('places', { timeout: 60_000 }, () => {
  test('are those of the definition', () => {
    let met = 0;
    fc.assert(
      fc.property(places, fc.array(text, { minLength: 1, maxLength: 3 }), (query, paragraphs) => {
        const expected = define(query, paragraphs);
        const body = bodyOf(...paragraphs.map((words) => words.join(' ')));
        const td = { type: 'field', field: 'td', of: query, span } as const;
        expect(match(td, body), printQuery(query)).toBe(expected.size > 0);
        for (const times of [1, 2, 3, 5]) {
          const atleast = { type: 'atleast', times, of: query, span } as const;
          expect(match(atleast, body), printQuery(query)).toBe(expected.size >= times);
        }
        if (expected.size > 0) met++;
      }),
      { numRuns: 600 },
    );
    expect(met).toBeGreaterThan(10);
  });

  test('are marked where the query stands, and only there', () => {
    fc.assert(
      fc.property(places, article, (query, target) => {
        expect(Object.keys(highlight(query, target)).length > 0, printQuery(query)).toBe(
          match(query, target),
        );
      }),
      { numRuns: 1000 },
    );
  });
});

describe('laws', { timeout: 60_000 }, () => {
  const words = fc.integer({ min: 1, max: 10 });

  test('phrase ⊆ adjN ⊆ w/N ⊆ nearN ⊆ and; adjN ⊆ adjM where N ≤ M; % ⊆ adj2; same ⊆ and', () => {
    const met: Record<string, number> = {};
    fc.assert(
      fc.property(fc.tuple(phrase, phrase), words, article, ([left, right], most, target) => {
        const sides: [Places, Places] = [left, right];
        const chain = {
          phrase: { ...left, terms: [...left.terms, ...right.terms] },
          adj: near('adj', most, sides),
          wider: near('adj', most + 1, sides),
          w: near('w', most + 1, sides),
          near: near('near', most + 1, sides),
          and: { type: 'and' as const, of: sides, span },
        };
        const found = Object.entries(chain).map(([name, query]) => [name, match(query, target)] as const);
        for (const [name, holds] of found) if (holds) met[name] = (met[name] ?? 0) + 1;
        expect(found.map(([, holds]) => holds)).toEqual(found.map(([, holds]) => holds).sort());
        if (match(near('%', 1, sides), target)) expect(match(near('adj', 2, sides), target)).toBe(true);
        if (match({ type: 'same', left, right, span }, target)) expect(match(chain.and, target)).toBe(true);
      }),
      { numRuns: 2000 },
    );
    expect(Object.keys(met).sort()).toEqual(['adj', 'and', 'near', 'phrase', 'w', 'wider']);
  });

  test('near and same do not care for the order', () => {
    fc.assert(
      fc.property(fc.tuple(places, places), words, article, ([left, right], most, target) => {
        expect(match(near('near', most, [left, right]), target)).toBe(
          match(near('near', most, [right, left]), target),
        );
        expect(match({ type: 'same', left, right, span }, target)).toBe(
          match({ type: 'same', left: right, right: left, span }, target),
        );
      }),
    );
  });

  test('atleast and /FN/ only narrow, the more the less; or only widens', () => {
    fc.assert(
      fc.property(fc.tuple(places, places), words, article, ([a, b], count, target) => {
        const atleast = (times: number) => match({ type: 'atleast', times, of: a, span }, target);
        const first = (most: number) => match({ type: 'first', words: most, of: a, span }, target);
        expect(atleast(1)).toBe(match(a, target));
        expect(Number(atleast(count + 1))).toBeLessThanOrEqual(Number(atleast(count)));
        expect(Number(first(count))).toBeLessThanOrEqual(Number(first(count + 1)));
        const wider: Places = { type: 'or', of: [a, b], span };
        const narrow = match(near('near', count, [a, b]), target);
        expect(Number(narrow)).toBeLessThanOrEqual(Number(match(near('near', count, [wider, b]), target)));
      }),
    );
  });
});

describe('a text made to be slow', () => {
  const many = bodyOf('steel '.repeat(200_000));
  const parsed = (source: string): Places => {
    const result = parseQuery(source);
    return (result.ok ? result.query : { type: 'all' }) as Places;
  };

  test.each([
    'steel near500 steel',
    'atleast50 steel near500 steel',
    'steel near500 steel /F3/',
    '(steel or stee*) same steel',
  ])('is answered all the same: %s', (source) => {
    expect(parseQuery(source).ok && match(parsed(source), many)).toBe(true);
  });

  test('is marked', () => {
    expect(highlight(parsed('steel near500 steel'), many)['body.0.text']).toHaveLength(200_000);
  });

  test('is refused where nothing else is possible', () => {
    expect(() => highlight(parsed('steel near500 steel near500 steel'), many)).toThrow(QueryLimit);
  });
});
