import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { clausesOf } from './clauses.ts';
import { article } from './generated-article.ts';
import { query } from './generated-query.ts';
import { inventArticle } from './invented-article.ts';
import { findLoosenings, loosenings } from './loosen.ts';
import { match } from './match.ts';
import { parseQuery } from './parse.ts';
import { printQuery } from './print.ts';
import type { Query } from './query.ts';

function parsed(text: string): Query {
  const result = parseQuery(text);
  if (!result.ok) throw new Error(`${text}: ${result.problems[0]?.message}`);
  return result.query;
}

describe('loosenings', () => {
  test.each([
    ['ab and xy', ['xy', 'ab']],
    ['steel', ['steel*']],
    ['"steel price"', ['"steel" near5 "price"', '"steel" and "price"']],
    ['ab adj3 xy', ['ab near3 xy', 'ab and xy']],
    ['ab near10 xy', ['ab near30 xy', 'ab and xy']],
    ['ab same xy', ['ab and xy']],
    ['hd=(ab and xy) not ore', ['hd=xy not ore', 'hd=ab not ore', '(ab and xy) not ore', 'hd=(ab and xy)']],
    ['hd=(ab not xy)', ['hd=ab']],
    ['lp=ab', []],
    ['atleast3 ab', ['ab']],
    ['ab /F5/', ['ab']],
    ['ab', []],
  ])('%s', (text, looser) => {
    expect([...loosenings(parsed(text))].map(({ query }) => printQuery(query))).toEqual(looser);
  });

  test('never find less, and can be printed and read', () => {
    fc.assert(
      fc.property(query, article, (generated, target) => {
        const holds = match(generated, target);
        for (const { query, change } of loosenings(generated)) {
          if (holds) expect(match(query, target), change).toBe(true);
          expect(parseQuery(printQuery(query)).ok, printQuery(query)).toBe(true);
        }
      }),
      { numRuns: 500 },
    );
  });
});

describe('the smallest loosening', () => {
  const texts = ['Steel prices rise', 'The steel of the old harbour kept its price', 'Ferry timetable'];
  const articles = texts.map((headline) => inventArticle({ headline }));
  const count = async (wanted: Query) => articles.filter((one) => match(wanted, one)).length;
  const found = async (text: string, limits = {}) =>
    (await findLoosenings(parsed(text), count, limits)).map(({ query, changes, total }) => [
      printQuery(query),
      changes.join('; '),
      total,
    ]);

  test.each([
    ['prices near5 timetable', [['prices and timetable', 'and instead of near5', 0]]],
    ['price near3 steel', [['price near9 steel', 'near9 instead of near3', 1]]],
    ['ferries and timetable', [['timetable', 'without ferries', 1]]],
    ['steel and ferry and zzz', [['steel', 'without zzz; without ferry', 2]]],
  ])('%s', async (text, [first]) => {
    const all = await found(text);
    if (first?.[2] === 0) expect(all.every(([shown]) => shown !== first[0])).toBe(true);
    else expect(all).toContainEqual(first);
    for (const [, , total] of all) expect(total).toBeGreaterThan(0);
  });

  test('is none where nothing helps, and stops at its bounds', async () => {
    expect(await found('zzz')).toEqual([]);
    expect(await found('steel and ferry and zzz', { tries: 2 })).toEqual([]);
  });

  test('is what finds something by itself, where trying takes too long', async () => {
    expect(await found('ferries and timetable and zzz', { isOver: () => true })).toEqual([
      ['timetable', 'without ferries; without zzz', 1],
    ]);
  });

  test('no single change of a smaller size finds anything', async () => {
    await fc.assert(
      fc.asyncProperty(
        query,
        fc.array(article, { minLength: 1, maxLength: 4 }),
        async (generated, targets) => {
          const total = async (wanted: Query) => targets.filter((one) => match(wanted, one)).length;
          const singles = [...loosenings(generated)];
          fc.pre(singles.length < 7 && (await total(generated)) === 0);
          const [least] = await findLoosenings(generated, total, { tries: 500 });
          if (least) expect(await total(least.query)).toBe(least.total);
          for (const step of singles) {
            if ((await total(step.query)) > 0) expect(least?.size).toBeLessThanOrEqual(step.size);
          }
        },
      ),
      { numRuns: 15 },
    );
  });
});

describe('the topmost parts of a query', () => {
  const shown = (text: string) =>
    clausesOf(parsed(text)).map(({ role, query, rest }) => [
      role,
      printQuery(query),
      rest && printQuery(rest),
    ]);

  test.each([
    ['', []],
    ['ab', [['and', 'ab', '']]],
    [
      'ab and (xy or z1) and date 2017',
      [
        ['and', 'ab', '(xy or z1) and date 2017'],
        ['and', 'xy or z1', 'ab and date 2017'],
        ['and', 'date 2017', 'ab and (xy or z1)'],
      ],
    ],
    [
      'ab or xy',
      [
        ['or', 'ab', 'xy'],
        ['or', 'xy', 'ab'],
      ],
    ],
    [
      'ab and xy not z1 not z2',
      [
        ['and', 'ab', 'xy not (z1 or z2)'],
        ['and', 'xy', 'ab not (z1 or z2)'],
        ['not', 'z1', '(ab and xy) not z2'],
        ['not', 'z2', '(ab and xy) not z1'],
      ],
    ],
    [
      'ab not xy',
      [
        ['and', 'ab', null],
        ['not', 'xy', 'ab'],
      ],
    ],
  ])('%s', (text, clauses) => {
    expect(shown(text)).toEqual(clauses);
  });

  test('say what the query says', () => {
    fc.assert(
      fc.property(query, article, (generated, target) => {
        const clauses = clausesOf(generated);
        const holds = (role: string) =>
          clauses.filter((one) => one.role === role).map((one) => match(one.query, target));
        const either = holds('or');
        expect(match(generated, target)).toBe(
          holds('and').every(Boolean) &&
            !holds('not').some(Boolean) &&
            (either.length === 0 || either.some(Boolean)),
        );
      }),
    );
  });
});
