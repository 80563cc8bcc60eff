import { type Places, type Query, QueryField, type Term, tokenize } from '@pressmark/core/query';
import fc from 'fast-check';

/** What queries are made of. */
export interface Vocabulary {
  /** Words as the tokenizer folds them; those that come more than once are drawn more often. */
  tokens: string[];
  /** Words as they follow one another in texts. */
  runs: string[][];
  dates: string[];
}

const span = { start: 0, end: 0 };

/** A word, or one time in four the beginning of one. */
const termOf = (tokens: string[]): fc.Arbitrary<Term> =>
  fc
    .tuple(fc.constantFrom(...tokens), fc.integer({ min: 1, max: 4 }), fc.integer({ min: 0, max: 3 }))
    .map(([token, length, dice]) => {
      const [start] = tokenize([...token].slice(0, length).join(''));
      return dice === 0 && start ? { text: start.text, prefix: true } : { text: token, prefix: false };
    });

/** A term with `?` in the place of some of its characters, and perhaps up to two more at its end. */
const patternOf = (tokens: string[]): fc.Arbitrary<Term> =>
  fc
    .tuple(fc.constantFrom(...tokens), fc.nat(20), fc.integer({ min: 0, max: 3 }))
    .map(([token, at, most]) => {
      const characters = [...token];
      const hidden = (index: number) => index > 0 && (index === at % characters.length || index === at % 3);
      const text = characters.map((character, index) => (hidden(index) ? '?' : character)).join('');
      if (most === 0) return { text, prefix: false };
      return { text: text.replace(/(?<=.).$/u, ''), prefix: true, ...(most === 3 ? {} : { most }) };
    });

/** Words in any order, or as they follow one another in a text. */
function phraseOf({ tokens, runs }: Vocabulary): fc.Arbitrary<Places> {
  const terms = fc.array(
    fc.oneof({ weight: 5, arbitrary: termOf(tokens) }, { weight: 1, arbitrary: patternOf(tokens) }),
    { minLength: 1, maxLength: 3 },
  );
  const cut = fc
    .tuple(
      fc.constantFrom(...(runs.length > 0 ? runs : [tokens.slice(0, 1)])),
      fc.nat(),
      fc.integer({ min: 1, max: 3 }),
    )
    .map(([run, at, length]) =>
      run.slice(at % run.length, (at % run.length) + length).map((text) => ({ text, prefix: false })),
    );
  return fc
    .oneof({ weight: 1, arbitrary: terms }, { weight: runs.length > 0 ? 1 : 0, arbitrary: cut })
    .map((terms) => ({ type: 'phrase', terms, quoted: false, span }));
}

/** What stands where: words near others, in one paragraph, among the first. */
function placesOf(phrase: fc.Arbitrary<Places>): fc.Arbitrary<Places> {
  return fc.letrec<{ places: Places }>((tie) => {
    const sides = { left: tie('places'), right: tie('places') };
    const near = fc.tuple(
      fc.constantFrom('adj' as const, 'w' as const, 'near' as const, '%' as const),
      fc.integer({ min: 1, max: 10 }),
    );
    return {
      places: fc.oneof(
        { maxDepth: 3, withCrossShrink: true },
        { weight: 4, arbitrary: phrase },
        fc.tuple(near, fc.record(sides)).map(([[operator, number], pair]): Places => {
          return { type: 'near', operator, words: operator === '%' ? 1 : number, ...pair, span };
        }),
        fc.record(sides).map((pair): Places => ({ type: 'same', ...pair, span })),
        fc.record({ words: fc.integer({ min: 1, max: 12 }), of: tie('places') }).map((parts): Places => {
          return { type: 'first', ...parts, span };
        }),
        fc
          .array(tie('places'), { minLength: 2, maxLength: 3 })
          .map((of): Places => ({ type: 'or', of, span })),
      ),
    };
  }).places;
}

const countedOf = (places: fc.Arbitrary<Places>): fc.Arbitrary<Query> =>
  fc.oneof(
    fc
      .record({ times: fc.integer({ min: 1, max: 4 }), of: places })
      .map((parts): Query => ({ type: 'atleast', ...parts, span })),
    fc
      .record({ min: fc.nat(900), max: fc.nat(900) }, { requiredKeys: [] })
      .map((bounds): Query => ({ type: 'words', ...bounds, span })),
  );

const issue: fc.Arbitrary<Query> = fc
  .constantFrom(['date', 'shifted'], ['accession', 'missing'], ['date'])
  .map((words) => ({
    type: 'field',
    field: 'issue',
    of: { type: 'phrase', terms: words.map((text) => ({ text, prefix: false })), quoted: false, span },
    span,
  }));

function treeOf(
  dates: string[],
  [phrase, places, counted, facts = issue]: fc.Arbitrary<Query>[],
): fc.Arbitrary<Query> {
  return fc.letrec<{ query: Query; leaf: Query }>((tie) => ({
    leaf: fc.oneof(
      { weight: 6, arbitrary: phrase as fc.Arbitrary<Query> },
      { weight: 4, arbitrary: places as fc.Arbitrary<Query> },
      { weight: 2, arbitrary: counted as fc.Arbitrary<Query> },
      { weight: 1, arbitrary: fc.oneof(issue, facts) },
      {
        weight: 1,
        arbitrary: fc
          .tuple(fc.constantFrom(undefined, ...dates), fc.constantFrom(undefined, ...dates))
          .map(([from, to]): Query => ({ type: 'date', from, to, span })),
      },
      { weight: 1, arbitrary: fc.constant<Query>({ type: 'all' }) },
    ),
    query: fc.oneof(
      { maxDepth: 4, withCrossShrink: true },
      { weight: 3, arbitrary: tie('leaf') },
      {
        weight: 2,
        arbitrary: fc
          .tuple(
            fc.constantFrom('and' as const, 'or' as const),
            fc.array(tie('query'), { minLength: 2, maxLength: 3 }),
          )
          .map(([type, of]): Query => ({ type, of, span }) as Query),
      },
      {
        weight: 1,
        arbitrary: fc
          .tuple(tie('query'), tie('query'))
          .map(([include, exclude]): Query => ({ type: 'not', include, exclude, span })),
      },
      {
        weight: 2,
        arbitrary: fc
          .tuple(fc.constantFrom(...QueryField.options), tie('query'))
          .map(([field, of]): Query => ({ type: 'field', field, of, span })),
      },
    ),
  })).query;
}

/** Arbitraries over a vocabulary, and queries for what an archive knows: any query, what stands where, and that counted in the text or the body. */
export function queriesOver(
  vocabulary: Vocabulary,
  facts?: fc.Arbitrary<Query>,
): {
  queries: fc.Arbitrary<Query>;
  phrases: fc.Arbitrary<Places>;
  places: fc.Arbitrary<Places>;
  distances: fc.Arbitrary<Query>;
} {
  const phrases = phraseOf(vocabulary);
  const places = placesOf(phrases);
  const distances = fc
    .tuple(places, fc.integer({ min: 1, max: 4 }), fc.boolean())
    .map(([of, times, inBody]): Query => {
      const counted: Query = times === 1 ? of : { type: 'atleast', times, of, span };
      return inBody ? { type: 'field', field: 'td', of: counted, span } : counted;
    });
  return {
    queries: treeOf(vocabulary.dates, [phrases, places, countedOf(places), ...(facts ? [facts] : [])]),
    phrases,
    places,
    distances,
  };
}
