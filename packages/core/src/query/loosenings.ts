import { loosenPhrase } from './loosen-phrase.ts';
import { type Loosening, letting, moved, sizes } from './loosening.ts';
import { printQuery } from './print.ts';
import { isPlaces, limits, type Places, type Query, type QueryField } from './query.ts';

type Near = Extract<Places, { type: 'near' }>;

/** The units a word count is moved upwards, at most. */
const mostUnits = 1_000;

/** One part of a query changed in each way, put back where it stood. */
function* within<Inner extends Query>(
  part: Inner,
  put: (changed: Query) => Query | null,
): Generator<Loosening> {
  for (const { query, ...step } of loosenings(part)) {
    const whole = put(query);
    if (whole) yield { query: whole, ...step };
  }
}

/** One part of what is measured or counted, changed so that it stands wherever it stood. */
function* withinPlaces(part: Places, put: (changed: Places) => Query): Generator<Loosening> {
  const changes = within(part, (changed) => (isPlaces(changed) ? put(changed) : null));
  for (const change of changes) if (!change.isShorter) yield change;
}

function* withinEach(query: Extract<Query, { type: 'and' | 'or' }>): Generator<Loosening> {
  for (const part of query.of) {
    yield* within(part, (changed) => ({
      ...query,
      of: query.of.map((one) => (one === part ? changed : one)),
    }));
  }
}

function* loosenAnd(query: Extract<Query, { type: 'and' }>): Generator<Loosening> {
  yield* withinEach(query);
  for (const part of query.of) {
    const rest = query.of.filter((one) => one !== part);
    const [only] = rest;
    const size = part.type === 'date' || part.type === 'words' ? sizes.range : sizes.part;
    const change = `without ${printQuery(part)}`;
    const lets = part.type === 'all' ? [] : letting(part, `part ${printQuery(part)}`, 'range');
    if (only) yield { query: rest.length > 1 ? { ...query, of: rest } : only, change, size, lets };
  }
}

const typedSign = (operator: string, words: number): string =>
  operator === 'w' ? `w/${words}` : `${operator}${words}`;

/** What is near what, farther apart; `nearer` is the last distance that finds nothing, or is not asked for. */
function farther(
  query: Near,
  { operator, nearer }: { operator: 'adj' | 'w' | 'near'; nearer: number },
  { size, lets }: Pick<Loosening, 'size' | 'lets'>,
): Loosening {
  const asked = query.operator === '%' ? '%' : typedSign(query.operator, query.words);
  return moved(query, {
    base: nearer,
    most: limits[operator] - nearer,
    put: (part, steps) => ({ ...(part as Near), operator, words: nearer + steps }),
    change: (steps) => `${typedSign(operator, nearer + steps)} instead of ${asked}`,
    size,
    lets,
  });
}

function* loosenDistance(query: Near): Generator<Loosening> {
  const { operator, words } = query;
  const far = { size: sizes.distance, lets: letting(query, 'far') };
  const either = { size: sizes.order, lets: letting(query, 'far', 'order') };
  const ordered = operator === '%' ? 'adj' : operator;
  const nearer = operator === '%' ? 1 : words;
  if (nearer < limits[ordered]) yield farther(query, { operator: ordered, nearer }, far);
  if (operator !== 'near')
    yield farther(
      query,
      { operator: 'near', nearer: Math.max(nearer - 1, operator === '%' ? 1 : 0) },
      either,
    );
}

function* loosenNear(query: Extract<Places, { type: 'near' | 'same' }>): Generator<Loosening> {
  const { left, right } = query;
  yield* withinPlaces(left, (changed) => ({ ...query, left: changed }));
  yield* withinPlaces(right, (changed) => ({ ...query, right: changed }));
  if (query.type === 'near') yield* loosenDistance(query);
  const both: Query = { type: 'and', of: [left, right], span: query.span };
  const change = `and instead of ${query.type === 'same' ? 'same' : query.operator}`;
  yield { query: both, change, size: sizes.apart, lets: letting(query, 'far', 'order', 'apart') };
}

/** Fields whose every stretch of text a bare word looks at too. */
const wholeStretches = new Set<QueryField>(['hd', 'hl', 'td', 'by', 'se', 'clm', 'cr']);

/** Whether what a part of a query finds only grows with the text it looks at. */
function grows(query: Query): boolean {
  if (query.type === 'not') return false;
  return 'of' in query ? [query.of].flat().every(grows) : true;
}

function* loosenField(query: Extract<Query, { type: 'field' }>): Generator<Loosening> {
  const { field, of } = query;
  // Its words are all there are.
  if (field === 'has') return;
  yield* within(of, (changed) => ({ ...query, of: changed }));
  if (wholeStretches.has(field) && grows(of)) {
    const change = `anywhere in the text instead of ${field}=`;
    yield { query: of, change, size: sizes.field, lets: letting(query, 'field') };
  }
}

function* loosenFirst(query: Extract<Query, { type: 'first' }>): Generator<Loosening> {
  const { words, of } = query;
  yield* withinPlaces(of, (changed) => ({ ...query, of: changed }));
  const count = { size: sizes.count, lets: letting(query, 'count') };
  if (words < limits.first) {
    yield moved(query, {
      base: words,
      most: limits.first - words,
      put: (part, steps) => ({ ...(part as typeof query), words: words + steps }),
      change: (steps) => `/F${words + steps}/ instead of /F${words}/`,
      ...count,
    });
  }
  yield { query: of, change: `without /F${words}/`, ...count, lets: letting(query, 'count', 'all') };
}

function* loosenAtLeast(query: Extract<Query, { type: 'atleast' }>): Generator<Loosening> {
  const { times, of } = query;
  yield* withinPlaces(of, (changed) => ({ ...query, of: changed }));
  const count = { size: sizes.count, lets: letting(query, 'count') };
  if (times > 2) {
    yield moved(query, {
      base: 1,
      most: times - 2,
      put: (part, steps) => ({ ...(part as typeof query), times: times - steps }),
      change: (steps) => `atleast${times - steps} instead of atleast${times}`,
      ...count,
    });
  }
  yield { query: of, change: `without atleast${times}`, ...count, lets: letting(query, 'count', 'all') };
}

/** A word count that is a round number farther from what was asked. */
function* loosenWordCount(query: Extract<Query, { type: 'words' }>): Generator<Loosening> {
  const { min, max } = query;
  if (min !== undefined && max !== undefined) return;
  const asked = min === undefined ? (max ?? 0) + 1 : min - 1;
  const unit = asked >= 1000 ? 100 : asked >= 100 ? 50 : 10;
  const before = Math.ceil(asked / unit);
  const after = Math.floor(asked / unit);
  const most = min === undefined ? mostUnits : before;
  if (most < 1) return;
  const put = (part: Query, steps: number): Query => {
    const bound =
      min === undefined ? { max: (after + steps) * unit - 1 } : { min: (before - steps) * unit + 1 };
    return { type: 'words', ...bound, span: (part as typeof query).span };
  };
  const change = (steps: number) => `${printQuery(put(query, steps))} instead of ${printQuery(query)}`;
  yield moved(query, { base: 1, most, put, change, size: sizes.length, lets: letting(query, 'range') });
}

/** Queries that differ in one place and find no less. */
export function* loosenings(query: Query): Generator<Loosening> {
  switch (query.type) {
    case 'and':
      return yield* loosenAnd(query);
    case 'or':
      return yield* withinEach(query);
    case 'not': {
      const { include, exclude } = query;
      yield* within(include, (changed) => ({ ...query, include: changed }));
      const change = `without not ${printQuery(exclude)}`;
      yield { query: include, change, size: sizes.exclusion, lets: letting(query, 'exclusion') };
      return;
    }
    case 'field':
      return yield* loosenField(query);
    case 'phrase':
      return yield* loosenPhrase(query);
    case 'near':
    case 'same':
      return yield* loosenNear(query);
    case 'first':
      return yield* loosenFirst(query);
    case 'atleast':
      return yield* loosenAtLeast(query);
    case 'words':
      return yield* loosenWordCount(query);
  }
}
