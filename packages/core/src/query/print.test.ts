import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { query, unplaced } from './generated-query.ts';
import { parseQuery } from './parse.ts';
import { printQuery } from './print.ts';
import { Query } from './query.ts';

function reparsed(text: string): Query {
  const parsed = parseQuery(text);
  if (!parsed.ok) throw new Error(`${text}: ${parsed.problems[0]?.message}`);
  return parsed.query;
}

describe('printQuery', { timeout: 60_000 }, () => {
  test('is read back as the same query', () => {
    fc.assert(
      fc.property(query, (generated) => {
        expect(unplaced(reparsed(printQuery(generated)))).toEqual(generated);
      }),
      { numRuns: 1000 },
    );
  });

  test('what the parser gives satisfies the schema', () => {
    fc.assert(
      fc.property(query, (generated) => {
        const parsed = reparsed(printQuery(generated));
        expect(Query.parse(parsed)).toEqual(parsed);
      }),
      { numRuns: 200 },
    );
  });

  test.each([
    ['', ''],
    ['  Steel   PRICE ', 'steel price'],
    ['(a or b) or c', '(a or b) or c'],
    ['((a)) and ((b or c))', 'a and (b or c)'],
    ['a and b or c not d', 'a and b or c not d'],
    ['a and b and not c', '(a and b) not c'],
    ['hd:(a or "b and c")', 'hd=(a or "b and c")'],
    ['date from 2017-01-01 to 20171231', 'date 2017'],
    ['date from 01/04/2017 to 30/04/2017', 'date 2017-04'],
    ['date 08/04/2017', 'date 2017-04-08'],
    ['date from 2016 to 2017-04', 'date from 2016-01-01 to 2017-04-30'],
    ['date after 2017', 'date after 2017-12-31'],
    ['date before 2017', 'date before 2017-01-01'],
    ['中国 经济 elect*', '中国经济 elect*'],
    ['"near5" wom??', '"near5" wom??'],
  ])('%s', (text, canonical) => {
    expect(printQuery(reparsed(text))).toBe(canonical);
  });
});
