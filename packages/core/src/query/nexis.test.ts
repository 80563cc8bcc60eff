import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseQuery } from './parse.ts';
import { printQuery } from './print.ts';

const nexis = (text: string) => parseQuery(text, { dialect: 'nexis', today: '2020-01-31' });

describe('a query in the Nexis language', () => {
  test.each([
    ['climate change', 'climate change'],
    ['"peas and carrots"', '"peas and carrots"'],
    ['climate w/5 tax', 'climate near5 tax'],
    ['climate /5 tax', 'climate near5 tax'],
    ['climate W/200 tax', 'climate near200 tax'],
    ['bill pre/3 clinton', 'bill w/3 clinton'],
    ['bill onear/3 clinton', 'bill w/3 clinton'],
    ['bill +3 clinton', 'bill w/3 clinton'],
    ['climate w/p tax', 'climate same tax'],
    ['climate w/para tax', 'climate same tax'],
    ['elect! and wom*n', 'elect* and wom?n'],
    ['organi?ation!', 'organi?ation*'],
    ['atleast5(steel)', 'atleast5 steel'],
    ['ATLEAST5(steel or iron)', 'atleast5 (steel or iron)'],
    ['hlead(steel and ore)', 'hlp=(steel and ore)'],
    ['HEADLINE(steel) and body(ore)', 'hd=steel and td=ore'],
    ['publication(wall street journal)', 'sn=wall street journal'],
    ['byline (smith)', 'by=smith'],
    ['steel (or iron)', undefined],
    ['a and not b', 'a not b'],
    // `or` binds most tightly, then the shorter distance, then the paragraph, then `and`.
    ['a or b and c', '(a or b) and c'],
    ['a and b or c', 'a and (b or c)'],
    ['a or b w/5 c', '(a or b) near5 c'],
    ['a w/5 b or c', 'a near5 (b or c)'],
    ['a w/5 b w/10 c', '(a near5 b) near10 c'],
    ['a w/10 b w/5 c', 'a near10 (b near5 c)'],
    ['a w/p b w/5 c', 'a same (b near5 c)'],
    ['a w/5 b w/5 c', 'a near5 b near5 c'],
    ['a w/5 b and c w/5 d', 'a near5 b and c near5 d'],
    ['(a w/10 b) w/5 c', '(a near10 b) near5 c'],
    ['a and (b or c w/3 d) and e', 'a and (b or c) near3 d and e'],
    ['headline(a or b and c)', 'hd=((a or b) and c)'],
    ['steel and date aft 2017', 'steel and date after 2017-12-31'],
    ['steel and date bef 04/05/2017', 'steel and date before 2017-05-04'],
    ['steel and date is 2017', 'steel and date 2017'],
    ['same place', undefined],
  ])('%s = %s', (text, printed) => {
    const parsed = nexis(text);
    expect(parsed.ok ? printQuery(parsed.query) : undefined).toBe(printed);
    if (!parsed.ok) return;
    const again = parseQuery(printQuery(parsed.query));
    expect(again.ok && printQuery(again.query)).toBe(printed);
  });

  // The query, the place, a part of the reason, and the query offered instead.
  const refusals: [string, ...[string, string, string?]][] = [
    ['climate w/s tax', 'w/s', 'sentences', 'climate w/15 tax'],
    ['climate w/seg tax', 'w/seg', 'segments', 'climate and tax'],
    ['allcaps(aids)', 'allcaps', 'cannot be carried', '(aids)'],
    ['plural(aid) and x', 'plural', 'cannot be carried', '(aid) and x'],
    ['graphic(steel)', 'graphic', 'No field holds', 'graphic (steel)'],
    ['steel and length(>500)', 'length', 'wc>500'],
    ['steel and date(geq(2017))', 'date', 'Dates are written'],
    ['bill pre/20 clinton', 'pre/20', 'reaches 10 words', 'bill w/20 clinton'],
    ['climate near5 tax', 'near5', 'Factiva', 'climate and tax'],
    ['climate not w/5 tax', 'w/5', 'missing before', 'climate not tax'],
    ['elect! or', 'or', 'missing after', 'elect!'],
  ];
  test.each(refusals)('%s cannot be carried', (text, ...[place, reason, mend]) => {
    const parsed = nexis(text);
    const [problem] = parsed.ok ? [] : parsed.problems;
    expect({ place: text.slice(problem?.span.start, problem?.span.end), mend: problem?.mend }).toEqual({
      place,
      mend,
    });
    expect(problem?.message).toContain(reason);
  });

  test('says once that plurals are not found by themselves', () => {
    const parsed = nexis('steel and iron');
    expect(parsed.ok && parsed.notes.map(({ message }) => message)).toEqual([
      expect.stringContaining('plurals'),
    ]);
  });

  test('is read or refused whatever it is, and what is read can be printed', () => {
    const parts = [
      'a',
      'b!',
      'or',
      'and',
      'not',
      'w/5',
      'pre/3',
      'w/p',
      '(',
      ')',
      'hlead(',
      '"',
      'date',
      'aft',
      '2017',
      'atleast2',
      '*',
    ];
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...parts), { maxLength: 14 }), (words) => {
        const text = words.join(' ');
        const parsed = nexis(text);
        if (!parsed.ok) {
          expect(parsed.problems[0]?.span.end).toBeLessThanOrEqual(text.length);
          return;
        }
        const printed = printQuery(parsed.query);
        const again = parseQuery(printed);
        expect(again.ok && printQuery(again.query), text).toBe(printed);
      }),
      { numRuns: 2000 },
    );
  });

  test.each(['('.repeat(50_000), 'a or '.repeat(20_000), 'a w/5 '.repeat(20_000), '((('.repeat(30)])(
    'however long: %#',
    (text) => {
      expect(nexis(text).ok).toBe(false);
    },
  );
});
