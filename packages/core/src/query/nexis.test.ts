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
    ['climate /p tax', 'climate same tax'],
    ['climate /PARA tax', 'climate same tax'],
    ['climate near/p tax', 'climate same tax'],
    ['elect! and wom*n', 'elect* and wom?n'],
    ['"steel elect!"', '"steel elect*"'],
    ['"elect! wom*n bank* loan"', '"elect* wom?n bank* loan"'],
    ['hlead("climat! chang!")', 'hlp="climat* chang*"'],
    ['elect!-fraud', 'elect* fraud'],
    ['steel and tax!,', 'steel and tax*'],
    ['organi?ation!', 'organi?ation*'],
    ['atleast5(steel)', 'atleast5 steel'],
    ['atl5(steel)', 'atleast5 steel'],
    ['ATLEAST5(steel or iron)', 'atleast5 (steel or iron)'],
    ['hlead(steel and ore)', 'hlp=(steel and ore)'],
    ['HEADLINE(steel) and body(ore)', 'hd=steel and td=ore'],
    ['publication(wall street journal)', 'sn=wall street journal'],
    ['byline (smith)', 'by=smith'],
    ['lead  (climate)', 'lp=climate'],
    ['lead\n\t(climate)', 'lp=climate'],
    ['length>500', 'wc>500'],
    ['LENGTH>500 and climate', 'wc>500 and climate'],
    ['climate and length < 500', 'climate and wc<500'],
    ['length = 500', 'wc=500'],
    ['wc>500', 'wc>500'],
    ['headline(atleast2(steel)) and x', 'hd=(atleast2 steel) and x'],
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
    // `and not` binds loosest of all.
    ['a and not b and c', 'a not (b and c)'],
    ['a and b and not c', '(a and b) not c'],
    ['a not b and c', 'a not (b and c)'],
    ['a and not b and not c', 'a not (b or c)'],
    ['a or b and not c w/5 d and e', '(a or b) not (c near5 d and e)'],
    ['a and not b and not (c and d)', 'a not (b or c and d)'],
    ['x and not date is 2017 and y', 'x not (date 2017 and y)'],
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
    // Where it is excluded, what finds more would find less.
    ['x and not (climate w/s tax)', 'w/s', 'sentences', 'x and not (climate w/15 tax)'],
    ['x and not climate w/seg tax', 'w/seg', 'segments', 'x and not climate and tax'],
    ['x and not (y or allcaps(aids))', 'allcaps', 'cannot be carried', 'x and not (y or (aids))'],
    ['plural(aid) and x', 'plural', 'cannot be carried', '(aid) and x'],
    ['graphic(steel)', 'graphic', 'No field holds', 'graphic (steel)'],
    ['steel and length(>500)', 'length', 'wc>500'],
    ['steel and date(geq(2017))', 'date', 'Dates are written'],
    ['bill pre/20 clinton', 'pre/20', 'reaches 10 words', 'bill w/20 clinton'],
    ['climate near5 tax', 'near5', 'Factiva', 'climate and tax'],
    ['climate not w/5 tax', 'not w/5', 'apart', 'climate not tax'],
    ['climate and not pre/3 tax', 'not pre/3', 'apart', 'climate and not tax'],
    ['climate not w/p tax', 'not w/p', 'apart', 'climate not tax'],
    ['climate not/5 tax', 'not/5', 'apart', 'climate not tax'],
    ['climate not/p tax', 'not/p', 'apart', 'climate not tax'],
    ['climate not w/s tax', 'w/s', 'sentences'],
    ['x not climate pre/s tax', 'pre/s', 'sentences', 'x not climate pre/10 tax'],
    ['x not climate pre/p tax', 'pre/p', 'order', 'x not climate w/p tax'],
    ['climate w/ 5 tax', 'w/', 'no operator', '"climate w/ 5 tax"'],
    ['climate /10/ tax', '/10/', 'Factiva', 'climate and tax'],
    ['date aft 2016 and bef 2018', 'bef', 'a “date” of its own', 'date aft 2016 and date bef 2018'],
    ['steel and date>2017', 'date>2017', 'date aft', 'steel and "date>2017"'],
    ['!climate', '!', 'end of a word', 'climate'],
    ['wom!n and x', '!', 'end of a word', 'wom*n and x'],
    ['"steel wom!n"', '!', 'end of a word', '"steel wom*n"'],
    ['"steel ! iron"', '!', 'end of a word', '"steel iron"'],
    ['climate atleast5(tax)', 'atleast5', 'operator is missing', 'climate and atleast5(tax)'],
    // A segment is of its brackets alone.
    ['headline(steel) w/5 ore', 'headline(steel)', 'measures', 'headline(steel) and ore'],
    ['headline(steel) ore', 'ore', 'operator is missing', 'headline(steel) and ore'],
    ['atleast5(steel) w/5 ore', 'atleast5(steel)', 'measures', 'atleast5(steel) and ore'],
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

  // Each finds all that is asked for, and more, which is said.
  test.each([
    ['climate w/s tax', 'climate same tax', 'w/s', 'sentences'],
    ['climate /s tax', 'climate same tax', '/s', 'sentences'],
    ['climate pre/s tax', 'climate same tax', 'pre/s', 'order'],
    ['climate pre/p tax', 'climate same tax', 'pre/p', 'order'],
    ['climate w/seg tax', 'climate and tax', 'w/seg', 'segments'],
    ['climate /seg tax', 'climate and tax', '/seg', 'segments'],
    ['a or b w/s c and d', '(a or b) same c and d', 'w/s', 'sentences'],
    ['allcaps(aids)', 'aids', 'allcaps', 'capitals'],
    ['headline(allcaps(aids) and x)', 'hd=(aids and x)', 'allcaps', 'capitals'],
    ['(x not y) and singular(aid)', 'x not y and aid', 'singular', 'as it is written'],
  ])('%s is read as %s, and what is lost is said', (text, printed, ...[place, reason]) => {
    const parsed = nexis(text);
    const [note] = parsed.ok ? parsed.notes : [];
    expect(parsed.ok && printQuery(parsed.query)).toBe(printed);
    expect([text.slice(note?.span.start, note?.span.end), note?.message]).toEqual([
      place,
      expect.stringContaining(reason as string),
    ]);
  });

  test.each([
    ['elect! and date is 2017', undefined],
    ['date from 2017-01-01 to 2017-03-01 and 38', undefined],
    ['elect! and date aft 2016 and ferry', 'ferry'],
  ])('%s has one word that may have a plural: %s', (text, word) => {
    const parsed = nexis(text);
    const spans = parsed.ok ? parsed.notes.map(({ span }) => text.slice(span.start, span.end)) : ['?'];
    expect(spans).toEqual(word === undefined ? [] : [word]);
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
      'best!',
      '!',
      'not/5',
      '/p',
      'length>',
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
