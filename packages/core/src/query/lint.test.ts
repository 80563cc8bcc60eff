import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { explainQuery } from './explain.ts';
import { article } from './generated-article.ts';
import { query } from './generated-query.ts';
import { inventArticle } from './invented-article.ts';
import { lintQuery } from './lint.ts';
import { match } from './match.ts';
import { parseQuery } from './parse.ts';
import { printQuery } from './print.ts';
import type { Query } from './query.ts';

function parsed(text: string): Query {
  const result = parseQuery(text);
  if (!result.ok) throw new Error(`${text}: ${result.problems[0]?.message}`);
  return result.query;
}

// The query, the place, a part of what is said, and the query offered.
const said: [string, ...[string, string, string?]][] = [
  ['"climate AND change"', 'AND', 'as a word', '"climate" and "change"'],
  ['"climate near5 change"', 'near5', 'as a word', '"climate" near5 "change"'],
  ["hd='carbon tax'", "'carbon tax'", 'Single quotation marks', 'hd="carbon tax"'],
  ['a1 and not b1', 'and not', 'says the same', 'a1 not b1'],
  ['a1 and b1 or c1', 'a1 and b1', 'binds more tightly', '(a1 and b1) or c1'],
  ['c1 or a1 not b1', 'a1 not b1', 'binds more tightly', 'c1 or (a1 not b1)'],
  ['a1 adj2 b1 near5 c1', 'a1 adj2 b1', 'left to right', '(a1 adj2 b1) near5 c1'],
  ['a1 w/5 b1', 'w/5', 'either order', 'a1 near5 b1'],
  ['at the same time', 'same', 'is an operator', 'at "the same time"'],
  ['steel near price', 'near', 'directly behind it', 'steel near5 price'],
  ['steel within 7 price', 'within 7', 'directly behind it', 'steel near7 price'],
  ['steel within 7 words of price', 'within 7 words of', 'directly behind it', 'steel near7 price'],
  ['atleast steel', 'atleast', 'directly behind it', 'atleast2 steel'],
  ['steel and elect!', 'elect!', 'any ending', 'steel and elect*'],
  ['the and steel', 'the', 'very common word'],
  ['la=de and hd=(das or steel)', 'das', 'very common word'],
  ['who is next?', 'who is next?', 'one more character', '"who is next?"'],
  ['rst=nytf or wsjo', 'wsjo', 'a word of the text', 'rst=(nytf or wsjo)'],
  ['sc=a1 or b1 or c1 or hd=d1', 'b1', 'a word of the text', 'sc=(a1 or b1 or c1) or hd=d1'],
  ['tax and (la=en or de)', 'de', 'a word of the text', 'tax and (la=(en or de))'],
  ['date 2017 or 2018', '2018', 'a “date” of its own', 'date 2017 or date 2018'],
  ['steel not steel', 'steel not steel', 'excluded again'],
];

describe('lint', () => {
  test.each(said)('%s', (text, ...[place, reason, mend]) => {
    const notes = lintQuery(text).map(({ message, span, mend }) => ({
      message,
      place: text.slice(span.start, span.end),
      mend,
    }));
    expect(notes).toContainEqual({ message: expect.stringContaining(reason), place, mend });
  });

  test.each([
    '',
    'steel',
    '(a1 and b1) or c1',
    'la=(it or zh-hant)',
    'hd=german',
    'bill clinton near5 gore',
    '"carbon tax"',
    'a1 near5 b1 near5 c1',
    'a1 and',
    'la=it',
    'steel near 5',
    'near 5 people',
    'Yahoo!',
    'steel and (la=(de or it) or co=the or sn=die)',
  ])('says nothing of %j', (text) => {
    expect(lintQuery(text)).toEqual([]);
  });

  test('points into the text and offers what can be read', () => {
    fc.assert(
      fc.property(query, (generated) => {
        const text = printQuery(generated);
        for (const { span, mend } of lintQuery(text)) {
          expect(span.end).toBeLessThanOrEqual(text.length);
          expect(mend === undefined || parseQuery(mend).ok).toBe(true);
        }
      }),
      { numRuns: 300 },
    );
  });
});

describe('explain', () => {
  test('says a query clause by clause', () => {
    const shown = ({ text, words, of }: ReturnType<typeof explainQuery>): unknown[] => [
      text,
      words,
      ...of.map(shown),
    ];
    expect(explainQuery(parsed('has=note')).words).toBe('a note stands beside it');
    expect(
      explainQuery(parsed('has=(note or duplicate)')).of[0]?.of.map(({ text, words }) => [text, words]),
    ).toEqual([
      ['has=note', 'a note stands beside it'],
      ['has=duplicate', 'another article of the archive has the same text'],
    ]);
    expect(shown(explainQuery(parsed('hd=(steel near5 price*) not date 2017')))).toEqual([
      'hd=(steel near5 price*) not date 2017',
      'the first, without the second',
      [
        'hd=(steel near5 price*)',
        'in this field: headline and subheadline',
        [
          'hd=(steel near5 price*)',
          'at most 5 words from one another, in either order',
          ['hd=steel', 'the word “steel”'],
          ['hd=price*', 'words that begin with “price”'],
        ],
      ],
      ['date 2017', 'published from 2017-01-01 to 2017-12-31'],
    ]);
  });

  test('says of an article which clause it meets, and where often', () => {
    const target = inventArticle({ headline: 'Steel', body: [{ kind: 'text', text: 'Steel and ore' }] });
    const { verdict, of } = explainQuery(parsed('steel and tax'), target);
    expect([verdict, of.map((part) => part.verdict)]).toEqual([
      { holds: false, places: null },
      [
        { holds: true, places: 2 },
        { holds: false, places: 0 },
      ],
    ]);
  });

  test('agrees with the matcher, and every clause can be run', () => {
    const agree = (part: ReturnType<typeof explainQuery>, target: Parameters<typeof match>[1]): void => {
      const again = parseQuery(part.text);
      expect(again.ok && match(again.query, target), part.text).toBe(part.verdict?.holds);
      for (const inner of part.of) agree(inner, target);
    };
    fc.assert(
      fc.property(query, article, (generated, target) => {
        agree(explainQuery(generated, target), target);
      }),
      { numRuns: 300 },
    );
  });
});
