import fc from 'fast-check';
import type { Places, Query, Term } from './query.ts';

/** Where generated queries have no place. */
const nowhere = { start: 0, end: 0 };

type Phrase = Extract<Query, { type: 'phrase' }>;

const vocabulary = ['steel', 'price', 'cafe', 'rise', '2017', '中', '国', '한국', 'елка', 'حزب'];
const literal = ['and', 'or', 'not', 'date', 'same', 'adj5', 'near10', 'atleast3'];

const word: fc.Arbitrary<Term> = fc.constantFrom(...vocabulary).map((text) => ({ text, prefix: false }));
const truncated: fc.Arbitrary<Term> = fc
  .constantFrom('ste', 'pri', '201', 'елк')
  .map((text) => ({ text, prefix: true }));
const reserved: fc.Arbitrary<Term> = fc.constantFrom(...literal).map((text) => ({ text, prefix: false }));

const size = { minLength: 1, maxLength: 3 };
const wild: fc.Arbitrary<Term> = fc.constantFrom(
  { text: 's?eel', prefix: false },
  { text: 'pri??', prefix: false },
  { text: 'r?se', prefix: true },
  { text: 'stee', prefix: true, most: 1 },
  { text: 'pri', prefix: true, most: 9 },
);
const bare = fc
  .array(fc.oneof(word, word, truncated, wild), size)
  .map((terms): Phrase => ({ type: 'phrase', terms, quoted: false, span: nowhere }));
const quoted = fc
  .array(fc.oneof(word, truncated, reserved), size)
  .map((terms): Phrase => ({ type: 'phrase', terms, quoted: true, span: nowhere }));
/** Words and phrases. */
export const phrase: fc.Arbitrary<Phrase> = fc.oneof(bare, bare, quoted);

/** Operators of distance with their numbers; `adj1` between two phrases is one phrase. */
const operator = fc.oneof(
  fc.record({
    operator: fc.constantFrom('adj' as const, 'w' as const),
    words: fc.integer({ min: 2, max: 10 }),
  }),
  fc.record({ operator: fc.constant('near' as const), words: fc.integer({ min: 1, max: 20 }) }),
  fc.constant({ operator: '%' as const, words: 1 }),
);

/** Words and phrases, what is near what, and `or` between such. */
export const { places } = fc.letrec<{ places: Places }>((tie) => {
  const pair = { left: tie('places'), right: tie('places') };
  return {
    places: fc.oneof(
      { maxDepth: 3, withCrossShrink: true },
      { weight: 3, arbitrary: phrase },
      fc.tuple(operator, fc.record(pair)).map(([sign, sides]): Places => {
        return { type: 'near', ...sign, ...sides, span: nowhere };
      }),
      fc.record(pair).map((sides): Places => ({ type: 'same', ...sides, span: nowhere })),
      fc.record({ words: fc.integer({ min: 1, max: 12 }), of: tie('places') }).map((parts): Places => {
        return { type: 'first', ...parts, span: nowhere };
      }),
      fc
        .array(tie('places'), { minLength: 2, maxLength: 3 })
        .map((of): Places => ({ type: 'or', of, span: nowhere })),
    ),
  };
});

const atLeast: fc.Arbitrary<Query> = fc
  .record({ times: fc.integer({ min: 1, max: 4 }), of: places })
  .map((parts) => ({ type: 'atleast', ...parts, span: nowhere }));

const wordCount: fc.Arbitrary<Query> = fc
  .oneof(
    fc.record({ min: fc.nat(900) }),
    fc.record({ max: fc.nat(900) }),
    fc.nat(900).map((count) => ({ min: count, max: count })),
  )
  .map((bounds) => ({ type: 'words', ...bounds, span: nowhere }));

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
  of: tree(fc.oneof(phrase, places, atLeast)),
  span: fc.constant(nowhere),
});

const fact: fc.Arbitrary<Query> = fc.oneof(
  fc
    .constantFrom('note', 'duplicate')
    .map(
      (text): Phrase => ({ type: 'phrase', terms: [{ text, prefix: false }], quoted: false, span: nowhere }),
    )
    .map((of): Query => ({ type: 'field', field: 'has', of, span: nowhere })),
  phrase.map((of): Query => ({ type: 'field', field: 'tag', of, span: nowhere })),
);

/** Any query the language can write. */
export const query: fc.Arbitrary<Query> = tree(
  fc.oneof(
    { weight: 4, arbitrary: phrase },
    { weight: 2, arbitrary: places },
    field,
    fact,
    date,
    atLeast,
    wordCount,
  ),
);

/** The query without its places. */
export function unplaced(query: Query): Query {
  return JSON.parse(JSON.stringify(query), (key, value) => (key === 'span' ? nowhere : value)) as Query;
}
