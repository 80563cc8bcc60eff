import { clausesOf } from './clauses.ts';
import { printQuery } from './print.ts';
import { isPlaces, limits, type Places, type Query, type QueryField, type Term } from './query.ts';
import { isUnspaced } from './tokens.ts';

/** A query that finds no less than another, with what was changed, in words. */
export interface Loosening {
  query: Query;
  /** Example: `near15 instead of near5`. */
  change: string;
  /** How far it goes from what was asked: 1 for a longer distance, up to 6 for a part left out. */
  size: number;
}

const span = { start: 0, end: 0 };

/** How far each change goes. */
const sizes = {
  distance: 1,
  ending: 1,
  order: 2,
  count: 2,
  apart: 3,
  field: 3,
  exclusion: 4,
  range: 5,
  part: 6,
};

/** One part of a query changed in each way, put back where it stood. */
function* within<Part extends Query>(
  part: Part,
  put: (changed: Query) => Query | null,
): Generator<Loosening> {
  for (const { query, ...step } of loosenings(part)) {
    const whole = put(query);
    if (whole) yield { query: whole, ...step };
  }
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
    if (only) yield { query: rest.length > 1 ? { ...query, of: rest } : only, change, size };
  }
}

const shortestStem = 3;

/** A single word with any ending. */
function withEnding({ text, prefix }: Term): Term | undefined {
  const isStem = !prefix && !text.includes('?') && [...text].length >= shortestStem && !isUnspaced(text);
  return isStem ? { text, prefix: true } : undefined;
}

function* loosenPhrase(query: Extract<Places, { type: 'phrase' }>): Generator<Loosening> {
  const { terms } = query;
  const [first, ...more] = terms;
  const open = first && more.length === 0 ? withEnding(first) : undefined;
  if (open) {
    const longer: Query = { ...query, terms: [open], quoted: false };
    const change = `${printQuery(longer)} instead of ${printQuery(query)}`;
    yield { query: longer, change, size: sizes.ending };
  }
  if (more.length === 0 || terms.length > 6) return;
  const words = terms.map((term): Places => ({ type: 'phrase', terms: [term], quoted: query.quoted, span }));
  const near = words.reduce((left, right) => {
    return { type: 'near', operator: 'near', words: 5, left, right, span };
  });
  const change = (to: Query) => `${printQuery(to)} instead of the phrase`;
  yield { query: near, change: change(near), size: sizes.order };
  const apart: Query = { type: 'and', of: words, span };
  yield { query: apart, change: change(apart), size: sizes.apart };
}

function* loosenNear(query: Extract<Places, { type: 'near' | 'same' }>): Generator<Loosening> {
  const { left, right } = query;
  yield* within(left, (changed) => (isPlaces(changed) ? { ...query, left: changed } : null));
  yield* within(right, (changed) => (isPlaces(changed) ? { ...query, right: changed } : null));
  const operator = query.type === 'same' ? 'same' : query.operator;
  if (query.type === 'near' && query.operator !== 'near') {
    const words = query.operator === '%' ? 2 : query.words;
    const change = `near${words} instead of ${operator}`;
    yield { query: { ...query, operator: 'near', words }, change, size: sizes.distance };
  } else if (query.type === 'near' && query.words < limits.near) {
    const words = Math.min(limits.near, query.words * 3);
    const change = `near${words} instead of near${query.words}`;
    yield { query: { ...query, words }, change, size: sizes.distance };
  }
  const both: Query = { type: 'and', of: [left, right], span };
  yield { query: both, change: `and instead of ${operator}`, size: sizes.apart };
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
  yield* within(of, (changed) => ({ ...query, of: changed }));
  if (wholeStretches.has(field) && grows(of)) {
    yield { query: of, change: `anywhere in the text instead of ${field}=`, size: sizes.field };
  }
}

/** Queries that differ in one place and find no less. */
export function* loosenings(query: Query): Generator<Loosening> {
  switch (query.type) {
    case 'and':
      yield* loosenAnd(query);
      break;
    case 'or':
      yield* withinEach(query);
      break;
    case 'not': {
      const change = `without not ${printQuery(query.exclude)}`;
      yield* within(query.include, (include) => ({ ...query, include }));
      yield { query: query.include, change, size: sizes.exclusion };
      break;
    }
    case 'field':
      yield* loosenField(query);
      break;
    case 'phrase':
      yield* loosenPhrase(query);
      break;
    case 'near':
    case 'same':
      yield* loosenNear(query);
      break;
    case 'first':
      yield* within(query.of, (of) => (isPlaces(of) ? { ...query, of } : null));
      yield { query: query.of, change: `without /F${query.words}/`, size: sizes.count };
      break;
    case 'atleast':
      yield* within(query.of, (of) => (isPlaces(of) ? { ...query, of } : null));
      yield { query: query.of, change: `without atleast${query.times}`, size: sizes.count };
  }
}

/** A loosened query that finds something. */
export interface FoundLoosening {
  query: Query;
  /** Each change, in words. */
  changes: string[];
  size: number;
  /** Hits. */
  total: number;
}

/** How a search for loosenings is bounded. */
export interface LoosenLimits {
  /** Queries that may be counted; 100 by default. */
  tries?: number;
  /** Asked before each count: whether time is up. */
  isOver?(): boolean;
}

/** Counts the hits of a query; null where that is more than can be looked up. */
type Count = (query: Query) => Promise<number | null>;

/** Loosenings that are listed. */
const mostFound = 5;
const mostWaiting = 2_000;

/** What nothing can be found without changing, where a part alone finds nothing already. */
async function emptyPart(query: Query, total: Count): Promise<Query | null> {
  const parts = clausesOf(query).filter(({ role }) => role === 'and');
  if (parts.length > 1) for (const part of parts) if ((await total(part.query)) === 0) return part.query;
  return null;
}

/** What is left of a query without the parts that find nothing by themselves. */
async function withoutEmpty(query: Query, total: Count): Promise<Omit<FoundLoosening, 'total'> | null> {
  let left: Query | null = query;
  const changes: string[] = [];
  for (const part of clausesOf(query)) {
    if (part.role !== 'and' || (await total(part.query)) !== 0) continue;
    left = (left && clausesOf(left).find((clause) => clause.query === part.query)?.rest) ?? null;
    changes.push(`without ${printQuery(part.query)}`);
  }
  if (left === null || left.type === 'all' || changes.length === 0) return null;
  return { query: left, changes, size: changes.length * sizes.part };
}

/**
 * The smallest changes by which a query without hits has some, and those larger by one, the smallest first: changes are
 * tried one by one and together, in the order of their size. `total` counts the hits of a query.
 */
export async function findLoosenings(
  query: Query,
  total: Count,
  { tries = 100, isOver = () => false }: LoosenLimits = {},
): Promise<FoundLoosening[]> {
  const known = new Map<string, number | null>();
  const count: Count = async (part) => {
    const text = printQuery(part);
    const hits = known.has(text) ? (known.get(text) ?? null) : await total(part);
    known.set(text, hits);
    return hits;
  };
  const isSpent = () => known.size >= tries || isOver();
  const waiting: Omit<FoundLoosening, 'total'>[] = [{ query, changes: [], size: 0 }];
  const seen = new Set<string>();
  const found: FoundLoosening[] = [];
  while (!isSpent() && found.length < mostFound) {
    const next = waiting.shift();
    if (!next || next.size > (found[0]?.size ?? next.size) + 1) break;
    const hits = next.size === 0 ? 0 : await count(next.query);
    if (hits !== null && hits > 0) {
      found.push({ ...next, total: hits });
      continue;
    }
    const empty = await emptyPart(next.query, count);
    for (const step of loosenings(next.query)) {
      const text = printQuery(step.query);
      const isIdle = empty !== null && clausesOf(step.query).some((clause) => clause.query === empty);
      if (isIdle || seen.has(text) || waiting.length >= mostWaiting) continue;
      seen.add(text);
      const size = next.size + step.size;
      const at = waiting.findIndex((one) => one.size > size);
      const changes = [...next.changes, step.change];
      waiting.splice(at < 0 ? waiting.length : at, 0, { query: step.query, changes, size });
    }
  }
  if (found.length > 0) return found;
  // Where trying took too long, what finds nothing by itself is left out at once.
  const rest = await withoutEmpty(query, count);
  const hits = rest && (await count(rest.query));
  return rest && hits ? [{ ...rest, total: hits }] : [];
}
