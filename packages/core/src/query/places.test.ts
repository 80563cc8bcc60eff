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

/** A place by its first and last word, and the words in it that are its own. */
interface Defined {
  first: number;
  last: number;
  own: number[];
}

type Word = { word: string; number: number };

function phrasesOf({ terms }: Extract<Places, { type: 'phrase' }>, words: Word[]): Defined[] {
  const fits = ({ text, prefix, most = 99 }: (typeof terms)[number], word: string) =>
    new RegExp(`^${text.replaceAll('?', '.')}${prefix ? `.{0,${most}}` : ''}$`, 'u').test(word);
  return words.flatMap(({ number }, first) => {
    const own = terms.map((_, at) => first + at);
    const isPlace = own.every((at, index) => {
      const here = words[at];
      return here?.number === number && fits(terms[index] as (typeof terms)[number], here.word);
    });
    return isPlace ? [{ first, last: first + terms.length - 1, own }] : [];
  });
}

/** Whether the second lies within the first and on none of its words. */
function encloses(outer: Defined, inner: Defined): boolean {
  const isFree = !outer.own.some((word) => word >= inner.first && word <= inner.last);
  return outer.first < inner.first && inner.last < outer.last && isFree;
}

function areNear({ operator, words }: Extract<Places, { type: 'near' }>, [left, right]: Defined[]): boolean {
  if (!left || !right) return false;
  const after = right.first - left.last;
  const before = left.first - right.last;
  if (operator === '%') return after === 2;
  if (after >= 1 && after <= words) return true;
  if (operator !== 'near') return false;
  return (before >= 1 && before <= words) || encloses(left, right) || encloses(right, left);
}

/** The places of a query, straight from its definition: every pair of places of its parts is tried. */
function define(query: Places, words: Word[]): Defined[] {
  const paragraphOf = ({ first, last }: Defined) =>
    words[first]?.number === words[last]?.number ? words[first]?.number : undefined;
  if (query.type === 'phrase') return phrasesOf(query, words);
  if (query.type === 'or') return query.of.flatMap((part) => define(part, words));
  if (query.type === 'first') return define(query.of, words).filter(({ last }) => last < query.words);
  const sides = [define(query.left, words), define(query.right, words)];
  const [lefts = [], rights = []] = sides;
  if (query.type === 'same') {
    return sides.flat().filter((place) => {
      const here = paragraphOf(place);
      return here !== undefined && sides.every((side) => side.some((one) => paragraphOf(one) === here));
    });
  }
  const crosses = query.operator === 'near' || query.operator === 'w';
  return lefts.flatMap((left) =>
    rights.flatMap((right) => {
      const first = Math.min(left.first, right.first);
      const both = { first, last: Math.max(left.last, right.last), own: [...left.own, ...right.own] };
      const isPlace = areNear(query, [left, right]) && (crosses || paragraphOf(both) !== undefined);
      return isPlace ? [both] : [];
    }),
  );
}

const text = fc.array(fc.constantFrom('steel', 'price', 'rise', '2017', 'prices'), { maxLength: 5 });

describe('places', { timeout: 60_000 }, () => {
  test('are those of the definition', () => {
    let met = 0;
    fc.assert(
      fc.property(places, fc.array(text, { minLength: 1, maxLength: 3 }), (query, paragraphs) => {
        const spread = paragraphs.flatMap((words, number) => words.map((word) => ({ word, number })));
        const expected = new Set(define(query, spread).map(({ first, last }) => `${first}-${last}`));
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

  test.each([
    ['climate near5 policy near5 carbon', true],
    ['carbon near5 (policy near5 climate)', true],
    ['policy near5 climate near5 carbon', true],
    // Its own words, and words beyond reach of both, do not stand between.
    ['climate near5 policy near5 policy', false],
    ['(climate near5 carbon near5 policy) near5 carbon', false],
    ['climate near5 policy near1 tax', false],
    ['climate near1 policy near5 carbon', false],
    // In order, nothing behind the second stands between.
    ['climate adj5 policy adj5 carbon', false],
  ])('what stands between two is near both: %s', (text, expected) => {
    const parsed = parseQuery(text);
    expect(parsed.ok && match(parsed.query, bodyOf('climate carbon policy and tax'))).toBe(expected);
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
