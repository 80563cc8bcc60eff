import { printQuery } from './print.ts';
import { isPlaces, limits, type Places, type Query } from './query.ts';

/** A query that finds no less than another, with what was changed, in words. */
export interface Loosening {
  query: Query;
  change: string;
}

const span = { start: 0, end: 0 };

/** One part of a query changed in each way, put back where it stood. */
function* within<Part extends Query>(
  part: Part,
  put: (changed: Query) => Query | null,
): Generator<Loosening> {
  for (const { query, change } of loosenings(part)) {
    const whole = put(query);
    if (whole) yield { query: whole, change };
  }
}

function* loosenAnd(query: Extract<Query, { type: 'and' }>): Generator<Loosening> {
  for (const part of query.of) {
    const rest = query.of.filter((one) => one !== part);
    const [only] = rest;
    if (only)
      yield { query: rest.length > 1 ? { ...query, of: rest } : only, change: `without ${printQuery(part)}` };
  }
  for (const part of query.of) {
    yield* within(part, (changed) => ({
      ...query,
      of: query.of.map((one) => (one === part ? changed : one)),
    }));
  }
}

/** Words of a phrase near one another. */
function phraseApart({ terms }: Extract<Places, { type: 'phrase' }>): Places | undefined {
  const words = terms.map((term): Places => ({ type: 'phrase', terms: [term], quoted: true, span }));
  if (words.length < 2 || words.length > 6) return undefined;
  return words.reduce((left, right) => ({ type: 'near', operator: 'near', words: 5, left, right, span }));
}

function* loosenNear(query: Extract<Places, { type: 'near' | 'same' }>): Generator<Loosening> {
  const { left, right } = query;
  if (query.type === 'same')
    yield { query: { type: 'and', of: [left, right], span }, change: 'and instead of same' };
  else if (query.operator !== 'near') {
    const words = query.operator === '%' ? 2 : query.words;
    yield {
      query: { ...query, operator: 'near', words },
      change: `near${words} instead of ${query.operator}`,
    };
  } else if (query.words < limits.near) {
    const words = Math.min(limits.near, query.words * 3);
    yield { query: { ...query, words }, change: `near${words} instead of near${query.words}` };
  }
  yield* within(left, (changed) => (isPlaces(changed) ? { ...query, left: changed } : null));
  yield* within(right, (changed) => (isPlaces(changed) ? { ...query, right: changed } : null));
}

/** Queries that differ in one place and find no less, the smaller changes of each part first: what to try where nothing is found. */
export function* loosenings(query: Query): Generator<Loosening> {
  switch (query.type) {
    case 'and':
      yield* loosenAnd(query);
      break;
    case 'not':
      yield { query: query.include, change: `without not ${printQuery(query.exclude)}` };
      yield* within(query.include, (include) => ({ ...query, include }));
      break;
    case 'field':
      yield* within(query.of, (of) => ({ ...query, of }));
      break;
    case 'phrase': {
      const apart = phraseApart(query);
      if (apart) yield { query: apart, change: `${printQuery(apart)} instead of the phrase` };
      break;
    }
    case 'near':
    case 'same':
      yield* loosenNear(query);
      break;
    case 'first':
      yield { query: query.of, change: `without /F${query.words}/` };
      break;
    case 'atleast':
      yield { query: query.of, change: `without atleast${query.times}` };
  }
}
