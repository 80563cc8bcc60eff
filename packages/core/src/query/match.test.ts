import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Article } from '../article.ts';
import { tagKey } from './archive-facts.ts';
import { article } from './generated-article.ts';
import { phrase, query } from './generated-query.ts';
import { inventArticle } from './invented-article.ts';
import { match } from './match.ts';
import { parseQuery } from './parse.ts';
import type { Query } from './query.ts';

const span = { start: 0, end: 0 };

function parsed(text: string): Query {
  const result = parseQuery(text);
  if (!result.ok) throw new Error(`${text}: ${result.problems[0]?.message}`);
  return result.query;
}

const story = inventArticle({
  accession: { vendor: 'factiva', number: 'INVENT0020170408ed4800001', sourceCode: 'INVENT' },
  headline: 'Steel prices rise',
  subheadline: 'Mills run late shifts',
  kicker: 'Metal Watch',
  section: 'Markets',
  column: 'The Furnace',
  byline: 'By Ada Émile-Brandt',
  credit: 'Invented Wire',
  dateline: 'PORT LUMEN',
  copyright: 'Copyright Lumen Press',
  publisher: 'Lumen Press',
  publication: { date: '2017-04-08', raw: '8 April 2017', basis: 'display' },
  source: { name: 'The Lumen Gazette', code: 'LUMGZ' },
  language: 'zh-Hant',
  languageRaw: 'Chinese - Traditional',
  body: [
    { kind: 'heading', text: 'Overview' },
    { kind: 'text', text: 'Blast furnaces ran hot, said the state-of-the-art plant.' },
    { kind: 'caption', text: 'A ladle of slag.' },
    { kind: 'text', text: 'Coke was cheap.' },
    { kind: 'text', text: '钢铁价格上涨 in the east.' },
    { kind: 'correction', text: 'An earlier version misspelled ore.' },
  ],
  codes: {
    companies: [{ code: 'lumstl', name: 'Lumen Steelworks Ltd' }],
    industries: [{ code: 'i22', name: 'Metals' }],
    subjects: [{ code: 'c13', name: 'Output and Capacity' }, { code: 'm.14' }],
    regions: [{ code: 'lumr' }],
    people: [{ code: '77', name: 'Orla Finch' }],
    provider: [{ code: 'HIDDEN' }],
  },
  raw: [{ label: 'XX', values: ['Unseen'] }],
  provenance: { ...inventArticle().provenance, file: 'steel-2017.html' },
});

describe('match', () => {
  test.each([
    '',
    'steel',
    'STEEL PRICES',
    '"prices rise"',
    'pric*',
    'late shifts',
    'metal watch',
    'markets',
    'furnace',
    'emile brandt',
    'invented wire',
    'port lumen',
    'blast',
    'slag',
    'ore',
    'overview',
    'state-of-the-art',
    '钢铁',
    '价格',
    'furnac* ran',
    'steel and coke',
    'steel or absent',
    'absent or steel',
    'steel not absent',
    'steel and not absent',
    'hd=steel prices',
    'hd=late',
    'hd=(steel and late)',
    'hl=furnace',
    'hl=markets',
    'hlp=blast',
    'hlp=ore',
    'hlp=coke',
    'lp=blast',
    'lp=coke',
    'td=east',
    'td=slag',
    'by=brandt',
    'se=markets',
    'clm=furnace',
    'cr=wire',
    'art=ladle',
    'sn=gazette',
    'sc=lumgz',
    'rst=lumgz',
    'rst=lumen gazette',
    'la=zh',
    'la=zh-hant',
    'lang=chinese',
    'la=traditional',
    're=lumr',
    'ns=c13',
    'ns=capacity',
    'ns=m.14',
    'co=lumstl',
    'co=lumen steelworks',
    'in=metals',
    'in=i22',
    'pe=finch',
    'pe=77',
    'pub=press',
    'an=INVENT0020170408ed4800001',
    'an=invent00*',
    'kind=article',
    'file=steel-2017.html',
    'file=steel',
    'date 2017',
    'date 2017-04-08',
    'date after 2017-04-07',
    'date before 2017-04-09',
    'date from 2017-04-08 to 2017-04-08',
    'co=(lumstl and steelworks) and not la=en',
  ])('finds %s', (text) => {
    expect(match(parsed(text), story)).toBe(true);
  });

  test.each([
    'absent',
    'prices steel',
    'rise mills',
    'overview blast',
    'hd=overview',
    'hd=(steel and blast)',
    'lp=east',
    'lp=slag',
    'lp=ore',
    'hlp=slag',
    'td=steel',
    'gazette',
    'lumgz',
    'copyright',
    'steelworks',
    'unseen',
    'hidden',
    'finch',
    'sc=lumgz2',
    'sn=lumgz',
    'rst=gazette lumen',
    'la=hant',
    'la=en',
    'ns=14',
    'ns=m',
    'an=invent',
    'kind=headline',
    'date 2018',
    'date after 2017-04-08',
    'date before 2017-04-08',
    'steel not coke',
    'steel and not prices',
    '铁钢',
    'co=hidden',
    'in=i2',
  ])('does not find %s', (text) => {
    expect(match(parsed(text), story)).toBe(false);
  });

  test('the lead is what the format marks, where it does', () => {
    const marked = inventArticle({
      body: [
        { kind: 'text', part: 'lead', text: 'alpha' },
        { kind: 'text', part: 'rest', text: 'beta' },
      ],
    });
    expect(['lp=alpha', 'lp=beta', 'td=beta'].map((text) => match(parsed(text), marked))).toEqual([
      true,
      false,
      true,
    ]);
  });

  test('an article without a date is in no range', () => {
    expect(match(parsed('date after 1000'), inventArticle())).toBe(false);
    expect(match(parsed('a or date before 9998'), inventArticle())).toBe(false);
  });

  test('the code of the accession number stands in for the missing code of the source', () => {
    const { source: _, ...bare } = story;
    expect(match(parsed('sc=invent'), bare)).toBe(true);
    expect(match(parsed('sc=invent'), story)).toBe(false);
  });
});

const found = (generated: Query, target: Article): boolean => match(generated, target);

describe('laws', { timeout: 60_000 }, () => {
  const pair = [query, query, article] as const;

  test('a or b = b or a, a and b = b and a', () => {
    fc.assert(
      fc.property(...pair, (a, b, target) => {
        for (const type of ['or', 'and'] as const) {
          expect(found({ type, of: [a, b], span }, target)).toBe(found({ type, of: [b, a], span }, target));
        }
        expect(found({ type: 'or', of: [a, b], span }, target)).toBe(found(a, target) || found(b, target));
        expect(found({ type: 'and', of: [a, b], span }, target)).toBe(found(a, target) && found(b, target));
      }),
    );
  });

  test('not complements', () => {
    fc.assert(
      fc.property(query, article, (a, target) => {
        expect(found({ type: 'not', include: { type: 'all' }, exclude: a, span }, target)).toBe(
          !found(a, target),
        );
      }),
    );
  });

  test('a not b and a and b part a', () => {
    fc.assert(
      fc.property(...pair, (a, b, target) => {
        const without = found({ type: 'not', include: a, exclude: b, span }, target);
        const with_ = found({ type: 'and', of: [a, b], span }, target);
        expect(without || with_).toBe(found(a, target));
        expect(without && with_).toBe(false);
      }),
    );
  });

  test('a phrase implies each of its words, and a word its stem', () => {
    let met = 0;
    fc.assert(
      fc.property(phrase, article, (generated, target) => {
        if (generated.type !== 'phrase' || !found(generated, target)) return;
        met++;
        for (const term of generated.terms) {
          expect(found({ ...generated, terms: [term] }, target)).toBe(true);
          const stem = { text: term.text.slice(0, 1), prefix: true };
          expect(found({ ...generated, terms: [stem] }, target)).toBe(true);
        }
      }),
      { numRuns: 1000 },
    );
    expect(met).toBeGreaterThan(0);
  });

  test('what a field finds, a bare word finds, for the fields of the text', () => {
    fc.assert(
      fc.property(phrase, article, (generated, target) => {
        for (const field of ['hd', 'hl', 'hlp', 'lp', 'td', 'by', 'se', 'art'] as const) {
          if (found({ type: 'field', field, of: generated, span }, target))
            expect(found(generated, target)).toBe(true);
        }
      }),
    );
  });
});

test('an article in no archive has no tag, no note and no duplicate', () => {
  for (const text of ['tag=x', 'has=note', 'has=duplicate']) {
    const parsed = parseQuery(text);
    expect(parsed.ok && match(parsed.query, inventArticle({ headline: 'x note duplicate' }))).toBe(false);
  }
});

test.each([
  ['C++', 'c'],
  ['  Climate   POLICY ', 'climate policy'],
  ['café', 'cafe'],
  ['中国 经济', '中 国 经 济'],
  ['🔥', ''],
])('the tag %s is compared as %s', (name, key) => {
  expect(tagKey(name)).toBe(key);
});
