import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { unplaced } from './generated-query.ts';
import { parseQuery } from './parse.ts';
import { printQuery } from './print.ts';
import type { Query, QueryProblem } from './query.ts';

const today = '2020-01-31';

function parsed(text: string): Query {
  const result = parseQuery(text, { today });
  if (!result.ok) throw new Error(`${text}: ${result.problems[0]?.message}`);
  return unplaced(result.query);
}

function problem(text: string): QueryProblem | undefined {
  const result = parseQuery(text, { today });
  return result.ok ? undefined : result.problems[0];
}

describe('the same query', () => {
  test.each([
    ['bill clinton or gore and george bush', '(bill clinton) or (gore and (george bush))'],
    ['a AND b Or c nOt d', 'a and b or c not d'],
    ['a or b and c', 'a or (b and c)'],
    ['a and b not c', 'a and (b not c)'],
    ['a not b and c', '(a not b) and c'],
    ['a and not b', 'a not b'],
    ['a and b and not c', '(a and b) not c'],
    ['a and not b and c', '(a and c) not b'],
    ['a and not b not c and not d', 'a not (b or c or d)'],
    ['a not b not c', 'a not (b or c)'],
    ['a or b and not c', 'a or (b not c)'],
    ['“peas and carrots”', '"peas and carrots"'],
    ['„peas and carrots“', '"peas and carrots"'],
    ['«peas and carrots»', '"peas and carrots"'],
    ["'steel' and ‘price’", 'steel and price'],
    ["steel''price", 'steel price'],
    ['"steel" "price"', '"steel price"'],
    ['AT&T', 'at t'],
    ["o'brien", 'o brien'],
    ['state-of-the-art', 'state of the art'],
    ['38.101', '38 101'],
    ['C++', 'c'],
    ['-x', 'x'],
    ['rock-and-roll', '"rock and roll"'],
    ["côte d'or", '"cote d or"'],
    ['Ánd', '"and"'],
    ['hd:steel', 'hd=steel'],
    ['HD = steel', 'hd=steel'],
    ['hd＝steel', 'hd=steel'],
    ['ｈｄ＝steel', 'hd=steel'],
    ['Ｒｅ：steel', 're=steel'],
    ['ｗｃ＞＝５', 'wc>=5'],
    ['wc：>5', 'wc>5'],
    ['wc:5', 'wc=5'],
    ['hd=steel price and tax', '(hd=(steel price)) and tax'],
    ['rst=(sfj or j) and la=en', '(rst=(sfj or j)) and (la=en)'],
    ['（a or b） and c', '(a or b) and c'],
    ['a　ＡＮＤ　b', 'a and b'],
    ['a \u200Band\u200E b', 'a and b'],
    ['中国', '中 国'],
    ['中国*', '中国'],
    ['"steel*, price"', '"steel* price"'],
    ['"5 * 3 = 15?"', '"5 3 15"'],
    ['date 2017', 'date from 2017-01-01 to 2017-12-31'],
    ['DATE 2017-02', 'date from 2017-02-01 to 2017-02-28'],
    ['date from 2016 to 2017-04', 'date from 2016-01-01 to 2017-04-30'],
    ['date after 20170401', 'date after 2017-04-01'],
    ['date after 2017', 'date after 2017-12-31'],
    ['date before 2017-04', 'date before 2017-04-01'],
    ['date after -7', 'date after 2020-01-24'],
    ['date −31', 'date 2019-12-31'],
    ['date 13/12/2017', 'date 2017-12-13'],
    ['date 12/13/2017', 'date 2017-12-13'],
    ['date 29/02/2020', 'date 2020-02-29'],
    ['a and date 2017 not b', 'a and (date 2017 not b)'],
  ])('%s = %s', (text, same) => {
    expect(parsed(text)).toEqual(parsed(same));
  });
});

describe('the tree', () => {
  test('with its places', () => {
    expect(parseQuery('hd=(Elect* or "x and y") not date after 2017-04-30')).toEqual({
      ok: true,
      notes: [],
      query: {
        type: 'not',
        include: {
          type: 'field',
          field: 'hd',
          of: {
            type: 'or',
            of: [
              {
                type: 'phrase',
                terms: [{ text: 'elect', prefix: true }],
                quoted: false,
                span: { start: 4, end: 10 },
              },
              {
                type: 'phrase',
                terms: ['x', 'and', 'y'].map((text) => ({ text, prefix: false })),
                quoted: true,
                span: { start: 14, end: 23 },
              },
            ],
            span: { start: 4, end: 23 },
          },
          span: { start: 0, end: 24 },
        },
        exclude: { type: 'date', from: '2017-05-01', span: { start: 29, end: 50 } },
        span: { start: 0, end: 50 },
      },
    });
  });

  test.each(['', '   ', '\n'])('empty text asks for every article: %j', (text) => {
    expect(parseQuery(text)).toEqual({ ok: true, query: { type: 'all' }, notes: [] });
  });

  test('an ambiguous date is read as set, and said so', () => {
    const note = {
      message: '05/06/2020 was read day first, as 2020-06-05.',
      span: { start: 9, end: 19 },
      line: 2,
      column: 6,
      mend: 'a or\ndate 2020-06-05',
    };
    const text = 'a or\ndate 05/06/2020';
    expect(parseQuery(text)).toMatchObject({ ok: true, notes: [{ ...note, span: { start: 10, end: 20 } }] });
    expect(parseQuery(text, { dateOrder: 'mdy' })).toMatchObject({
      ok: true,
      query: { of: [{}, { from: '2020-05-06', to: '2020-05-06' }] },
      notes: [{ message: '05/06/2020 was read month first, as 2020-05-06.' }],
    });
    expect(parseQuery('date from 05/05/2020 to 30/06/2020')).toMatchObject({ ok: true, notes: [] });
  });
});

// Query, what is marked, a part of the message, and the mended query.
const errors: [text: string, ...[marked: string, message: string, mend?: string]][] = [
  ['closing date and (bid or bids)', 'date', 'is an operator', '"closing date" and (bid or bids)'],
  ['date of birth', 'date', 'is an operator', '"date of birth"'],
  ['steel date 2017', 'date', 'operator is missing', 'steel and date 2017'],
  ['date 2017 steel', 'steel', 'operator is missing', 'date 2017 and steel'],
  ['date=2017', 'date=', 'no field', 'date 2017'],
  ['date after lunch', 'lunch', 'is not a date', '"date after lunch"'],
  ['date 30/02/2017 and a', '30/02/2017', 'no such day', '"date 30/02/2017" and a'],
  ['date 2017-13', '2017-13', 'no such month', '"date 2017-13"'],
  ['date 01/02/17', '01/02/17', 'is not a date', '"date 01/02/17"'],
  ['date from 2017', '', 'end of the range', 'date after 2016-12-31'],
  ['date from 2018 to 2017', '2018 to 2017', 'ends before', 'date from 2017-01-01 to 2018-12-31'],
  ['date after -99999999999', '-99999999999', 'too many days', '"date after -99999999999"'],
  ['date 0017', '0017', 'out of range', '"date 0017"'],
  ['hd=(a and date 2017)', 'date', 'outside the brackets'],
  ['hd=(a or td=b)', 'td=', 'inside the brackets of another', '(hd=(a) or td=b)'],
  ['headline=steel', 'headline=', 'no field “headline”', 'hd=steel'],
  ['ticker:steel price', 'ticker:', 'no field “ticker”', '"ticker:steel price"'],
  ['at 10:30 sharp', '10:', 'no field “10”', '"at 10:30 sharp"'],
  ['=steel', '=', 'field name is missing', '"=steel"'],
  ['hd=', 'hd=', 'value of hd= is missing'],
  ['hd= and a', 'hd= ', 'value of hd= is missing'],
  ['el*', 'el*', 'too short'],
  ['state-of-t*', 't*', 'too short'],
  ['*linton', '*', 'beginning of a word', 'linton'],
  ['steel * price', '*', 'beginning of a word', '"steel * price"'],
  ['m*a*s*h', '*', 'end of a word only'],
  ['"steel', '"', 'not closed', '"steel"'],
  ['a and “steel', '“', 'not closed', 'a and “steel"'],
  ['""', '""', 'no word between'],
  ['"&"', '&', 'no word between'],
  ["'", "'", 'no word between'],
  [" '' ", "''", 'no word between'],
  ['‘ ’', '‘ ’', 'no word between'],
  ['ｈｅａｄｌｉｎｅ＝steel', 'ｈｅａｄｌｉｎｅ＝', 'no field “headline”', 'hd=steel'],
  ['Marks & Spencer and a', '&', 'no letter and no digit', '"Marks & Spencer" and a'],
  ['((a or b', '(', 'not closed', '((a or b))'],
  ['(', '(', 'not closed'],
  ['a)', ')', 'No bracket is open', 'a'],
  [')', ')', 'No bracket is open'],
  ['a and ()', '()', 'empty'],
  ['a and', 'and', 'missing after', 'a'],
  ['(a or) and b', 'or', 'missing after', '(a) and b'],
  ['or a', 'or', 'missing before', 'a'],
  ['not a', 'not', 'missing before', '"not a"'],
  ['a and or b', 'or', 'cannot follow', 'a and b'],
  ['a or not b', 'not', 'cannot follow'],
  ['and', 'and', 'missing before', '"and"'],
  ['up 100% today', '100%', 'exactly one word', '"up 100% today"'],
  ['a ()', '()', 'empty', 'a'],
  ['a pre/3 b', 'pre/3', 'Nexis', 'a w/3 b'],
  ['a w/p b', 'w/p', 'Nexis', 'a same b'],
  ['a w/s b', 'w/s', 'sentences', 'a same b'],
  ['a /p b', '/p', 'Nexis', 'a same b'],
  ['a pre/p b', 'pre/p', 'Nexis', 'a same b'],
  ['a pre/s b', 'pre/s', 'sentences', 'a same b'],
  ['a /seg b', '/seg', 'Nexis', 'a and b'],
  ['a not/5 b', 'not/5', 'Nexis', 'a not b'],
  ['a /5 b', '/5', 'near5', 'a near5 b'],
  ['a near/5 b', 'near/5', 'without a slash', 'a near5 b'],
  ['$500', '$', 'beginning of a word', '"500"'],
  ['US$500', 'US$', 'too short', '"US 500"'],
  ['"US$500 bn"', 'US$', 'too short', '"US 500 bn"'],
  ['has:notes', 'notes', 'takes note or duplicate', 'has:note'],
];

describe('an error with its place', () => {
  test.each(errors)('%s', (text, ...[marked, message, mend]) => {
    const found = problem(text);
    expect({
      marked: text.slice(found?.span.start, found?.span.end),
      message: found?.message,
      mend: found?.mend,
    }).toEqual({ marked, message: expect.stringContaining(message), mend });
  });

  test('line, column and what was expected', () => {
    expect(problem('a and\n  b and (c\nor )')).toEqual({
      message: 'Something is missing after “or”.',
      span: { start: 17, end: 19 },
      line: 3,
      column: 1,
      expected: 'a word, a phrase, a field, a date or a bracket',
      mend: 'a and\n  b and (c)',
    });
  });

  test('a date counted back needs the day', () => {
    expect(parseQuery('date after -7')).toMatchObject({
      ok: false,
      problems: [{ message: expect.stringContaining('what day it is') }],
    });
  });
});

const fragments = [
  'near5',
  'ADJ3',
  'w/3',
  '/4/',
  '/F9/',
  'same',
  '%',
  'atleast2',
  'wc>5',
  'wom?n',
  'elect$3',
  'and',
  'or',
  'not',
  'date',
  'from',
  'to',
  'after',
  '2017',
  '-7',
  '01/02/2017',
  '(',
  ')',
  '"',
  '“',
  "'",
  'hd=',
  'foo:',
  '=',
  'steel',
  'ste*',
  '*',
  '?',
  '$3',
  '%',
  'near5',
  '/F5/',
  'wc>5',
  '中国',
  '&',
  '\n',
  '\u0000',
  '\uD800',
  'near',
  'NEAR(',
  'adj',
  'atleast',
  '5',
  'w/',
  '-ore',
  '+ore',
  '!ore',
  '||',
  '~5',
  '/F',
  'near5,',
  '́',
];
const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.array(fc.constantFrom(...fragments), { maxLength: 14 }).map((parts) => parts.join(' ')),
  fc.array(fc.constantFrom(...fragments), { maxLength: 8 }).map((parts) => parts.join('')),
);

describe('any text at all', { timeout: 60_000 }, () => {
  test('is a query or a problem within the text, and a mend always runs', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const result = parseQuery(text, { today });
        const places = result.ok ? result.notes : result.problems;
        for (const { span, line, column } of places) {
          expect(span.start).toBeLessThanOrEqual(span.end);
          expect(span.end).toBeLessThanOrEqual(text.length);
          expect(text.split('\n')[line - 1]?.length).toBeGreaterThanOrEqual(column - 1);
        }
        for (const { mend } of places)
          expect(mend === undefined || parseQuery(mend, { today }).ok).toBe(true);
      }),
      { numRuns: 3000 },
    );
  });

  test('and what is read comes back from its print', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const result = parseQuery(text, { today });
        if (!result.ok) return;
        const printed = printQuery(result.query);
        expect(parsed(printed), printed).toEqual(unplaced(result.query));
      }),
      { numRuns: 3000 },
    );
  });

  const many = 100_000;
  const several = 20_000;
  test.each([
    ['('.repeat(many), false],
    [`${'('.repeat(many)}a${')'.repeat(many)}`, false],
    [')'.repeat(many), false],
    ['"'.repeat(many + 1), false],
    ['hd='.repeat(many), false],
    ['hd=('.repeat(many), false],
    ['not '.repeat(many), false],
    [`a${' not a'.repeat(several)}`, true],
    [`a${' and not a'.repeat(several)}`, true],
    [`a${' and not a and a'.repeat(several)}`, true],
    [`a${' or a and a'.repeat(several)}`, true],
    ['a '.repeat(several), true],
    [`"${'a '.repeat(several)}"`, true],
    [`(${'a) or ('.repeat(several)}a)`, true],
    [`a${' '.repeat(many)}`, true],
    ['*'.repeat(many), false],
    ['near5 '.repeat(many), false],
    ['a?'.repeat(several), true],
    ['a/F5/'.repeat(several), false],
    [`a${' near5 a'.repeat(several)}`, false],
    ['(a or b)'.repeat(several), false],
    ['wc>'.repeat(several), false],
    [`a${' -a'.repeat(several)}`, false],
    [`a${'||a '.repeat(several)}`, false],
    ['near(a, '.repeat(several), false],
    [`near(${'a, '.repeat(several)}a)`, false],
    ['a near 5 '.repeat(several), false],
    ['atleast2 '.repeat(several), false],
    [`date 01/02/2017${' or date 01/02/2017'.repeat(several)}`, true],
  ])('however long: %#', (text, ok) => {
    expect(parseQuery(text).ok).toBe(ok);
  });
});
