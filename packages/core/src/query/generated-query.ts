import fc from 'fast-check';
import type { Query, Term } from './query.ts';

/** Where generated queries have no place. */
const nowhere = { start: 0, end: 0 };

const vocabulary = ['steel', 'price', 'cafe', 'rise', '2017', '中', '国', '한국', 'елка', 'حزب'];
const literal = ['and', 'or', 'not', 'date', 'same', 'adj5', 'near10', 'atleast3'];

const word: fc.Arbitrary<Term> = fc.constantFrom(...vocabulary).map((text) => ({ text, prefix: false }));
const truncated: fc.Arbitrary<Term> = fc
  .constantFrom('ste', 'pri', '201', 'елк')
  .map((text) => ({ text, prefix: true }));
const reserved: fc.Arbitrary<Term> = fc.constantFrom(...literal).map((text) => ({ text, prefix: false }));

const size = { minLength: 1, maxLength: 3 };
const bare = fc
  .array(fc.oneof(word, word, truncated), size)
  .map((terms): Query => ({ type: 'phrase', terms, quoted: false, span: nowhere }));
const quoted = fc
  .array(fc.oneof(word, truncated, reserved), size)
  .map((terms): Query => ({ type: 'phrase', terms, quoted: true, span: nowhere }));
/** Words and phrases. */
export const phrase: fc.Arbitrary<Query> = fc.oneof(bare, bare, quoted);

const day = fc
  .date({ min: new Date('1990-01-01'), max: new Date('2030-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const date: fc.Arbitrary<Query> = fc
  .oneof(
    day.map((from) => ({ from })),
    day.map((to) => ({ to })),
    fc.tuple(day, day).map((ends) => {
      const [from, to] = ends.sort();
      return { from, to };
    }),
    fc.constantFrom('2017', '2000').map((year) => ({ from: `${year}-01-01`, to: `${year}-12-31` })),
  )
  .map((ends): Query => ({ type: 'date', ...ends, span: nowhere }));

function tree(leaf: fc.Arbitrary<Query>): fc.Arbitrary<Query> {
  return fc.letrec<{ query: Query }>((tie) => ({
    query: fc.oneof(
      { maxDepth: 4, withCrossShrink: true },
      leaf,
      fc.record({
        type: fc.constantFrom('and' as const, 'or' as const),
        of: fc.array(tie('query'), { minLength: 2, maxLength: 3 }),
        span: fc.constant(nowhere),
      }),
      fc.record({
        type: fc.constant('not' as const),
        include: tie('query'),
        exclude: tie('query'),
        span: fc.constant(nowhere),
      }),
    ),
  })).query;
}

const field: fc.Arbitrary<Query> = fc.record({
  type: fc.constant('field' as const),
  field: fc.constantFrom('hd', 'td', 'lp', 'ns', 'la', 'sc', 'rst', 'by' as const),
  of: tree(phrase),
  span: fc.constant(nowhere),
});

/** Any query the language can write. */
export const query: fc.Arbitrary<Query> = tree(fc.oneof({ weight: 4, arbitrary: phrase }, field, date));

/** The query without its places. */
export function unplaced(query: Query): Query {
  return JSON.parse(JSON.stringify(query), (key, value) => (key === 'span' ? nowhere : value)) as Query;
}
